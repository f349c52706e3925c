"""What every step of the ordinary procedure is told on a walk, and the reasons with which warnings are passed (示例)."""

from __future__ import annotations

from guiju.mechanisms.penalty.tests.made_cases import OFFICERS, PEOPLE, STEP_VALUES, TODAY

MORE_VALUES = {
    "reject_clue": {"reason": "不属管辖（示例）"},
    "take_back": {"reason": "不构成犯罪（示例）"},
    "take_back_clue": {"reason": "不构成犯罪（示例）"},
    "withdraw_case": {"approver": PEOPLE["mayor"], "reason": "违法事实不成立（示例）"},
    "terminate": {"approver": PEOPLE["mayor"], "reason": "当事人终止（示例）"},
    "ask_hearing": {},
    "seal": {"officers": OFFICERS},
    "unseal": {},
    "ask_repair": {"organ": "示例信用平台"},
    "answer_repair": {"repair_result": "repaired"},
    "demolish": {"officers": OFFICERS},
    "withdraw_hearing": {},
    "publish": {"address": "https://example.invalid/1"},
    "take_down": {},
    "defer": {"approver": PEOPLE["mayor"], "instalments": 2, "first_due": TODAY, "reason": "困难（示例）"},
    "note_remedy": {},
    "end_remedy": {},
    "court_result": {"result": "paid"},
    "recuse": {"person": PEOPLE["o3"], "approver": PEOPLE["mayor"], "reason": "利害关系（示例）"},
    "record": {"item": "inspect", "device": "示例记录仪", "kept_at": "采集站"},
    "extend": {"extended_by": 10, "approver": PEOPLE["mayor"], "ground": "依据（示例）"},
    "pause": {"cause": "appraisal", "approver": PEOPLE["vice"]},
    "resume_investigating": {},
    "resume_concluded": {},
    "resume_noticed": {},
}
VALUES = {**STEP_VALUES, **MORE_VALUES}
del VALUES["archive"]  # else most walks end there
WARNED = dict.fromkeys(
    ("checked", "list_reviewed", "unpaid", "unpublished", "complex_unmarked", "late.publication"), "写明的理由（示例）"
)
