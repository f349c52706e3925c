"""Every register of a mechanism is read in at least two layouts: a plain one of ours and one that is found in use."""

import pytest

from guiju.kernel.mechanism.api import registers

REGISTERS = registers(None)
by_register = pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.id)


@by_register
def test_register_has_two_layouts(register):
    assert len(register.layouts) >= 2
    assert {layout.id.partition(".")[0] for layout in register.layouts} == {register.id}


@by_register
def test_layout_finds_what_a_row_must_have(register):
    """What a layout lacks of the required fields it takes from above the table or from what all its rows are."""
    for layout in register.layouts:
        stated = {column.field for column in layout.columns} | set(layout.constants) | set(layout.header_fields)
        required = {item.name for item in register.fields if item.required}
        assert required <= stated | {register.unit}, layout.id


def test_ids_are_given_once():
    ids = [layout.id for register in REGISTERS for layout in register.layouts]
    assert len(ids) == len(set(ids))
