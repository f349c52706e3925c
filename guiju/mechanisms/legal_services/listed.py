"""The registers of legal services read back from the record, for forms that other people prescribe."""

from guiju.kernel.mechanism.api import FromCapacity, FromDetail, FromKind, FromParty, ListedRegister
from guiju.mechanisms.legal_services import register
from guiju.mechanisms.legal_services.models import ServiceDetail

DAY = {"event_date": "服务日期"}
PLACES = {
    "client": FromParty(("client",)),
    "client_phone": FromParty(("client",), "telephone"),
    "client_address": FromParty(("client",), "address"),
    "adviser": FromCapacity("legal_adviser"),
    "outcome": FromDetail("outcome_note"),
}
LOG_KINDS = {kind: register.LOG_KINDS[word] for word, kind in (*register.SERVICES.items(), ("opinion", "opinion"))}
LISTED = (
    ListedRegister(
        register.ADVISER_LOG,
        ServiceDetail,
        tuple(LOG_KINDS),
        DAY,
        {**PLACES, "kind": FromKind(LOG_KINDS)},
        left_out=("related_number",),
    ),
    ListedRegister(register.STATION_CONSULTATION, ServiceDetail, ("consultation",), DAY, PLACES),
    ListedRegister(register.STATION_GUIDANCE, ServiceDetail, ("guidance",), DAY, PLACES),
)
