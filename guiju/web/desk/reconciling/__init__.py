"""对数 at the desk: choosing an export, seeing what differs, deciding, bringing, and the note."""
