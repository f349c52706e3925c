"""The proof that the desk gives of one entry, as the verifier reads it."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guiju.kernel.ledger.api import sign_checkpoint, signer_for
from guiju.kernel.organisation.api import Account, Person
from tests.example_mechanism.towns import command_moment, found_town, opened_case, unit_of
from verifier import guiju_verify
from verifier.guiju_verify.proof import proof_problems

pytestmark = pytest.mark.django_db
INDEX = 3


@pytest.fixture
def town():
    town = found_town()
    for n in range(5):
        opened_case(command_moment(town), unit_of(town), names=[f"示例{n}"])
    return town


@pytest.fixture
def download(town):
    """Download the proof of an entry as the judicial office's clerk."""
    user = get_user_model().objects.create(username="clerk")
    Account.objects.create(user=user, person=Person.objects.get(code="qingtan-clerk"))
    client = Client()
    client.force_login(user)

    def downloaded(index=INDEX):
        answer = client.get(reverse("entry-proof", args=[index]))
        assert answer.status_code == 200
        return answer.content.decode()

    return downloaded


@pytest.fixture
def sealed(town, download):
    """A proof under a checkpoint, with entries after it."""
    sign_checkpoint(town.id, town.code, timezone.now())
    opened_case(command_moment(town), unit_of(town))
    return download()


def written(path, text):
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_proof_agrees_with_the_key_that_the_town_publishes(sealed, town, tmp_path, capsys):
    proof = written(tmp_path / "entry.json", sealed)
    key = written(tmp_path / "key.pub", signer_for(town.code).verifier_key() + "\n")
    assert guiju_verify.main(["proof", proof, "--key", key]) == 0
    assert "与检查点相符" in capsys.readouterr().out


def test_without_that_key_it_says_whose_key_was_used(sealed, tmp_path, capsys):
    assert guiju_verify.main(["proof", written(tmp_path / "entry.json", sealed)]) == 0
    assert "用的是证明文件自带的公钥" in capsys.readouterr().out


def test_every_entry_under_the_checkpoint_has_its_proof(sealed, download):
    assert [list(proof_problems(download(index))) for index in range(6)] == [[]] * 6


def test_entry_after_the_last_checkpoint_is_not_called_proven(sealed, download):
    assert list(proof_problems(download(6))) == ["还没有封存：文件里没有检查点，内容无从对照"]


@pytest.mark.parametrize(
    "change, said",
    [
        ({"leaf": "0" * 64}, ["条目的内容与摘要不符"]),
        ({"index": 4}, ["文件说是第 4 条，条目自己写的是第 3 条", "由这一条算出的根摘要与检查点的不符"]),
        ({"index": 400}, ["文件说是第 400 条，条目自己写的是第 3 条", "由这一条算出的根摘要与检查点的不符"]),
        ({"path": []}, ["由这一条算出的根摘要与检查点的不符"]),
    ],
)
def test_changed_proof_is_named(sealed, change, said):
    assert list(proof_problems(json.dumps(json.loads(sealed) | change))) == said


def test_changed_content_is_named(sealed):
    proof = json.loads(sealed)
    proof["entry"] = proof["entry"].replace("示例案件", "别的案件")
    assert list(proof_problems(json.dumps(proof))) == [
        "条目的内容与摘要不符",
        "由这一条算出的根摘要与检查点的不符",
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"entry": 1}'])
def test_file_that_is_no_proof_is_said(tmp_path, capsys, text):
    assert guiju_verify.main(["proof", written(tmp_path / "other.json", text)]) == 2
    assert "证明文件里缺内容" in capsys.readouterr().err


def test_key_of_another_town_does_not_open_it(sealed, tmp_path, capsys):
    key = written(tmp_path / "key.pub", signer_for("linxi").verifier_key())
    assert guiju_verify.main(["proof", written(tmp_path / "entry.json", sealed), "--key", key]) == 2
    assert "没有“guiju/linxi”这把钥匙的签名" in capsys.readouterr().err
