"""Entry of `make setup`: refuses what cannot work in one line, then makes each part that is not yet there."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  before any import that an older Python could not read
    found = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit(f"需要 Python 3.11 或更高版本，现为 {found}；请改用 make PYTHON=python3.11 …（Python >= 3.11 is needed）")

from tools.setup.failure import SetupFailure
from tools.setup.front_end import ensure_front_end
from tools.setup.python_environment import ensure_environment, ensure_project

try:
    ensure_environment()
    ensure_project()
    ensure_front_end()
except SetupFailure as failure:
    sys.exit(str(failure))
