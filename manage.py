#!/usr/bin/env python
"""Django's own command line, for developers; town staff use `guiju`."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guiju.settings.base")

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
