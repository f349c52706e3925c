"""核验: what was compared, with what, kept by whom, and how to repeat it offline."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from guiju.kernel.ledger.api import Entry, last_checkpoint, sign_checkpoint, signer_for, verify_town
from guiju.kernel.procedure.api import apply, concerned_matters, plan_verification
from guiju.kernel.terms.api import SHANGHAI
from guiju.web.access import DeskRequest, desk, may_verify

SHOWN = 50


@desk
def verify(request: DeskRequest) -> HttpResponse:
    """The page; POST compares everything now and records that it was done, or signs a checkpoint."""
    if not may_verify(request.acting):
        raise PermissionDenied(
            "核验由看得到全镇事项的岗位和审计管理员办理。要核对一件事项，请找司法所内勤，或用卷宗核验包离线核验。"
        )
    acting, result = request.acting, None
    if request.method == "POST" and request.POST.get("do") == "seal":
        sign_checkpoint(acting.town_id, acting.town_code, request.moment.now)
    elif request.method == "POST":
        result = verify_town(acting.town_id)
        if result.tree_whole:
            concerned = concerned_matters(result)
            apply([plan_verification(acting, result, concerned, request.moment.today)], request.moment.now)
    checkpoint = last_checkpoint(acting.town_id)
    earlier = Entry.objects.filter(town_id=acting.town_id, kind="verification").order_by("-index")[:5]
    context = {
        "result": result,
        "mismatches": [str(item) for item in result.mismatches[:SHOWN]] if result else [],
        "checkpoint": checkpoint,
        "signed_at": timezone.localtime(checkpoint.signed_at, SHANGHAI) if checkpoint else None,
        "key": signer_for(acting.town_code).verifier_key(),
        "earlier": [timezone.localtime(entry.recorded_at, SHANGHAI) for entry in earlier],
    }
    return render(request, "verify/verify.html", context)
