"""全过程记录: for each step of a case its written record and its audio-video one, and what of them lacks (第47条).

Which steps the town's list of audio-video items names, and which items have to be recorded from beginning to end, is
dated data of the rulepacks; the media stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from guiju.kernel.lawbook.api import LawbookError
from guiju.kernel.ledger.api import StepMark
from guiju.kernel.procedure.api import CodeLabels, Moment, RecordLine, Snapshot
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.rows import RecordItem

ITEMS_OF_STEPS = "penalty.record.items"  # rows "step:item" of the town's list
REQUIRED_ITEMS = "penalty.record.required"  # 国办发〔2018〕118号 三(八)
ITEM_NAMES = CodeLabels("record_item")

# 第47条: the stages of a case that have to be on record, and the steps of which any records it.
STAGES_ON_RECORD = {
    "启动": ("file_case",),
    "调查取证": ("inspect", "question", "collect", "supplement"),
    "审核": ("conclude", "check_file", "pass_review"),
    "决定": ("decide", "decide_no_penalty", "decide_on_spot"),
    "送达": ("serve", "decide_on_spot"),
    "执行": ("pay", "court_result", "recheck", "close", "defer"),
}


def missing_records(snapshot: Snapshot, *, also: str = "") -> tuple[str, ...]:
    """第47条: stages of the case that no step has put on record; `also` is a step just being taken."""
    done = {mark.code for mark in snapshot.steps} | {also}
    wanted = dict(STAGES_ON_RECORD)
    if snapshot.procedure.kind == "simple":
        wanted = {name: wanted[name] for name in ("决定", "送达", "执行")}
    elif not snapshot.detail.get("decided_on"):
        wanted = {name: wanted[name] for name in ("启动", "调查取证")}
    return tuple(name for name, steps in wanted.items() if done.isdisjoint(steps))


def stages_lacking(snapshot: Snapshot) -> tuple[str, ...]:
    """第47条: stages that are over in the case and that no step has put on record; what is to come does not lack."""
    detail = snapshot.detail
    over = {
        "启动": detail.get("concluded_on") or detail.get("decided_on"),
        "调查取证": detail.get("concluded_on") or detail.get("decided_on"),
        "审核": detail.get("decided_on"),
        "决定": detail.get("decided_on"),
        "送达": detail.get("served_on"),
        "执行": detail.get("case_closed_on"),
    }
    return tuple(stage for stage in missing_records(snapshot) if over[stage] or detail.get("case_closed_on"))


def items_of_steps(moment: Moment) -> Mapping[str, str]:
    """Which item of the town's list is recorded at which step; nothing where the town has published no list."""
    return dict(pair.split(":", 1) for pair in _listed(ITEMS_OF_STEPS, moment))


def _listed(name: str, moment: Moment) -> Sequence[str]:
    try:
        value = moment.lawbook.value(name, moment.on).value
    except LawbookError:
        return ()
    return value if isinstance(value, tuple) else ()


def item_name(code: str) -> str:
    """What the town's list calls an item; the code itself where the list has none such."""
    return ITEM_NAMES.get(code, code)


def _unrecorded(snapshot: Snapshot, moment: Moment) -> list[str]:
    """Items of the steps that were taken of which no recording is registered, in the order of the steps."""
    items, held = items_of_steps(moment), {row["item"] for row in snapshot.of(RecordItem)}
    called_for = dict.fromkeys(items[mark.code] for mark in snapshot.steps if mark.code in items)
    return [item for item in called_for if item not in held]


def missing_media(snapshot: Snapshot, moment: Moment) -> tuple[str, ...]:
    """国办发〔2018〕118号 三(八): names of what has to be recorded with picture and sound and is not."""
    required = _listed(REQUIRED_ITEMS, moment)
    return tuple(item_name(item) for item in _unrecorded(snapshot, moment) if item in required)


def optional_media(snapshot: Snapshot, moment: Moment) -> tuple[str, ...]:
    """Names of what the town's list names and nobody recorded; it may be left out where the text says it all."""
    required = _listed(REQUIRED_ITEMS, moment)
    return tuple(item_name(item) for item in _unrecorded(snapshot, moment) if item not in required)


def record_lines(snapshot: Snapshot, moment: Moment) -> tuple[RecordLine, ...]:
    """第47条: the case stage by stage: each step that was taken with its text and media, each stage that none shows."""
    return tuple(_lines(snapshot, moment))


def _lines(snapshot: Snapshot, moment: Moment) -> Iterator[RecordLine]:
    items, required = items_of_steps(moment), _listed(REQUIRED_ITEMS, moment)
    media: dict[str, list[str]] = {}
    for row in snapshot.of(RecordItem):
        media.setdefault(row["item"], []).append(_where(row))
    on_record = {code for steps in STAGES_ON_RECORD.values() for code in steps}
    told: set[str] = set()
    for mark in snapshot.steps:
        item, step = items.get(mark.code, ""), snapshot.procedure.by_code.get(mark.code)
        if step is None or (not item and mark.code not in on_record):
            continue
        state = "none" if not item else "done" if item in media else "lacking" if item in required else "optional"
        told.add(item)
        kept = "；".join(media.get(item, ()))
        basis = bases.AUDIO_VIDEO if state in ("lacking", "optional") else None
        yield RecordLine(step.label, _text(mark), item_name(item), kept, state, basis)  # type: ignore[arg-type]
    for item, rows in media.items():
        if item not in told:
            yield RecordLine(item_name(item), "", item_name(item), "；".join(rows), "done")
    for stage in stages_lacking(snapshot):
        yield RecordLine(stage, "", basis=bases.RECORDING)


def _text(mark: StepMark) -> str:
    return f"{mark.event_date.isoformat()}{'，本系统' if mark.mode == 'taken' else '，纸面补记'}"


def _where(row: Mapping[str, object]) -> str:
    """Where a recording stays: device, file, place, until when, and whether the docking station gave a hash."""
    keep = f"保存到{row['keep_until']}" if row.get("keep_until") else ""
    hashed = "有校验值" if row.get("sha256") else ""
    return "，".join(str(part) for part in (row["device"], row["file_name"], row["kept_at"], keep, hashed) if part)
