"""Set-up of a fresh checkout: `python3 -m tools.setup` makes .venv and the front-end files. Standard library only."""
