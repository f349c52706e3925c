"""The forms of the demo: blanks as superiors send them (示例), with what the sample town's clerk has said of them."""

from __future__ import annotations

from pathlib import Path

from guiju.exchange.superiors_forms.api import blank_of, forms_of, keep_form, say
from guiju.kernel.procedure.api import Moment


def keep_sample_forms(moment: Moment, folder: Path) -> None:
    """Write the blanks below a folder and keep those that are not there yet, mapped."""
    from samples.form_mappings import MAPPINGS
    from samples.forms import write_forms

    known = set(forms_of(moment.town_id).values_list("name", flat=True))
    write_forms(folder)
    for path, mapped in MAPPINGS.items():
        blank = folder / path
        if blank.stem not in known:
            form = keep_form(blank.read_bytes(), blank.name, blank.stem, moment, owner="示例区司法局")
            say(form, mapped(blank_of(form)), moment)
