"""A small invented town (示例) with consultations, opinions and units, made through the write path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client

from guiju.kernel.ledger.api import Applied
from guiju.kernel.organisation.api import Account, Acting, Person, Town, Unit, acting_for_user, plan_setting, plan_town
from guiju.kernel.procedure.api import (
    Intent,
    Moment,
    Planned,
    Snapshot,
    apply,
    forget_directory,
    load_snapshot,
    moment_for,
    plan,
    plan_correction,
    plan_void,
    procedure_in_force,
)
from guiju.reports.api import confirm_own_figures

NOW = dt.datetime(2023, 1, 20, 2, 0, tzinfo=dt.UTC)
TODAY = dt.date(2023, 1, 20)
SINCE = dt.date(2018, 1, 1)
MECHANISM = "legal_services"


def _description(code: str, name: str) -> Mapping[str, Any]:
    def unit(short: str, title: str, kind: str, parent: str | None = None) -> dict[str, Any]:
        above = f"{code}-{parent}" if parent else None
        return {"code": f"{code}-{short}", "name": title, "kind": kind, "parent": above, "since": SINCE}

    return {
        "town": {"code": code, "name": name, "note": "示例，均为虚构", "district": "示例区"},
        "units": [
            unit("gov", f"{name}人民政府", "government"),
            unit("justice", f"{name}司法所", "justice_office", "gov"),
            unit("station", f"{name}公共法律服务站", "legal_station", "justice"),
            unit("village", f"{name}甲村", "village", "gov"),
            unit("room", f"{name}甲村公共法律服务室", "legal_room", "village"),
        ],
        "people": [{"code": f"{code}-clerk", "name": "甲示例"}, {"code": f"{code}-villager", "name": "乙示例"}],
        "posts": [
            {"person": f"{code}-clerk", "unit": f"{code}-justice", "role": "justice_clerk", "since": SINCE},
            {"person": f"{code}-villager", "unit": f"{code}-village", "role": "village_clerk", "since": SINCE},
        ],
    }


@dataclass
class MadeTown:
    """A town whose judicial clerk registers what a test needs."""

    town: Town
    clerk: Acting
    villager: Acting

    @property
    def moment(self) -> Moment:
        return moment_for(self.clerk, NOW)

    def unit(self, short: str) -> int:
        return Unit.objects.get(town=self.town, code=f"{self.town.code}-{short}").id

    def consult(self, day: dt.date, attendances: int = 1, at: str = "station", client: str = "") -> int:
        """Register a consultation; the key of its matter."""
        values = {"event_date": day, "unit": self.unit(at), "attendances": attendances, "client": client}
        return self._register("consultation", values)

    def opine(self, day: dt.date) -> int:
        """Register an opinion received; the key of its matter."""
        return self._register("opinion", {"event_date": day, "unit": self.unit("village"), "title": "示例事项"})

    def _register(self, kind: str, values: Mapping[str, Any]) -> int:
        procedure = procedure_in_force(MECHANISM, kind, TODAY)
        step = procedure.registration.code
        planned = plan(Snapshot(procedure), [Intent(step, values)], self.moment)
        assert isinstance(planned, Planned), planned
        matter = apply([planned.plan], NOW)[0].matter
        assert matter is not None
        return matter

    def correct(self, matter: int, reason: str = "登记有误", **values: Any) -> Applied:
        """Correct fields of the matter's detail."""
        snapshot = self._snapshot(matter)
        detail = snapshot.procedure.detail
        assert detail is not None
        return apply([plan_correction(snapshot, self.moment, {(detail, matter): values}, reason)], NOW)[0]

    def void(self, matter: int) -> Applied:
        """Void a matter."""
        return apply([plan_void(self._snapshot(matter), self.moment, "重复登记")], NOW)[0]

    def _snapshot(self, matter: int) -> Snapshot:
        snapshot = load_snapshot(matter)
        assert snapshot is not None
        return snapshot

    def confirm(self, as_of: dt.date | None = None) -> None:
        """The clerk's office answers for every figure of so small a town, and confirms them."""
        confirm_own_figures(self.town, 2022, self.clerk, NOW, TODAY, as_of)

    def set(self, name: str, value: str, since: dt.date = SINCE) -> None:
        """Fix a town setting."""
        apply([plan_setting(self.town.id, "system:test", name, value, since)], NOW)


def made_town(code: str = "shili", name: str = "示例镇") -> MadeTown:
    """Found the town with two log-in accounts: `<code>.clerk` and `<code>.villager`."""
    founding, _ = plan_town(_description(code, name), "system:test")
    town = Town.objects.get(id=apply([founding], NOW)[0].town_id)
    forget_directory()
    return MadeTown(town, _acting(code, "clerk"), _acting(code, "villager"))


def _acting(code: str, who: str) -> Acting:
    user = get_user_model().objects.create(username=f"{code}.{who}")
    Account.objects.create(user=user, person=Person.objects.get(code=f"{code}-{who}"))
    acting = acting_for_user(user.pk, TODAY)
    assert acting is not None
    return acting


def client_of(town: MadeTown, who: str) -> Client:
    """A client on which `clerk` or `villager` of the town is signed in."""
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"{town.town.code}.{who}"))
    return client
