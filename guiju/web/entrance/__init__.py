"""One-time log-in links: a colleague without a password comes in by a link that was made for them, once, within minutes."""
