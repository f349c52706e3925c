"""An invented town (示例) with an enforcement team, and cases written through apply, step by step on their days."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from guiju.kernel.organisation.api import Town
from guiju.kernel.procedure.api import Intent
from tests.desk_at_work import DeskAtWork, town_from

SINCE = dt.date(2001, 1, 1)
TODAY = dt.date(2026, 3, 12)  # a Thursday
TEAM = "远溪镇综合行政执法队"
PEOPLE = {
    "o1": "柏青禾",
    "o2": "桑晓",
    "o3": "路明",  # certificate lapsed
    "check": "程一",
    "review": "丁宁",
    "fresh": "白露",  # a reviewer without the qualification
    "mayor": "霜降",
    "vice": "立夏",
    "host": "谷雨",
}
OFFICERS = f"{PEOPLE['o1']}、{PEOPLE['o2']}"
POSTS = (
    ("o1", "enforcement_officer", "team"),
    ("o2", "enforcement_head", "team"),
    ("o3", "enforcement_officer", "team"),
    ("check", "legal_officer", "team"),
    ("review", "legal_reviewer", "office"),
    ("fresh", "legal_reviewer", "office"),
    ("mayor", "organ_head", "gov"),
    ("vice", "leader", "gov"),
)
CERTIFICATES = (
    ("o1", "enforcement", None),
    ("o2", "enforcement", None),
    ("o3", "enforcement", dt.date(2025, 12, 31)),
    ("review", "legal_profession", None),
)


def certificates(code: str) -> list[dict[str, Any]]:
    """What a person of the town holds."""
    held = [(kind, until) for person, kind, until in CERTIFICATES if person == code]
    return [{"kind": kind, "number": f"示例{code}", "since": SINCE, "until": until} for kind, until in held]


def description() -> dict[str, Any]:
    """The town as its description file would say it."""
    units = (
        ("gov", "远溪镇人民政府", "government"),
        ("team", TEAM, "enforcement_team"),
        ("office", "远溪镇司法所", "justice_office"),
    )
    return {
        "town": {"code": "yuanxi", "name": "远溪镇", "note": "示例，均为虚构"},
        "units": [{"code": code, "name": name, "kind": kind, "since": SINCE} for code, name, kind in units],
        "people": [{"code": code, "name": name, "certificates": certificates(code)} for code, name in PEOPLE.items()],
        "posts": [{"person": p, "role": role, "unit": unit, "since": SINCE} for p, role, unit in POSTS],
    }


def found_town() -> Town:
    """Write the town."""
    return town_from(description())


class Desk(DeskAtWork):
    """The team's desk."""

    mechanism = "penalty"

    def unit(self, name: str = TEAM) -> int:
        return self.moment.directory.units[name]

    # a case on its way

    def clue(self, **values: Any) -> int:
        given = {**CLUE, "unit": self.unit(), "occurred_on": self.today - dt.timedelta(2), **values}
        return self.open("ordinary", Intent("register_clue", given))

    def investigated(self, **values: Any) -> int:
        """A case whose investigation is concluded."""
        matter = self.clue(**values)
        self.take(matter, "file_case")
        self.take(matter, "inspect")
        self.take(matter, "conclude")
        return matter

    def noticed(self, **conclusion: Any) -> int:
        """A case whose party has been told what is intended, and which the legal officer has looked through."""
        matter = self.clue(party_kind=conclusion.pop("party_kind", "organisation"))
        self.take(matter, "file_case")
        self.take(matter, "inspect")
        told = conclusion.pop("hearing_told", False)
        self.take(matter, "conclude", **conclusion)
        amounts = {name: value for name, value in conclusion.items() if name in ("fine", "confiscation", "other_kind")}
        self.take(matter, "notify", hearing_told=told, **amounts)
        self.take(matter, "check_file")
        return matter

    def decided(self) -> int:
        """A case decided after the party gave up its say."""
        matter = self.noticed()
        self.take(matter, "waive")
        self.take(matter, "decide")
        return matter


CLUE = {
    "source": "patrol",
    "item": "waste_sorting",
    "place": "示例路1号",
    "facts": "未按规定分类投放（示例）",
    "party_kind": "organisation",
    "party": "示例食品有限公司",
    "party_address": "示例市示例路1号（虚构）",
}
STEP_VALUES: dict[str, dict[str, Any]] = {
    "file_case": {"officers": OFFICERS, "approver": PEOPLE["vice"]},
    "inspect": {
        "officers": OFFICERS,
        "certificate_shown": True,
        "record": "现场情况（示例）",
        "inspection_code": "示例",
    },
    "question": {
        "officers": OFFICERS,
        "certificate_shown": True,
        "told_rights": True,
        "person": "示例人员",
        "record": "问答（示例）",
    },
    "collect": {"kind": "documents", "title": "台账（示例）"},
    "supplement": {"kind": "electronic", "title": "监控截图（示例）"},
    "preserve": {"officers": OFFICERS, "approver": PEOPLE["vice"], "goods": "示例物品", "keeper": "现场"},
    "dispose_goods": {"disposal": "returned"},
    "order_correction": {"content": "分类投放（示例）"},
    "recheck": {"officers": OFFICERS, "corrected": "yes"},
    "conclude": {
        "officers": OFFICERS,
        "facts": "查明的事实（示例）",
        "fine": Decimal(3000),
        "proposal": "建议（示例）",
    },
    "notify": {"officers": OFFICERS, "manner": "direct", "fine": Decimal(3000)},
    "waive": {"written": True},
    "hear_defence": {"defence": "已经改正（示例）"},
    "review_defence": {"adopted": "none", "answer": "理由不成立（示例）"},
    "announce_hearing": {"venue": "镇政府会议室", "host": PEOPLE["host"]},
    "hold_hearing": {"host": PEOPLE["host"], "record": "笔录（示例）", "opinion": "意见（示例）"},
    "check_file": {"checker": PEOPLE["check"], "opinion": "齐全（示例）"},
    "pass_review": {"reviewer": PEOPLE["review"], "opinion": "同意（示例）"},
    "object_review": {"reviewer": PEOPLE["review"], "opinion": "证据不足（示例）"},
    "answer_review": {"adopted": True, "answer": "已补充（示例）"},
    "discuss": {"members": f"{PEOPLE['mayor']}、{PEOPLE['vice']}", "conclusion": "同意（示例）"},
    "decide": {
        "decider": PEOPLE["mayor"],
        "fine": Decimal(3000),
        "decision_text": "事实和理由（示例）",
        "bank": "示例银行",
    },
    "decide_no_penalty": {
        "decider": PEOPLE["mayor"],
        "ground": "minor",
        "decision_text": "轻微（示例）",
        "educated": True,
    },
    "serve": {"officers": OFFICERS, "manner": "direct"},
    "announce": {"address": "镇公告栏", "term": "national"},
    "pay": {"amount": Decimal(3000), "receipt": "示例票据", "payment_code": "示例缴款码"},
    "urge": {"manner": "direct"},
    "apply_court": {"approver": PEOPLE["mayor"], "court": "示例区人民法院"},
    "close": {"approver": PEOPLE["mayor"], "execution": "已缴清（示例）"},
    "close_revoked": {"approver": PEOPLE["mayor"], "execution": "已撤回（示例）"},
    "archive": {"volume_number": "2026-1", "keeping_term": "years_30"},
    "transfer": {
        "receiver": "示例公安派出所",
        "approver": PEOPLE["mayor"],
        "reason": "涉嫌犯罪（示例）",
        "crime": True,
    },
    "confirm_receipt": {"receipt": "示例回执1号"},
    "revoke": {"result": "revoked", "reason": "复议撤销（示例）"},
}

Desk.usual = STEP_VALUES
