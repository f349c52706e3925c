"""A post that registers no matter is offered no registration, and is told whose it is."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from guiju.exchange.importing.tests.made_registers import found_town

REGISTER = f'href="{reverse("register")}"'


@pytest.fixture
def opened(client, db):
    """Opens a page as somebody of an invented town."""
    found_town()

    def page(who, name):
        client.force_login(get_user_model().objects.get(username=f"yuanxi.{who}"))
        return client.get(reverse(name)).content.decode()

    return page


@pytest.mark.parametrize("name", ["today", "matters"])
def test_links_to_registration_are_those_of_who_registers(opened, name):
    assert REGISTER in opened("clerk", name)
    assert REGISTER not in opened("leader", name)


def test_page_of_registration_says_whose_it_is(opened):
    assert "您的岗位不登记事项" in opened("leader", "register")
    assert "您的岗位不登记事项" not in opened("clerk", "register")
