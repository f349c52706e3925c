"""A form as one file: the blank and what was said of it, carried from town to town. It holds no record of any town."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from guiju.exchange.superiors_forms.errors import FormError
from guiju.exchange.superiors_forms.filling import opened
from guiju.exchange.superiors_forms.keeping import MAY_NOT, blank_bytes, keep_form, mapping_of, may_set_up, say
from guiju.exchange.superiors_forms.mapping import from_json, to_json
from guiju.exchange.superiors_forms.models import SuperiorForm
from guiju.exchange.superiors_forms.package import MOST_BYTES
from guiju.kernel.procedure.api import Moment

FORMAT = 1
DESCRIPTION = "form.json"
_FIXED = (2020, 1, 1, 0, 0, 0)


def carried(form: SuperiorForm) -> bytes:
    """The form as a file; the same bytes for the same form."""
    told = {
        "format": FORMAT,
        "name": form.name,
        "owner": form.owner,
        "due_day": form.due_day,
        "blank": f"blank{'.docx' if form.file_name.lower().endswith('.docx') else '.xlsx'}",
        "file_name": form.file_name,
        "mapping": to_json(mapping_of(form)),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        text = json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True)
        archive.writestr(zipfile.ZipInfo(DESCRIPTION, _FIXED), text)
        archive.writestr(zipfile.ZipInfo(str(told["blank"]), _FIXED), blank_bytes(form))
    return target.getvalue()


def load_carried(data: bytes, moment: Moment) -> SuperiorForm:
    """Keep a form that another town made. Raises FormError for any other file and for a name that is taken."""
    if not may_set_up(moment.acting):
        raise FormError(MAY_NOT)
    told, blank = _read(data)
    opened(blank, told["file_name"])
    mapping = from_json(told["mapping"])
    due_day = told.get("due_day")
    form = keep_form(
        blank, told["file_name"], told["name"], moment,
        owner=str(told.get("owner", "")), due_day=due_day if isinstance(due_day, int) and 1 <= due_day <= 31 else None,
    )  # fmt: skip
    say(form, mapping, moment)
    return form


def _read(data: bytes) -> tuple[dict[str, Any], bytes]:
    wrong = FormError("这不是从本系统导出的表（.zip）。空表请用“上传空表”。")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > 2 * MOST_BYTES:
                raise wrong
            told = json.loads(archive.read(DESCRIPTION))
            blank = archive.read(str(told["blank"]))
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, OSError) as error:
        raise wrong from error
    if told.get("format") != FORMAT:
        raise FormError("这份表由更新的版本导出，本系统读不了。请升级后再载入。")
    if not isinstance(told.get("name"), str) or not isinstance(told.get("file_name"), str):
        raise wrong
    return told, blank
