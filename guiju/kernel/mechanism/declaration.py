"""What a mechanism declares: the only registration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guiju.kernel.disclosure.api import DisclosureRule
from guiju.kernel.indicators.api import Indicator, Topic
from guiju.kernel.mechanism.enforced_items import ItemCase
from guiju.kernel.mechanism.listed import ListedRegister
from guiju.kernel.mechanism.own_registers import OwnRegisters
from guiju.kernel.mechanism.public_sheets import PublicSheet
from guiju.kernel.mechanism.tables import SuperiorTable
from guiju.kernel.mechanism.worklists import WorkList
from guiju.kernel.procedure.api import Procedure, Register


@dataclass(frozen=True)
class Mechanism:
    """One legal mechanism: its procedures (one a kind of matter), registers, figures, and what it publishes.

    `group` is the heading of the rail under which it stands; `icon` a Tabler icon. `own_registers` are registers and
    figures that each town makes itself. `archive_order` are kinds of documents and evidence in the order in which a
    volume of the mechanism holds them; what it does not name follows by date, and without it everything does. `tables`
    are what superiors ask for; `worklists` matters that wait for a certain act. `cases_of_items`
    tells of a town its cases under items of the catalogue of enforcement; `public_sheets` have to be public beforehand.
    `listed` are registers whose rows other people's forms may ask for; `topic` is its tab of the town's situation.
    """

    code: str
    label: str
    group: str
    icon: str
    procedures: tuple[Procedure, ...]
    registers: tuple[Register, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    disclosures: tuple[DisclosureRule, ...] = ()
    own_registers: OwnRegisters | None = None
    archive_order: tuple[str, ...] = ()
    tables: tuple[SuperiorTable, ...] = ()
    worklists: tuple[WorkList, ...] = ()
    public_sheets: tuple[PublicSheet, ...] = ()
    cases_of_items: Callable[[int, Sequence[str]], Sequence[ItemCase]] | None = None
    listed: tuple[ListedRegister, ...] = ()
    topic: Topic | None = None
