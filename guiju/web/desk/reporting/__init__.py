"""The year's report at the desk: read, check, write, lock, take away."""
