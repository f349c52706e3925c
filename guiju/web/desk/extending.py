"""Extending a term at the desk: how much, why, who approved it and when; the new date is shown before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse

from guiju.kernel.lawbook.api import ExtensionRow
from guiju.kernel.ledger.api import Plan
from guiju.kernel.procedure.api import Input, Moment, Snapshot, approves_here, plan_extension
from guiju.kernel.terms.api import Running, Term, running_of
from guiju.web.access import DeskRequest, business
from guiju.web.desk.kernel_forms import recorded
from guiju.web.desk.matter_page import loaded
from guiju.web.present import terms as present_terms
from guiju.web.present.words import day_with_weekday

MODES = {"taken": "现在由我批准", "claimed": "已经书面批准，补记"}


def _asked(extension: ExtensionRow, running: Running, here: bool) -> tuple[Input, ...]:
    most = f"还可以延长{running.extendable_by}{extension.unit}"
    modes = (Input("mode", "怎么批准的", "choice", required=True, choices=MODES),) if here else ()
    return (
        Input("amount", "延长多少", "integer", required=True, unit=str(extension.unit), help=most),
        Input("extension_reason", "为什么延长", "text", required=True, help=extension.condition),
        *modes,
        Input("approved_by", "谁批准的", "staff", required=True, help=f"应由{extension.by}批准"),
        Input("approved_on", "哪天批准的", "date", required=True, past_only=True),
    )


@business
def extend(request: DeskRequest, matter: int, key: int) -> HttpResponse:
    """The form; only a running term whose rule knows an extension has one."""
    snapshot, moment = loaded(request, matter), request.moment
    row = snapshot.rows.get(Term, {}).get(key)
    running = running_of(row, moment.lawbook) if row is not None and present_terms.is_open(row) else None
    if row is None or running is None or running.rule.extension is None:
        raise Http404("这件事项没有可以延长的这个期限。")
    here = approves_here(moment.acting, running)
    initial = {"approved_on": moment.today, "mode": "taken"} | ({"approved_by": moment.acting.name} if here else {})
    context = {
        "title": "延长期限",
        "subject": f"{row['label']}，现在到 {day_with_weekday(row['due_on'])}",
        "explained": "现在的日期，怎么算的",
        "explanation": {"sentences": row["explanation"].splitlines()},
        "hint": "理由和批准人留痕。" if here else f"由{running.rule.extension.by}批准；您补记书面批准。",
        "look": "看新的日期",
        "button": "延长期限",
    }
    return recorded(
        request,
        snapshot,
        _asked(running.rule.extension, running, here),
        initial,
        lambda values: _planned(snapshot, moment, key, values),
        context,
        lambda plan: _foreseen(plan, row),
    )


def _planned(snapshot: Snapshot, moment: Moment, key: int, values: Mapping[str, Any]) -> Plan:
    return plan_extension(
        snapshot,
        moment,
        key,
        values["amount"],
        values["extension_reason"],
        values["approved_by"],
        values["approved_on"],
        mode="taken" if values.get("mode") == "taken" else "claimed",
    )


def _foreseen(plan: Plan, row: Mapping[str, Any]) -> dict[str, Any]:
    values = next(change.values for change in plan.changes if change.model is Term)
    return {
        "before": day_with_weekday(row["due_on"]),
        "after": day_with_weekday(values["due_on"]),
        "sentences": values["explanation"].splitlines(),
    }
