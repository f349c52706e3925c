"""Tests of reading and writing workbooks."""
