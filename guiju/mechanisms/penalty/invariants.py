"""What holds over every walk through an ordinary case, and which requirements carry it."""

from __future__ import annotations

from guiju.kernel.procedure.api import Before

# Whatever brings new facts makes notice, hearing, review and discussion stale (第44、57、58、64条).
EVIDENCE_STEPS = ("inspect", "question", "collect", "supplement")
STALE = (
    "investigated",
    "noticed",
    "waived",
    "hearing_announced",
    "hearing_settled",
    "checked",
    "reviewed",
    "list_reviewed",
    "discussed",
)

INVARIANTS = (
    Before("decide", "file_case", carried_by=("filed",)),
    Before("decide", EVIDENCE_STEPS, carried_by=("evidence_collected",)),
    Before("notify", "conclude", since=EVIDENCE_STEPS, carried_by=("investigated",)),
    Before("decide", "notify", since=EVIDENCE_STEPS, carried_by=("noticed",)),
    Before("decide", "waive", since=("notify", *EVIDENCE_STEPS), if_="window_open", carried_by=("waived",)),
    Before("decide", "review_defence", since="hear_defence", if_="hear_defence", carried_by=("defence_reviewed",)),
    Before("hold_hearing", "announce_hearing", since=EVIDENCE_STEPS, carried_by=("hearing_announced",)),
    Before(
        "decide",
        ("hold_hearing", "withdraw_hearing"),
        since=("ask_hearing", *EVIDENCE_STEPS),
        if_="hearing_asked",
        carried_by=("hearing_settled",),
    ),
    Before(
        "decide",
        "pass_review",
        since=(*EVIDENCE_STEPS, "hold_hearing", "object_review"),
        if_="review_due",
        carried_by=("reviewed",),
    ),
    Before(
        "decide",
        "pass_review",
        since=(*EVIDENCE_STEPS, "hold_hearing", "object_review"),
        if_="review_listed",
        carried_by=("list_reviewed",),
    ),
    Before("decide", "check_file", since=EVIDENCE_STEPS, carried_by=("checked",)),
    Before("decide", "discuss", since=EVIDENCE_STEPS, if_="discussion_due", carried_by=("discussed",)),
    Before("decide_no_penalty", EVIDENCE_STEPS, carried_by=("evidence_collected",)),
    Before("serve", ("decide", "decide_no_penalty"), carried_by=("stage",)),
    Before("pay", "serve", carried_by=("stage",)),
    Before("apply_court", "urge", carried_by=("urged",)),
    Before("archive", ("close", "close_revoked", "withdraw_case", "terminate"), carried_by=("stage",)),
)
