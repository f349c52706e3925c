"""From the kernel's values to what the templates draw. No query is made here."""
