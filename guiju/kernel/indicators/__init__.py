"""Definitions of figures; values, drill-down, digest from one QuerySet; attestations."""
