"""What the repository needs to be set up and tested; nothing here runs in production."""
