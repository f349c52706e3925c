"""An input that the source of a claimed step does not tell names nobody, and is recorded as the word that says so."""

import json

from guiju.kernel.procedure.api import Untold, names_told

NOT_TOLD = Untold("台账未写明")


def test_it_names_nobody():
    assert names_told(NOT_TOLD) == ()
    assert names_told("柏青禾、桑晓") == ("柏青禾", "桑晓")
    assert names_told(None) == ()


def test_the_same_word_typed_by_a_person_is_a_name():
    assert names_told("台账未写明") == ("台账未写明",)


def test_it_is_recorded_as_it_is_read():
    assert (NOT_TOLD, json.dumps(NOT_TOLD, ensure_ascii=False)) == ("台账未写明", '"台账未写明"')
