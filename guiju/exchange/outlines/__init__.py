"""The outlines of a town's villages and their households, as a file brings them; what a map is drawn from."""
