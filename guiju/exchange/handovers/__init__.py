"""交接: what a successor takes over, listed from the records, printed to be signed, and kept as it was on the day."""
