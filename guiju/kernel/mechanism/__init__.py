"""What a mechanism declares, and the registry of the installed ones: the top of the kernel."""
