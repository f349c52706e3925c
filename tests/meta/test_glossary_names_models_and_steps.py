"""The glossary names every model, and every stage, step, fact and condition by its term and identifier."""

from __future__ import annotations

import pytest
from django.apps import apps

from guiju.kernel.mechanism.api import mechanisms
from tests.meta.tracked_files import source_of
from tools.glossary import TARGET

REMEDY = "write it anew: .venv/bin/python -m tools.glossary"


@pytest.fixture(scope="module")
def glossary():
    return source_of(TARGET)


def test_every_model_is_named(glossary):
    ours = [model for model in apps.get_models() if model.__module__.startswith("guiju.")]
    assert [
        model.__name__ for model in ours if f"`{model.__name__}` | `{model._meta.db_table}`" not in glossary
    ] == [], REMEDY


@pytest.mark.parametrize("mechanism", mechanisms(), ids=lambda mechanism: mechanism.code)
def test_every_name_of_a_mechanism_stands_in_its_section(glossary, mechanism):
    section = glossary.split(f"## {mechanism.label} `{mechanism.code}`\n")[1].split("\n## ")[0]
    missing = []
    for procedure in mechanism.procedures:
        for named in (*procedure.stages, *procedure.steps):
            if f"| {named.label} | `{named.code}` |" not in section:
                missing.append(f"{procedure.kind}.{named.code}")
        for named in (*procedure.facts, *procedure.conditions):
            if f"：{named.label} | `{named.code}` |" not in section:
                missing.append(f"{procedure.kind}.{named.code}")
    assert missing == [], REMEDY
