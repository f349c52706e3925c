"""The kernel: what every mechanism shares. Each package has one door, `api.py`; the rest is private."""
