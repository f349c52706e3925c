"""`python3 -m verifier.guiju_verify` in a checkout, and the one file that is handed out."""

import sys

from .command_line import main

sys.exit(main())
