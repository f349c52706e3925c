"""From the inputs that a step declares to a form on the page, and back to the values that planning reads."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from stdnum.cn import ric
from stdnum.exceptions import ValidationError as WrongNumber

from guiju.kernel.procedure.api import Input, Moment

CHIPS_UP_TO = 10
_PHONE = re.compile(r"(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,8})")


def _id_number(value: str) -> str:
    text = value.strip().upper()
    if not text:
        return ""
    if len(text) != 18:
        raise forms.ValidationError(f"证件号只有 {len(text)} 位，应为 18 位。")
    try:
        ric.validate(text)
    except WrongNumber:
        raise forms.ValidationError("证件号的校验位不符，请对照证件再核一遍。") from None
    return text


def _telephone(value: str) -> str:
    text = value.strip()
    if text and not _PHONE.fullmatch(text):
        raise forms.ValidationError("电话应是 11 位手机号，或带区号的座机号。")
    return text


class InputForm(forms.Form):
    """The form of a step: fields in the declared order, the row version and the one-time key beside them."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    request_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, inputs: Iterable[Input], moment: Moment, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.inputs = tuple(inputs)
        self.moment = moment
        for item in self.inputs:
            self.fields[item.name] = field_for(item, moment)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for item in self.inputs:
            if item.kind == "id_number" and cleaned.get(item.name):
                self._check(item.name, _id_number, cleaned)
            elif item.kind == "telephone" and cleaned.get(item.name):
                self._check(item.name, _telephone, cleaned)
            elif item.past_only and self._is_ahead(cleaned.get(item.name)):
                self.add_error(item.name, f"{item.label}晚于今天（{self.moment.today:%Y-%m-%d}）。")
        return cleaned

    def _is_ahead(self, value: Any) -> bool:
        return isinstance(value, dt.date) and value > self.moment.today

    def _check(self, name: str, check: Callable[[str], str], cleaned: dict[str, Any]) -> None:
        try:
            cleaned[name] = check(cleaned[name])
        except forms.ValidationError as error:
            self.add_error(name, error)

    def values(self) -> dict[str, Any]:
        """The input values by name, as planning reads them; empty ones are None or an empty text."""
        return {item.name: _value(item, self.cleaned_data.get(item.name)) for item in self.inputs}


def _value(item: Input, value: Any) -> Any:
    if item.kind == "unit":
        return int(value) if value else None
    return value


def field_for(item: Input, moment: Moment) -> forms.Field:
    """The Django field of one input; whether something is missing is the step's own refusal, said at the field."""
    common: dict[str, Any] = {"label": label_of(item), "help_text": item.help, "required": item.required}
    today = {"data-today": moment.today.isoformat()}
    match item.kind:
        case "date":
            return forms.DateField(widget=forms.DateInput(attrs=today if item.past_only else {}), **common)
        case "moment":
            return forms.DateTimeField(widget=forms.DateTimeInput(attrs={"type": "datetime-local"}), **common)
        case "integer":
            return forms.IntegerField(min_value=0, **common)
        case "money":
            return forms.DecimalField(min_value=Decimal(0), decimal_places=2, max_digits=14, **common)
        case "choice":
            return _choice(list(item.choices.items()), common, chips=len(item.choices) <= CHIPS_UP_TO)
        case "unit":
            units = units_for(moment)
            return _choice([(str(key), name) for key, name in units.items()], common, chips=len(units) <= 3)
        case "yes_no":
            return forms.BooleanField(**(common | {"required": False}))
        case "long_text":
            return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), strip=True, **common)
        case _:
            return forms.CharField(max_length=200, strip=True, **common)


def label_of(item: Input) -> str:
    """The label with its unit, unless it ends in it: 人次, not 人次（人次）."""
    return f"{item.label}（{item.unit}）" if item.unit and not item.label.endswith(item.unit) else item.label


def _choice(choices: list[tuple[str, str]], common: Mapping[str, Any], *, chips: bool) -> forms.ChoiceField:
    widget = forms.RadioSelect if chips else forms.Select
    blank = [] if chips and common["required"] else [("", "请选择")]
    return forms.ChoiceField(choices=blank + choices, widget=widget, **common)


def units_for(moment: Moment) -> dict[int, str]:
    """Units that the person may choose: own ones and those below, or all of the town."""
    names = moment.directory.unit_names
    if moment.acting.sees_town:
        return names
    return {key: names[key] for key in moment.acting.unit_ids if key in names}
