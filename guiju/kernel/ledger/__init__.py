"""The record that anyone can check: entries, hash tree, checkpoints, private store, fold and verify."""
