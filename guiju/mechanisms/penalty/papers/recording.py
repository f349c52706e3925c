"""The sheet of an audio-video record (第47条): the media stay where they are, the volume says where."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.documents.api import Content, Field, Fields, SignatureLine, date_in_digits
from guiju.kernel.lawbook.api import LawbookError
from guiju.kernel.procedure.api import Draft
from guiju.kernel.terms.api import SHANGHAI
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.sheets import case_rows, inside


def recording_register(draft: Draft, number: str | None) -> Content:
    """音像记录登记表: which act, with which device, from when to when, which file, where and until when it is kept."""
    until = draft.get("keep_until")
    rows = (
        *case_rows(draft),
        (Field("记录的事项", _item(draft)), Field("记录日期", date_in_digits(draft.event_date))),
        (Field("设备", draft.get("device")), Field("文件名", draft.get("file_name"))),
        (Field("开始时间", _clock(draft.get("began_at"))), Field("结束时间", _clock(draft.get("ended_at")))),
        (Field("存放处", draft.get("kept_at")), Field("保存到", date_in_digits(until) if until else None)),
        (Field("文件校验值", draft.get("sha256")),),
    )
    hands = (SignatureLine("记录人", manner="签名"), SignatureLine("保管人", manner="签名", dated=True))
    return inside(draft, "recording_register", "音像记录登记表", (Fields(rows), *hands))


def _item(draft: Draft) -> str:
    code = str(draft.get("item", ""))
    try:
        known = {row.code: row.label for row in draft.moment.lawbook.codes("record_item")}
    except LawbookError:
        return code
    return known.get(code, code)


def _clock(moment: dt.datetime | None) -> str | None:
    return f"{moment.astimezone(SHANGHAI):%Y年%m月%d日 %H:%M}" if moment is not None else None


KINDS = {"recording_register": PaperKind("音像记录登记表", recording_register)}
