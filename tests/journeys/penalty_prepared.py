"""Penalty cases that a journey finds as they are: written through the pages' own addresses, without a browser."""

from __future__ import annotations

from django.test import Client

from guiju.kernel.organisation.api import Town
from tests.journeys.penalty_case import OFFICER, OFFICERS
from tests.staffed_towns import matter_of, send, signed_in, unit_id

TEAM = "综合行政执法队"


class Prepared:
    """One case on its way, by one officer."""

    def __init__(self, town: Town) -> None:
        self.client: Client = signed_in(OFFICER)
        clue = {
            "unit": unit_id(town, TEAM),
            "source": "patrol",
            "item": "waste_sorting",
            "place": "示例路1号",
            "facts": "示例：混合投放",
            "party_kind": "organisation",
            "party": "示例食品有限公司（虚构）",
        }
        self.matter = matter_of(send(self.client, "/register/penalty/ordinary/", **clue))

    @property
    def address(self) -> str:
        return f"/matters/{self.matter}/"

    def do(self, step: str, **values: object) -> None:
        """Take a step, which must not be refused."""
        matter_of(send(self.client, f"{self.address}steps/{step}/", **values))

    def noticed(self, fine: int, **notice: object) -> Prepared:
        """Investigated, and the party told what is intended."""
        self.do("file_case", officers=OFFICERS, approver="蓝景行")
        inspected = {"certificate_shown": "on", "inspection_code": "示例", "record": "示例：混投"}
        self.do("inspect", officers=OFFICERS, **inspected)
        self.do("conclude", officers=OFFICERS, facts="示例：混投", fine=fine, proposal="示例：建议罚款")
        self.do("notify", officers=OFFICERS, manner="direct", fine=fine, **notice)
        return self
