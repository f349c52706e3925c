"""Evidence lies encrypted under the hash of its content; what was changed, lost or emptied is said, not shown."""

from __future__ import annotations

import hashlib
import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guiju.kernel.evidence.api import EvidenceError, is_kept, keep, read
from guiju.kernel.evidence.files import LARGEST_BYTES


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.GUIJU_EVIDENCE = tmp_path / "evidence"
    return settings.GUIJU_EVIDENCE


def file_of(folder, digest):
    return folder / digest[:2] / digest


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.binary(min_size=1, max_size=300))
def test_what_was_kept_is_read_back(data):
    digest = keep(data)
    assert is_kept(digest)
    assert not is_kept("0" * 64)
    assert digest == hashlib.sha256(data).hexdigest()
    assert read(digest) == data


def test_same_bytes_are_kept_once(folder):
    digest = keep(b"scan")
    before = file_of(folder, digest).read_bytes()
    assert keep(b"scan") == digest
    assert file_of(folder, digest).read_bytes() == before
    assert [path.name for path in folder.rglob("*") if path.is_file()] == [digest]


def test_file_holds_no_clear_text_and_its_folder_is_the_owners(folder):
    digest = keep("示例人的名字".encode())
    assert "示例人的名字".encode() not in file_of(folder, digest).read_bytes()
    assert stat.S_IMODE(file_of(folder, digest).parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("at", [0, 12, -1])
def test_changed_file_is_not_shown(folder, at):
    digest = keep(b"signed paper")
    path = file_of(folder, digest)
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(EvidenceError, match="被改动过"):
        read(digest)


def test_file_of_another_hash_is_not_shown(folder):
    first, second = keep(b"first"), keep(b"second")
    file_of(folder, first).write_bytes(file_of(folder, second).read_bytes())
    with pytest.raises(EvidenceError, match="被改动过"):
        read(first)


def test_missing_file_says_what_to_do():
    with pytest.raises(EvidenceError, match="请用备份恢复"):
        read("0" * 64)


@pytest.mark.parametrize(("size", "said"), [(0, "是空的"), (LARGEST_BYTES + 1, "50 MB")])
def test_file_that_cannot_be_kept_is_refused(folder, size, said):
    with pytest.raises(EvidenceError, match=said):
        keep(bytes(size))
    assert not folder.exists()
