"""The register of screening read back from the record, for forms that other people prescribe."""

from guiju.kernel.mechanism.api import FromParty, ListedRegister
from guiju.mechanisms.screening.models import FactorDetail
from guiju.mechanisms.screening.register import SCREENING

LISTED = (
    ListedRegister(
        SCREENING,
        FactorDetail,
        ("factor",),
        {"event_date": "排查日期", "resolved_on": "化解日期"},
        {
            "parties": FromParty(("party",)),
            "party_id": FromParty(("party",), "id_number"),
            "party_address": FromParty(("party",), "address"),
        },
        left_out=("involved_organisation",),
    ),
)
