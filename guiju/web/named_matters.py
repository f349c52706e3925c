"""Matters that a form names by number: found in one statement before planning, which itself makes no query."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages

from guiju.exchange.importing.api import Numbers
from guiju.kernel.procedure.api import Input, Moment
from guiju.web.access import DeskRequest
from guiju.web.inputs import InputForm


def named_numbers(inputs: Iterable[Input], values: Mapping[str, Any]) -> dict[str, str]:
    """Numbers of other matters that were typed, by input name."""
    return {item.name: values[item.name] for item in inputs if item.kind == "matter_number" and values.get(item.name)}


def moment_naming(request: DeskRequest, form: InputForm) -> Moment:
    """The request's moment that knows the matters which the form names, among those that the person may see.

    A number that nobody here has is an error at a field that must be filled, else a remark: what was typed is kept.
    """
    named = named_numbers(form.inputs, form.values())
    if not named:
        return request.moment
    numbers = Numbers()
    numbers.look_up(named.values(), request.acting)
    for name, number in named.items():
        if number in numbers:
            continue
        if form.fields[name].required:
            form.add_error(name, f"您能看到的事项里没有编号“{number}”。请核对编号，或者请司法所内勤来关联。")
        elif "preview" not in request.POST:
            messages.warning(request, f"没有找到编号“{number}”的事项，编号已照写，没有关联。")
    return dataclasses.replace(request.moment, numbers=numbers)
