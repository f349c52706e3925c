"""What the archive of a matter tells is checked by the verifier alone: whole, and with every manner of change."""

from __future__ import annotations

import json
import zipfile

import pytest

from guiju.exchange.archive.tests.changed_archives import flip, members_of, rewrite, write
from guiju.kernel.ledger.api import signer_for
from tests.verified_elsewhere import verified_elsewhere
from verifier import guiju_verify

RECORD = ["entries.jsonl", "proofs.jsonl", "checkpoint.txt", "key.pub", "findings.json", "openings.jsonl", "index.json"]
PAPERS = [f"documents/000{number}.{ending}" for number in range(1, 4) for ending in ("json", "pdf")]
EVIDENCE = ["evidence/0005.png", "evidence/0006.pdf", "evidence/0007.bin"]
MEMBERS = [*RECORD, *PAPERS, *EVIDENCE, "CASE.pdf", "manifest.json", "manifest.sig"]


@pytest.fixture
def package(matter, tmp_path):
    path = tmp_path / "卷宗.zip"
    path.write_bytes(matter.archive())
    return path


@pytest.fixture
def check(package, capsys):
    """Run the verifier on the archive; returns its exit code and what it says."""

    def run(*words):
        code = guiju_verify.main(["archive", str(package), *words])
        return code, capsys.readouterr().out

    return run


def published(tmp_path, town="yuanxi"):
    path = tmp_path / f"{town}.pub"
    path.write_text(signer_for(town).verifier_key() + "\n", encoding="utf-8")
    return str(path)


def test_whole_archive_holds_and_says_what_holds(check, tmp_path):
    code, said = check("--key", published(tmp_path))
    assert code == 0, said
    assert said.startswith("guiju/yuanxi 林人调〔2026〕1号")
    assert said.count("  成立：") == 8
    assert "版次连续" in said
    assert "另有 1 项已按规定删除" in said


def test_without_the_published_key_it_says_whose_key_was_used(check):
    code, said = check()
    assert code == 0
    assert "用的是核验包自带的公钥" in said


def test_it_runs_as_one_file_and_finds_out_itself_what_it_was_given(package):
    code, said = verified_elsewhere(package.parent, package.name)
    assert code == 0, said
    assert "一致。" in said


def test_every_member_is_tried(package):
    assert sorted(members_of(package)) == sorted(MEMBERS)


@pytest.mark.parametrize("name", MEMBERS)
def test_one_changed_byte_names_its_member(package, check, name):
    whole = members_of(package)
    for at in (0, len(whole[name]) // 2, -1):
        write(package, whole)
        flip(package, name, at)
        code, said = check()
        assert code == 1, f"byte {at} of {name} is not missed"
        assert any(name in line for line in said.splitlines() if line.startswith("  不符：")), said


@pytest.mark.parametrize("name", ["entries.jsonl", "documents/0001.pdf", "evidence/0007.bin"])
def test_byte_changed_in_the_file_as_it_lies_is_found(package, check, name):
    data = package.read_bytes()
    content = members_of(package)[name]
    at = data.index(content) + len(content) // 2
    package.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    code, said = check()
    assert code == 1
    assert f"不符：{name}" in said


def test_bytes_that_no_member_owns_are_found(package, check):
    data = package.read_bytes()
    package.write_bytes(data + b"more")
    assert "末尾的目录有改过或者多余的字节" in check()[1]
    package.write_bytes(b"more" + data)
    assert "压缩包：开头多了字节" in check()[1]
    at = data.index(b"documents/0001.pdf") - 20  # the time in the header before the name
    package.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    assert "documents/0001.pdf：压缩包里这个文件的前面有改过" in check()[1]


def test_package_packed_anew_is_no_original(package, check):
    members = members_of(package)
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    code, said = check()
    assert code == 1
    assert "请用原件核验" in said


def test_member_that_is_gone_or_was_added_is_named(package, check):
    members = members_of(package)
    del members["evidence/0005.png"]
    write(package, members | {"evidence/0009.png": b"more"})
    code, said = check()
    assert code == 1
    assert "evidence/0009.png：清单里没有这个文件" in said
    assert "evidence/0005.png：清单里有，压缩包里没有" in said


def lines(members, name):
    return members[name].decode().split("\n")[:-1]


def put(members, name, told):
    members[name] = "".join(f"{line}\n" for line in told).encode()


def without_entry(members):
    """The town leaves out the entry of one step, with its proof."""
    put(members, "entries.jsonl", [line for n, line in enumerate(lines(members, "entries.jsonl")) if n != 2])
    put(members, "proofs.jsonl", [line for n, line in enumerate(lines(members, "proofs.jsonl")) if n != 2])


def without_export(members):
    put(members, "entries.jsonl", lines(members, "entries.jsonl")[:-1])
    put(members, "proofs.jsonl", lines(members, "proofs.jsonl")[:-1])


def other_finding(members):
    findings = json.loads(members["findings.json"])
    findings[0]["row"]["answer_text"] = "没有问题"
    members["findings.json"] = json.dumps(findings, ensure_ascii=False).encode()


def other_value(members):
    told = [json.loads(line) for line in lines(members, "openings.jsonl")]
    next(opening for opening in told if "value" in opening)["value"] = "别人"
    put(members, "openings.jsonl", [json.dumps(opening, ensure_ascii=False) for opening in told])


def erasure_denied(members):
    told = [json.loads(line) for line in lines(members, "openings.jsonl")]
    gone = next(opening for opening in told if "erased" in opening)
    del gone["erased"]
    put(members, "openings.jsonl", [json.dumps(o | {"salt": "00" * 16, "value": "谷雨"}) for o in told])


def shorter_index(members):
    index = json.loads(members["index.json"])
    index["items"] = index["items"][1:]
    members["index.json"] = json.dumps(index).encode()


def other_paper(members):
    members["documents/0001.json"] = members["documents/0001.json"].replace("受理".encode(), "拒绝".encode(), 1)


def other_file(members):
    members["evidence/0006.pdf"] = b"%PDF-1.4 other"


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (without_entry, "之前少了条目，事项的版次不连续"),
        (without_export, "最后一条不是制作这份卷宗的留痕"),
        (other_finding, "findings.json：补录发现"),
        (other_value, "内容与留痕里的承诺值不符"),
        (erasure_denied, "删除的记录与留痕不一致"),
        (shorter_index, "没有列入目录"),
        (other_paper, "documents/0001.json与留痕里的承诺值不符"),
        (other_file, "evidence/0006.pdf：第 6 件的文件与留痕里的摘要不符"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_the_town_itself_changed_and_signed_does_not_match_the_record(package, check, edit, said):
    rewrite(package, edit)
    code, told = check()
    assert code == 1
    assert said in told
    assert "manifest" not in told.replace("manifest.json：最后", "").replace("清单 manifest.json", "")


def test_archive_signed_by_another_town_is_not_taken_for_ones_own(check, tmp_path):
    code, said = check("--key", published(tmp_path, "linxi"))
    assert code == 1
    assert "不是这把公钥签的" in said
    assert "没有“guiju/linxi”这把钥匙的签名" in said


@pytest.mark.parametrize("data", [b"", b"no zip at all"])
def test_file_that_is_no_archive_is_said(tmp_path, capsys, data):
    path = tmp_path / "other.zip"
    path.write_bytes(data)
    assert guiju_verify.main(["archive", str(path)]) == 2
    assert "这不是卷宗核验包" in capsys.readouterr().err


def test_zip_of_other_things_is_no_archive(tmp_path, capsys):
    path = tmp_path / "other.zip"
    write(path, {"readme.txt": "示例".encode()})
    assert guiju_verify.main([str(path)]) == 1
    assert "压缩包里没有 manifest.json" in capsys.readouterr().out
