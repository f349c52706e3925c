"""The archive of one matter: a package that the verifier checks offline, and the whole file as one PDF.

export entry -> checkpoint -> entries folded -> members -> manifest, signed. Nothing in it is read from the tables: what
the package tells is what the entries tell, so that it holds together by itself.
"""
