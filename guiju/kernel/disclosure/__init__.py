"""What must be public, when, in which redacted form."""
