"""A checkpoint is a C2SP signed note: it opens with its own key only, and not once a character of it was changed."""

from __future__ import annotations

import base64
import stat

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.ledger.notes import Checkpoint, NoteError, Signer, open_note, parse_verifier_key

SIGNER = Signer("guiju/example", Ed25519PrivateKey.from_private_bytes(b"\7" * 32))
CHECKPOINT = Checkpoint("guiju/example", 18_423, b"\1" * 32)
NOTE = SIGNER.sign(CHECKPOINT)


def test_note_opens_with_its_key():
    assert open_note(NOTE, SIGNER.verifier_key()) == CHECKPOINT
    assert NOTE.startswith("guiju/example\n18423\n")
    assert "\n\n— guiju/example " in NOTE


@given(st.integers(0, len(NOTE) - 2), st.characters(codec="ascii", categories=["L", "N"]))
def test_note_with_one_character_changed_does_not_open(at, character):
    changed = NOTE[:at] + character + NOTE[at + 1 :]
    if changed == NOTE:
        return
    try:
        opened = open_note(changed, SIGNER.verifier_key())
    except NoteError:
        return
    # Base64 has spare bits at its end: such a note says the same and its signature is the same.
    assert opened == CHECKPOINT
    assert base64.b64decode(changed.split()[-1]) == base64.b64decode(NOTE.split()[-1])


def test_note_of_another_key_of_the_same_name_is_refused():
    other = Signer(SIGNER.name, Ed25519PrivateKey.from_private_bytes(b"\x08" * 32))
    with pytest.raises(NoteError, match="没有“guiju/example”这把钥匙的签名"):
        open_note(NOTE, other.verifier_key())


def test_signature_by_another_key_under_our_key_id_is_refused():
    other = Signer(SIGNER.name, Ed25519PrivateKey.from_private_bytes(b"\x08" * 32))
    ours, theirs = (base64.b64decode(note.split()[-1]) for note in (NOTE, other.sign(CHECKPOINT)))
    forged = f"{CHECKPOINT.body()}\n— {SIGNER.name} {base64.b64encode(ours[:4] + theirs[4:]).decode()}\n"
    with pytest.raises(NoteError, match="签名不符"):
        open_note(forged, SIGNER.verifier_key())


@pytest.mark.parametrize("text", ["", "guiju/example\n1\n", "一份别的文件", CHECKPOINT.body()])
def test_text_without_signature_is_refused(text):
    with pytest.raises(NoteError, match="签名"):
        open_note(text, SIGNER.verifier_key())


def test_signature_line_of_another_signer_beside_ours_is_passed_over():
    assert open_note(NOTE + "— witness AAAA\n", SIGNER.verifier_key()) == CHECKPOINT


@pytest.mark.parametrize("key", ["", "name+00", "guiju/example+00000000+AQID", SIGNER.verifier_key()[:-8]])
def test_file_that_is_no_key_is_refused(key):
    with pytest.raises(NoteError):
        parse_verifier_key(key)


def test_key_is_made_once_and_kept_for_the_owner_only(tmp_path):
    path = tmp_path / "keys" / "checkpoint.key"
    made, read = Signer.from_file(path, "guiju/a"), Signer.from_file(path, "guiju/a")
    assert made.verifier_key() == read.verifier_key()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
