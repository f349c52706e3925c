"""Which dated steps a row of 案件台账 tells, in the order of the procedure, as far as the sheet goes.

What the sheet does not say is not made up: a missing notice, review or officer leaves a finding. Texts that stand only
in the paper file are told as being there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guiju.kernel.procedure.api import Intent, Moment, Opens, Told, Unclear, claimed
from guiju.mechanisms.penalty.told import ELSEWHERE, NOT_TOLD, UNTOLD_MANNER
from guiju.mechanisms.penalty.told_performance import performance
from guiju.mechanisms.penalty.told_words import ground_of, kinds_in

Row = Mapping[str, Any]
CLUE = (
    "source",
    "source_number",
    "item",
    "cause",
    "party_kind",
    "party",
    "party_id",
    "occurred_on",
    "violated_rule",
    "penalty_basis",
    "number",
    "master",
    "master_number",
)
SENTENCE = ("kinds", "fine", "confiscation")


def tells_case(row: Row, moment: Moment) -> Told:
    """One row is one case. A superior's list gives its own number, under which the case stands there too."""
    unit = row.get("unit") or _only_team(moment)
    if unit is None:
        return Unclear("这张表没有写承办队伍：这一行由哪支队伍承办？请在表头上方写明“填报单位：…”。")
    codes, unknown = kinds_in(row.get("kinds"))
    if unknown:
        return Unclear(f"“{unknown[0]}”是哪一种处罚？请写法定的种类，几种用顿号分开。", "kinds")
    if row.get("decided_on") and row.get("result") in (None, "penalised") and not codes and not row.get("fine"):
        return Unclear("写了决定日期，没有写处罚种类或者金额：决定了什么处罚？", "kinds")
    ground = ground_of(row.get("ground"))
    if row.get("decided_on") and row.get("result") == "no_penalty" and ground is None:
        return Unclear("决定不予处罚的是哪一种情形？（轻微、初次、没有过错、不满十四周岁、超过时效等）", "ground")
    told = {
        **row,
        "ground": ground,
        "unit": unit,
        "kinds": ",".join(codes),
        "officers": row.get("officers") or NOT_TOLD,
        "approver": row.get("approver") or NOT_TOLD,
        "manner": row.get("manner") or UNTOLD_MANNER,
        "master_number": row.get("number") if row.get("master") else "",
    }
    return Opens("ordinary", tuple(_steps(told)))


def _only_team(moment: Moment) -> int | None:
    return moment.directory.first_unit("enforcement_team")


def _steps(row: Row) -> Iterator[Intent]:
    found = row.get("found_on") or row.get("filed_on")
    clue = {name: row.get(name) for name in CLUE}
    texts = {"place": row.get("place") or ELSEWHERE, "facts": row.get("facts") or ELSEWHERE}
    yield claimed("register_clue", found, {**clue, **texts, "unit": row["unit"], "found_on": found})
    if row.get("result") == "rejected":
        day = row.get("closed_on") or found
        yield claimed("reject_clue", day, {"rejected_on": day, "reason": row.get("note") or ELSEWHERE})
        return
    if row.get("filed_on"):
        yield claimed("file_case", row["filed_on"], row, "filed_on", "officers", "approver", "number")
    yield from _investigation(row)
    if row.get("result") == "transferred":
        yield from _transfer(row)
        return
    yield from _hearing_the_party(row)
    yield from _inside_the_organ(row)
    yield from _decision(row)
    yield from performance(row)


def _investigation(row: Row) -> Iterator[Intent]:
    on = row.get("inspected_on")
    if on and row.get("certificate_shown"):
        values = {"record": ELSEWHERE, "certificate_shown": True, "inspection_code": row.get("inspection_code")}
        yield claimed("inspect", on, {**values, "inspected_on": on, "officers": row["officers"]})
    elif on:  # that the certificates were shown stands in no column: what is told is the evidence and its day
        yield _evidence(on, "site_record", "现场检查（勘验）笔录")
    if row.get("questioned_on"):
        yield _evidence(row["questioned_on"], "statement", "询问笔录")
    if row.get("ordered_on"):
        yield claimed("order_correction", row["ordered_on"], {"content": ELSEWHERE, "ordered_on": row["ordered_on"]})
    if row.get("rechecked_on"):
        values = {"rechecked_on": row["rechecked_on"], "officers": row["officers"], "corrected": "yes"}
        yield claimed("recheck", row["rechecked_on"], values)
    if row.get("concluded_on"):
        values = {name: row.get(name) for name in (*SENTENCE, "complex", "concluded_on", "officers")}
        texts = {"facts": row.get("facts") or ELSEWHERE, "proposal": ELSEWHERE}
        yield claimed("conclude", row["concluded_on"], {**values, **texts})


def _evidence(on: Any, kind: str, title: str) -> Intent:
    return claimed("collect", on, {"obtained_on": on, "kind": kind, "title": title, "manner": ""})


def _transfer(row: Row) -> Iterator[Intent]:
    on = row.get("transferred_on") or row.get("closed_on")
    if not on:
        return
    values = {"receiver": row.get("receiver") or NOT_TOLD, "crime": bool(row.get("crime"))}
    yield claimed("transfer", on, {**values, "approver": row["approver"], "reason": ELSEWHERE, "transferred_on": on})
    if row.get("receipt_on"):
        receipt = {"receipt_on": row["receipt_on"], "receipt": row.get("receipt") or ELSEWHERE}
        yield claimed("confirm_receipt", row["receipt_on"], receipt)


def _hearing_the_party(row: Row) -> Iterator[Intent]:
    if row.get("notified_on"):
        named = (*SENTENCE, "officers", "manner", "hearing_told", "defence_until")
        values = {name: row.get(name) for name in named}
        yield claimed("notify", row["notified_on"], {**values, "served_on": row["notified_on"]})
    if row.get("waived_on"):
        yield claimed("waive", row["waived_on"], {"waived_on": row["waived_on"], "written": True})
    if row.get("defence_on"):
        yield claimed("hear_defence", row["defence_on"], {"heard_on": row["defence_on"], "defence": ELSEWHERE})
        if row.get("adopted"):
            answered = {"adopted": row["adopted"], "answer": ELSEWHERE}
            yield claimed("review_defence", row["defence_on"], {**answered, "reviewed_on": row["defence_on"]})
    if row.get("hearing_asked_on"):
        yield from _hearing(row)


def _hearing(row: Row) -> Iterator[Intent]:
    yield claimed("ask_hearing", row["hearing_asked_on"], {"asked_on": row["hearing_asked_on"]})
    host, held = row.get("host") or NOT_TOLD, row.get("hearing_held_on")
    announced = row.get("hearing_announced_on")
    if announced:
        values = {"set_for": held or announced, "venue": ELSEWHERE, "host": host, "announced_on": announced}
        yield claimed("announce_hearing", announced, values)
    if held:
        texts = {"record": ELSEWHERE, "opinion": ELSEWHERE}
        yield claimed("hold_hearing", held, {**texts, "host": host, "held_on": held})


def _inside_the_organ(row: Row) -> Iterator[Intent]:
    if row.get("checked_on"):
        values = {"checker": row.get("checker") or NOT_TOLD, "opinion": ELSEWHERE, "checked_on": row["checked_on"]}
        yield claimed("check_file", row["checked_on"], values)
    if row.get("reviewed_on"):
        values = {"reviewer": row.get("reviewer") or NOT_TOLD, "opinion": ELSEWHERE}
        yield claimed("pass_review", row["reviewed_on"], {**values, "reviewed_on": row["reviewed_on"]})
    if row.get("discussed_on"):
        values = {"members": row.get("members") or NOT_TOLD, "conclusion": ELSEWHERE}
        yield claimed("discuss", row["discussed_on"], {**values, "discussed_on": row["discussed_on"]})


def _decision(row: Row) -> Iterator[Intent]:
    on, result = row.get("decided_on"), row.get("result")
    paper = {"decider": row.get("decider") or NOT_TOLD, "decision_text": ELSEWHERE, "decided_on": on}
    paper["number"] = row.get("decision_number")
    if on and result == "no_penalty":
        ground = {"ground": row["ground"], "educated": bool(row.get("educated"))}
        yield claimed("decide_no_penalty", on, {**paper, **ground})
    elif on:
        yield claimed("decide", on, {**paper, **{name: row.get(name) for name in SENTENCE}})
    elif result in ("withdrawn", "terminated") and row.get("closed_on"):
        values = {"withdrawn_on": row["closed_on"], "approver": row["approver"], "reason": ELSEWHERE}
        yield claimed("withdraw_case" if result == "withdrawn" else "terminate", row["closed_on"], values)
