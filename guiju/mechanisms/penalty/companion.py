"""Companion mode: a superior's system is master of the town's cases, and this one says what lacks before a signature.

The town sets it by a dated setting. The procedure stays the same: what was done there is told by its lists and papers
(claimed steps), only nothing is taken here. What was proposed or told is what the next paper is expected to say.
"""

from __future__ import annotations

from typing import Any

from guiju.kernel.procedure.api import Moment, Refusal, Snapshot
from guiju.mechanisms.penalty.amounts import sentence_of
from guiju.mechanisms.penalty.forms import OTHER_KINDS

UNIFIED = "统一综合执法系统"  # where it is master of a case, the town's own steps are told by its list
MODE_SETTING = "penalty.mode"  # full: the town's cases live here; companion: a superior's system is their master
COMPANION = "companion"


def expects(snapshot: Snapshot) -> dict[str, Any]:
    """The penalty that the next paper is expected to name: what the party was last told, else what was proposed."""
    sentence = sentence_of(snapshot.detail, "told" if "noticed" in snapshot.facts else "proposed")
    if not sentence.kinds:
        return {}
    named = {kind: kind in sentence.kinds for kind in ("warning", "criticism")}
    other = next((kind for kind in sentence.kinds if kind in OTHER_KINDS), "")
    amounts = {"fine": sentence.fine, "confiscation": sentence.confiscation}
    return {"kinds": ",".join(sentence.kinds), "other_kind": other, **named, **amounts}


def kept_elsewhere(snapshot: Snapshot, moment: Moment) -> Refusal | None:
    """In companion mode no step is taken here in a case of the superior's system, and no case begins here.

    A case that began here before the town changed its mode has no other master and goes on here.
    """
    if moment.settings.get(MODE_SETTING) != COMPANION:
        return None
    if not snapshot.matter:
        return Refusal(
            "elsewhere",
            f"本镇的处罚案件在{UNIFIED}登记办理，这里不另登记。",
            remedy=f"在{UNIFIED}立案以后，把它的清单导进来，案件就在这里了。",
        )
    master = snapshot.matter.get("master")
    if not master:
        return None
    return Refusal(
        "elsewhere",
        f"这一件在{master}办理，这里不重复办。",
        remedy="在这里可以看签批前清单、收下那边的文书；那边已经办了的，按清单导入或者按文书补记。",
    )
