"""Door of the mechanisms: the declaration, what is installed, and the registers that a town makes itself."""

from guiju.kernel.mechanism.declaration import Mechanism
from guiju.kernel.mechanism.enforced_items import ItemCase
from guiju.kernel.mechanism.listed import (
    FromCapacity,
    FromDetail,
    FromDocument,
    FromKind,
    FromParty,
    ListedMatter,
    ListedRegister,
    listed_keys,
    listed_matters,
)
from guiju.kernel.mechanism.own_registers import CannotDefine, ColumnWish, OwnRegister, OwnRegisters, RegisterWish
from guiju.kernel.mechanism.public_sheets import PublicSheet, SheetPart
from guiju.kernel.mechanism.registry import (
    listed_registers,
    mechanism_of,
    mechanisms,
    own_registers,
    register_mechanism,
    register_of,
    registers,
    superior_tables,
)
from guiju.kernel.mechanism.tables import SuperiorTable, TableRow
from guiju.kernel.mechanism.worklists import AT_MOST, Said, WorkLine, WorkList

__all__ = [
    "AT_MOST",
    "CannotDefine",
    "ColumnWish",
    "FromCapacity",
    "FromDetail",
    "FromDocument",
    "FromKind",
    "FromParty",
    "ItemCase",
    "ListedMatter",
    "ListedRegister",
    "Mechanism",
    "OwnRegister",
    "OwnRegisters",
    "PublicSheet",
    "RegisterWish",
    "Said",
    "SheetPart",
    "SuperiorTable",
    "TableRow",
    "WorkLine",
    "WorkList",
    "listed_keys",
    "listed_matters",
    "listed_registers",
    "mechanism_of",
    "mechanisms",
    "own_registers",
    "register_mechanism",
    "register_of",
    "registers",
    "superior_tables",
]
