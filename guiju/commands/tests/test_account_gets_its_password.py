"""guiju account password: an account made with its town can log in only after this."""

from __future__ import annotations

import io

import pytest
from django.contrib.auth import authenticate, get_user_model

from guiju.cli import main

pytestmark = pytest.mark.django_db
GOOD = "qinglu-shanmen-7"


@pytest.fixture
def account():
    user = get_user_model().objects.create(username="lin")
    user.set_unusable_password()
    user.save()
    return user


def set_password(monkeypatch, text, login="lin"):
    monkeypatch.setattr("sys.stdin", io.StringIO(text + "\n"))
    return main(["account", "password", login])


def test_password_that_was_set_lets_in(account, monkeypatch, capsys):
    assert authenticate(username="lin", password=GOOD) is None
    assert set_password(monkeypatch, GOOD) == 0
    assert "已设置" in capsys.readouterr().out
    assert authenticate(username="lin", password=GOOD) == account


@pytest.mark.parametrize("weak", ["", "short", "password123"])
def test_weak_password_is_refused_and_changes_nothing(account, monkeypatch, capsys, weak):
    set_password(monkeypatch, GOOD)
    assert set_password(monkeypatch, weak) == 2
    assert "口令不合要求" in capsys.readouterr().err
    assert authenticate(username="lin", password=GOOD) == account


def test_unknown_account_is_said(account, monkeypatch, capsys):
    assert set_password(monkeypatch, GOOD, "nobody") == 2
    assert "没有账号“nobody”" in capsys.readouterr().err


def test_two_different_entries_at_a_terminal_change_nothing(account, monkeypatch, capsys):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    answers = iter([GOOD, GOOD + "x"])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(answers))
    assert main(["account", "password", "lin"]) == 2
    assert "不一样" in capsys.readouterr().err
    assert authenticate(username="lin", password=GOOD) is None
