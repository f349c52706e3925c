"""Guiju 规矩: the workbench of a town's law-based-government work.

entry form -> matter -> step -> ledger -> term -> document -> disclosure -> indicator -> report:
the folders are the stations of that sentence, and imports run one way only.
"""
