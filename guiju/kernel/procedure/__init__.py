"""Procedures as tables of the law; plan() and apply(): the one write path."""
