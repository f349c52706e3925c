"""Forms about a sheet: what its headings are where nobody knows them, and what its cells say where that is in doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from guiju.exchange.sheets.api import Heading, Suggested, normalise
from guiju.kernel.mechanism.api import ColumnWish, OwnRegisters, RegisterWish
from guiju.kernel.procedure.api import Register

LEFT_OUT = "left_out"
STATED_ABOVE = ("unit",)  # may stand above the table instead of in a column


def heading_words(heading: Heading) -> str:
    """The heading as the sheet shows it; the second of two alike by its key, which tells them apart."""
    return heading.key if "#" in heading.key else heading.text


def given_answers(posted: QueryDict) -> dict[str, str]:
    """What was answered in imports/questions.html, by the key of the question; what was typed goes before the choice."""
    told = {
        prefix: {name[2:]: text.strip() for name, text in posted.items() if name[:2] == prefix}
        for prefix in ("a.", "t.")
    }
    return told["a."] | {key: text for key, text in told["t."].items() if text}


class ColumnFields(NamedTuple):
    """The two fields of one column."""

    kind: BoundField
    private: BoundField


class DefineForm(forms.Form):
    """Name and keeper of the register, and for every heading what it is and whether it may name people."""

    name = forms.CharField(label="台账名称", max_length=30, help_text="登记编号和数字都用这个名称，设立后不改")
    unit = forms.ChoiceField(label="由哪个单位保管", required=False, help_text="不选就是全镇各单位都记的台账")

    def __init__(
        self, own: OwnRegisters, columns: Sequence[Suggested], units: Mapping[int, str], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.headings = [(f"c{item.heading.column}", heading_words(item.heading)) for item in columns]
        self.fields["unit"].choices = [("", "全镇各单位"), *((str(k), v) for k, v in units.items())]  # type: ignore[attr-defined]
        for (name, heading), item in zip(self.headings, columns, strict=True):
            self.fields[name] = forms.ChoiceField(
                label=heading,
                choices=list(own.fields.items()),
                initial=item.field,
                help_text=f"例如：{'；'.join(item.samples)}" if item.samples else "这一列是空的",
            )
            self.fields[f"{name}-private"] = forms.BooleanField(
                label=f"“{heading}”含个人信息，加密保存", required=False, initial=item.private
            )

    @property
    def columns(self) -> list[ColumnFields]:
        return [ColumnFields(self[name], self[f"{name}-private"]) for name, _ in self.headings]

    def wish(self) -> RegisterWish:
        """What was asked for."""
        told = self.cleaned_data
        columns = tuple(
            # A column that is left out holds nothing, whatever was ticked beside it.
            ColumnWish(heading, told[name], told[f"{name}-private"] and told[name] != LEFT_OUT)
            for name, heading in self.headings
        )
        return RegisterWish(told["name"], columns, int(told["unit"]) if told["unit"] else None)


class MapForm(forms.Form):
    """For every heading the field of the register that it holds."""

    def __init__(self, register: Register, columns: Sequence[Suggested], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.register = register
        self.headings = {f"c{item.heading.column}": item.heading for item in columns}
        guessed = _guessed(register, list(self.headings.values()))
        choices = [("", "不导入"), *((item.name, item.label) for item in register.fields)]
        for item in columns:
            self.fields[f"c{item.heading.column}"] = forms.ChoiceField(
                label=heading_words(item.heading),
                choices=choices,
                required=False,
                initial=guessed.get(item.heading.key, ""),
                help_text=f"例如：{'；'.join(item.samples)}" if item.samples else "这一列是空的",
            )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        taken: dict[str, str] = {}
        for name, heading in self.headings.items():
            field = told.get(name) or ""
            if field in taken:
                self.add_error(name, f"“{self._label(field)}”已经对应“{taken[field]}”，一项只能对应一列。")
            elif field:
                taken[field] = heading.text
        wanted = [item for item in self.register.fields if item.required and item.name not in STATED_ABOVE]
        missing = [item.label for item in wanted if item.name not in taken]
        if missing:
            raise forms.ValidationError(f"还没有哪一列对应{'、'.join(f'“{label}”' for label in missing)}，这是必需的。")
        return told

    def _label(self, field: str) -> str:
        return self.register.field_table[field].label

    def mapping(self) -> dict[str, str]:
        """The key of the heading by field, as the importer remembers it."""
        told = self.cleaned_data
        return {told[name]: heading.key for name, heading in self.headings.items() if told[name]}


def _guessed(register: Register, headings: Sequence[Heading]) -> dict[str, str]:
    """The field that a heading holds in some layout of the register or is called by, each field once."""
    words = {normalise(item.label): item.name for item in register.fields}
    for layout in register.layouts:
        for column in layout.columns:
            words |= {normalise(word.rpartition("/")[2]): column.field for word in column.headings}
    found: dict[str, str] = {}
    for heading in headings:
        field = words.get(normalise(heading.path[-1]))
        if field is not None and field not in found.values():
            found[heading.key] = field
    return found
