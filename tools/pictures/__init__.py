"""Screenshots of the desk for the README and the handbook, made from the invented sample town."""
