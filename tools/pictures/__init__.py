"""Screenshots of the desk for the README, made from the invented sample town."""
