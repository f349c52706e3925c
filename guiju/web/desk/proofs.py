"""One entry of the ledger and its proof: digest, checkpoint, inclusion recomputed here, download."""

from __future__ import annotations

import base64
import json
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from guiju.kernel.ledger.api import Checkpoint, Entry, Tree, last_checkpoint, root_from_inclusion, signer_for
from guiju.kernel.matters.api import visible_to
from guiju.kernel.organisation.api import Acting
from guiju.kernel.terms.api import SHANGHAI
from guiju.web.access import DeskRequest, desk, may_verify


def _found(request: DeskRequest, index: int) -> Entry:
    """The entry if the person may see its matter; entries of no matter are open to the town's posts of town sight."""
    entry = Entry.objects.filter(town_id=request.acting.town_id, index=index).first()
    if entry is None:
        raise Http404("没有这一条。")
    seen = (
        request.acting.sees_town
        if entry.matter_id is None
        else visible_to(request.acting).filter(id=entry.matter_id).exists()
    )
    if not seen:
        raise Http404("没有这一条，或者它属于您的岗位看不到的事项。")
    return entry


def _inclusion(entry: Entry, checkpoint: Checkpoint) -> tuple[list[bytes], bool]:
    """The audit path of an entry in a checkpoint, and whether the root that follows from it is the signed one."""
    leaves = Entry.objects.filter(town_id=entry.town_id, index__lt=checkpoint.size).order_by("index")
    tree = Tree([bytes.fromhex(leaf) for leaf in leaves.values_list("leaf", flat=True).iterator()])
    path = tree.inclusion_proof(entry.index, checkpoint.size)
    root = root_from_inclusion(bytes.fromhex(entry.leaf), entry.index, checkpoint.size, path)
    return path, root.hex() == checkpoint.root


def proof_of(entry: Entry, acting: Acting) -> dict[str, Any]:
    """What the proof box draws."""
    checkpoint = last_checkpoint(entry.town_id)
    digest = " ".join(entry.leaf[at : at + 4] for at in range(0, 16, 4)) + f" … {entry.leaf[-4:]}"
    told = {
        "digest": digest,
        "download_url": reverse("entry-proof", args=[entry.index]),
        "howto_url": reverse("verify") if may_verify(acting) else "",
    }
    if checkpoint is None or checkpoint.size <= entry.index:
        return told | {"checkpoint": "还没有封存，下一次封存时包括在内", "inclusion": "封存以后可以核对"}
    path, agrees = _inclusion(entry, checkpoint)
    signed = timezone.localtime(checkpoint.signed_at, SHANGHAI)
    return told | {
        "checkpoint": f"{signed:%Y-%m-%d %H:%M}，前 {checkpoint.size:,} 条一起封存并签名",
        "inclusion": f"{len(path)} 个节点，已在本页重算",
        "agrees": agrees,
        "verdict": "与封存的一致" if agrees else "与封存的不符",
    }


@desk
def entry(request: DeskRequest, index: int) -> HttpResponse:
    """The entry: in place the proof box alone, as a page with what it says."""
    found = _found(request, index)
    proof = proof_of(found, request.acting)
    if request.headers.get("HX-Request"):
        return render(request, "components/proof.html", {"proof": proof})
    body = json.loads(found.body)
    matter_url = reverse("matter", args=[found.matter_id]) if found.matter_id else ""
    text = json.dumps(body, ensure_ascii=False, indent=2)
    context = {"number": f"{found.index:,}", "proof": proof, "body": text, "matter_url": matter_url}
    return render(request, "entries/entry.html", context)


@desk
def download(request: DeskRequest, index: int) -> HttpResponse:
    """Entry, audit path, checkpoint and key as one file that the offline verifier reads."""
    found = _found(request, index)
    checkpoint = last_checkpoint(found.town_id)
    told: dict[str, Any] = {"entry": found.body, "index": found.index, "leaf": found.leaf}
    if checkpoint is not None and checkpoint.size > found.index:
        path, _ = _inclusion(found, checkpoint)
        told["path"] = [base64.b64encode(node).decode() for node in path]
        told["checkpoint"] = checkpoint.note
        told["key"] = signer_for(request.acting.town_code).verifier_key()
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="entry-{found.index}.json"'
    return response
