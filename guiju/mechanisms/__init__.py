"""The mechanisms of this installation: one line adds one; apps, URLs and registry are made from this list."""

INSTALLED_MECHANISMS = [
    "guiju.mechanisms.legal_education",
    "guiju.mechanisms.legal_services",
    "guiju.mechanisms.litigation",
    "guiju.mechanisms.mediation",
    "guiju.mechanisms.penalty",
    "guiju.mechanisms.registers",
    "guiju.mechanisms.screening",
    "guiju.mechanisms.workorders",
]
