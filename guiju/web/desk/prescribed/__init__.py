"""上级的表 at the desk: the list, pointing at what is filled where, and taking a month's form out."""
