"""核验: what was compared, with what, kept by whom, and how to repeat it offline."""

from __future__ import annotations

import time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from guiju.kernel.ledger.api import (
    Checkpoint,
    Entry,
    head_of,
    last_checkpoint,
    sign_checkpoint,
    signer_for,
    verify_town,
)
from guiju.kernel.procedure.api import apply, concerned_matters, plan_verification
from guiju.kernel.terms.api import SHANGHAI
from guiju.web.access import DeskRequest, desk, may_verify
from guiju.web.present.verdict import checkpoints, drawn_tree, earlier, keepers, verdict
from guiju.web.present.words import moment_text

LATEST = 5
REMEMBERED = 100  # verifications that are looked through for who kept a checkpoint
LONGEST = 40  # characters of an office's name


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
        result = _compared(request)
    of_town = Checkpoint.objects.filter(town_id=acting.town_id)
    checkpoint = last_checkpoint(acting.town_id)
    done = Entry.objects.filter(town_id=acting.town_id, kind="verification").order_by("-index")[:REMEMBERED]
    context = {
        "result": result,
        "who": acting.name,
        "when": moment_text(timezone.localtime(request.moment.now, SHANGHAI), request.moment.today),
        "typed": request.POST.get("checkpoint", ""),
        "typed_keeper": request.POST.get("keeper", ""),
        "checkpoint": checkpoint,
        "sealed": checkpoints(of_town.order_by("-size")[:LATEST], keepers(done, request.moment), request.moment),
        "unsealed": head_of(acting.town_id).size - (checkpoint.size if checkpoint else 0),
        "key": signer_for(acting.town_code).verifier_key(),
        "earlier": earlier(done[:LATEST], request.moment),
        **(drawn_tree(checkpoint, result) if checkpoint and checkpoint.size else {}),
    }
    return render(request, "verify/verify.html", context)


def _compared(request: DeskRequest) -> dict[str, Any]:
    """Compare the whole town, also with the checkpoint that was pasted in, and record that it was done."""
    acting = request.acting
    note = request.POST.get("checkpoint", "").replace("\r\n", "\n").strip()
    keeper = request.POST.get("keeper", "").strip()[:LONGEST] if note else ""
    key, begun = signer_for(acting.town_code).verifier_key(), time.monotonic()
    result = verify_town(acting.town_id, note=f"{note}\n" if note else None, verifier_key=key, own_key=key)
    taken = time.monotonic() - begun
    if result.tree_whole:
        concerned = concerned_matters(result)
        apply([plan_verification(acting, result, concerned, request.moment.today, keeper)], request.moment.now)
    size = f"前 {result.checkpoint.size:,} 条" if result.checkpoint else "读不出来"
    return {**verdict(result, size if note else "", keeper), "seconds": f"{taken:.1f}"}
