"""Keeping forms: a blank comes in, is mapped, replaced by a changed one, and taken out filled, with its entry."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from guiju.exchange.superiors_forms.answers import Sources
from guiju.exchange.superiors_forms.comparing import Compared, compared
from guiju.exchange.superiors_forms.errors import FormError
from guiju.exchange.superiors_forms.filling import Filled, fill, opened
from guiju.exchange.superiors_forms.grids import Blank
from guiju.exchange.superiors_forms.mapping import FormMapping, from_json, to_json
from guiju.exchange.superiors_forms.models import FormTaken, SuperiorForm
from guiju.exchange.superiors_forms.periods import Chosen, last_whole
from guiju.kernel.ledger.api import vault
from guiju.kernel.mechanism.api import ListedMatter, ListedRegister, listed_keys, listed_matters, listed_registers
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import Moment, apply, load_snapshots, plan_export

MAY_NOT = "上级的表是全镇的，由司法所内勤或所长上传和指定。请交给他们，或者只看、只取填好的表。"


def may_set_up(acting: Acting) -> bool:
    """Whether somebody may bring forms of the town and say what is filled in them."""
    return acting.sees_town and acting.may("imports")


def forms_of(town_id: int) -> QuerySet[SuperiorForm]:
    """The forms of a town, by name, without their blanks."""
    return SuperiorForm.objects.filter(town_id=town_id).defer("blank").order_by("name")


def keep_form(
    data: bytes, file_name: str, name: str, moment: Moment, *, owner: str = "", due_day: int | None = None
) -> SuperiorForm:
    """Keep a blank that nothing has been said of yet. Raises FormError."""
    if not may_set_up(moment.acting):
        raise FormError(MAY_NOT)
    opened(data, file_name)
    form = SuperiorForm(
        town_id=moment.town_id, name=name.strip()[:60], owner=owner.strip()[:60], file_name=file_name[-200:],
        due_day=due_day, mapping=to_json(FormMapping()), changed_at=moment.now,
    )  # fmt: skip
    _set_blank(form, data)
    try:
        with transaction.atomic():
            form.save(force_insert=True)
    except IntegrityError:
        raise FormError(f"已经有一份叫“{form.name}”的表。表样变了请在那份表里换新空表；另一份表请换个名称。") from None
    return form


def _set_blank(form: SuperiorForm, data: bytes) -> None:
    form.sha256 = hashlib.sha256(data).hexdigest()
    nonce = os.urandom(12)
    form.blank = nonce + AESGCM(vault().encryption).encrypt(nonce, data, form.sha256.encode())


def blank_bytes(form: SuperiorForm) -> bytes:
    """The blank as it came."""
    kept = bytes(form.blank)
    return AESGCM(vault().encryption).decrypt(kept[:12], kept[12:], form.sha256.encode())


def blank_of(form: SuperiorForm) -> Blank:
    """The blank, opened anew each time: filling writes into it."""
    return opened(blank_bytes(form), form.file_name)


def mapping_of(form: SuperiorForm) -> FormMapping:
    """What has been said of the form."""
    return from_json(form.mapping)


def say(form: SuperiorForm, mapping: FormMapping, moment: Moment, *, asked: Sequence[str] | None = None) -> None:
    """Keep what somebody says of the form."""
    form.mapping, form.rhythm, form.changed_at = to_json(mapping), mapping.rhythm, moment.now
    if asked is not None:
        form.asked = list(asked)
    form.save(update_fields=["mapping", "rhythm", "changed_at", "asked"])


def change_blank(form: SuperiorForm, data: bytes, file_name: str, moment: Moment) -> Compared:
    """Put a new blank in the place of the old one: what is certain stays, the rest is asked again. Raises FormError."""
    found = compared(blank_of(form), opened(data, file_name), mapping_of(form))
    _set_blank(form, data)
    form.file_name = file_name[-200:]
    form.save(update_fields=["blank", "sha256", "file_name"])
    say(form, found.mapping, moment, asked=found.asked)
    return found


@dataclass(frozen=True)
class Choice:
    """A matter for which a form can be made."""

    key: int
    number: str
    title: str


def listed_of(mapping: FormMapping) -> ListedRegister:
    """The register whose matters a form for each matter is made of. Raises FormError."""
    found = listed_registers().get(mapping.register)
    if found is None:
        raise FormError("这份表每件事项填一份，还没有指定是哪一本台账的事项。")
    return found


def choices_of(mapping: FormMapping, chosen: Chosen, moment: Moment) -> list[Choice]:
    """The matters of a month for which the form can be made, that the person sees."""
    listed = listed_of(mapping)
    keys, _ = listed_keys(listed, moment, chosen.period("month"), mapping.date or next(iter(listed.dates)))
    found = load_snapshots(keys, rows=())
    return [Choice(key, found[key].matter["number"], found[key].matter["title"]) for key in keys if key in found]


def matter_for(mapping: FormMapping, key: int, chosen: Chosen, moment: Moment) -> ListedMatter:
    """A matter of the form's register and month. Raises FormError for any other."""
    if key not in {one.key for one in choices_of(mapping, chosen, moment)}:
        raise FormError("这一期没有这件事项，或者您的岗位看不到。请重新选。")
    return next(iter(listed_matters(listed_of(mapping), [key], moment)))


def filled_form(
    form: SuperiorForm, chosen: Chosen, moment: Moment, *, clear: bool = False, matter: int | None = None
) -> Filled:
    """The form filled for a month, to be looked at. Writes nothing."""
    mapping = mapping_of(form)
    one = matter_for(mapping, matter, chosen, moment) if matter is not None else None
    return fill(blank_of(form), mapping, Sources(moment, chosen, clear=clear), one)


def take(
    form: SuperiorForm,
    chosen: Chosen,
    moment: Moment,
    *,
    reason: str = "",
    clear: bool = False,
    matter: int | None = None,
) -> tuple[bytes, Filled]:
    """Take the filled form out. With clear text of private values each matter gets an entry: who, which fields, why.

    Raises FormError, and NotAllowed for a post that takes no files out or without a reason.
    """
    filled = filled_form(form, chosen, moment, clear=clear, matter=matter)
    data = filled.data()
    if filled.revealed:
        told = f"填报《{form.name}》{chosen.label}：{reason.strip()}" if reason.strip() else ""
        snapshots = load_snapshots(list(filled.revealed), rows=())
        plans = [
            plan_export(snapshots[key], moment, fields=sorted(fields), reason=told)
            for key, fields in sorted(filled.revealed.items())
        ]
        apply(plans, moment.now)
    FormTaken.objects.create(
        town_id=form.town_id, form=form, year=chosen.year, month=chosen.month, person_id=moment.acting.person_id,
        sha256=hashlib.sha256(data).hexdigest(), clear=bool(filled.revealed), taken_at=moment.now,
    )  # fmt: skip
    return data, filled


@dataclass(frozen=True)
class DueForm:
    """A form of the last period that nobody has taken out yet; `due_on` is the day by which the superior asks for it."""

    form: SuperiorForm
    chosen: Chosen
    due_on: dt.date | None


def forms_due(town_id: int, today: dt.date) -> list[DueForm]:
    """The forms of the period that is over which nobody has taken out. A statement, and one where there are forms."""
    forms = [form for form in forms_of(town_id) if form.rhythm != "matter" and from_json(form.mapping).count]
    taken = FormTaken.objects.filter(town_id=town_id, form_id__in=[form.pk for form in forms])
    known = set(taken.values_list("form_id", "year", "month")) if forms else set()
    found = []
    for form in forms:
        chosen = last_whole(today, form.rhythm)
        if (form.pk, chosen.year, chosen.month) not in known:
            after = chosen.until + dt.timedelta(days=1)
            found.append(DueForm(form, chosen, after.replace(day=min(form.due_day, 28)) if form.due_day else None))
    return sorted(found, key=lambda one: (one.due_on is None, one.due_on or today, one.form.name))
