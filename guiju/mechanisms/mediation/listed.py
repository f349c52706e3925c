"""The registers of mediation read back from the record, for forms that other people prescribe."""

from guiju.kernel.mechanism.api import FromDocument, FromParty, ListedRegister
from guiju.mechanisms.mediation.models import MediationDetail
from guiju.mechanisms.mediation.register import MEDIATION, ORAL_MEDIATION

SIDES = {
    f"{role}{suffix}": FromParty((role,), what)
    for role in ("applicant", "respondent")
    for suffix, what in (("", "name"), ("_phone", "telephone"), ("_id", "id_number"), ("_address", "address"))
}
PLACES = {
    **SIDES,
    "parties": FromParty(("applicant", "respondent")),
    "agreement_number": FromDocument("mediation_agreement"),
}
FILES = ListedRegister(
    MEDIATION,
    MediationDetail,
    ("file",),
    {"accepted_on": "受理日期", "agreed_on": "协议日期", "event_date": "发生日期", "filed_on": "归档日期"},
    PLACES,
)
ORAL = ListedRegister(
    ORAL_MEDIATION,
    MediationDetail,
    ("oral",),
    {"mediated_on": "调解日期", "accepted_on": "受理日期", "event_date": "发生日期"},
    PLACES,
)
LISTED = (FILES, ORAL)
