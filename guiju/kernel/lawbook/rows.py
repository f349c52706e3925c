"""What the files of a rulepack may say: one strict model for each kind of row."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from guiju.kernel.lawbook.basis import Basis


class Level(StrEnum):
    """The rank of a document. Only STATUTE (法律 of the National People's Congress or its Standing Committee) is hard."""

    STATUTE = "statute"
    ADMINISTRATIVE_REGULATION = "administrative_regulation"
    LOCAL_REGULATION = "local_regulation"
    RULE = "rule"
    JUDICIAL_INTERPRETATION = "judicial_interpretation"
    NORMATIVE = "normative"
    PARTY_RULE = "party_rule"
    STANDARD = "standard"


class Status(StrEnum):
    """How far a row is proved: its text was read, it was written from memory, or it is doubtful."""

    VERIFIED = "verified"
    MEMORY = "memory"
    UNSURE = "unsure"


class Force(StrEnum):
    """What missing a term means. Only STATUTORY is ever shown as 逾期."""

    STATUTORY = "法定期限"
    ADVOCATED = "法律提倡"
    INTERNAL = "内部要求"


class Unit(StrEnum):
    """In what a term is counted."""

    DAY = "日"
    WORKING_DAY = "工作日"
    MONTH = "月"
    YEAR = "年"
    HOUR = "小时"


class Row(BaseModel):
    """Common manner of all rows: nothing unknown, nothing changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class DatedRow(Row):
    """A row in force from its first day to its last day, both included; no last day means still in force."""

    from_: date = Field(alias="from")
    to: date | None = None

    @model_validator(mode="after")
    def _first_day_before_last(self) -> "DatedRow":
        if self.to is not None and self.to < self.from_:
            raise ValueError(f"失效日{self.to}早于施行日{self.from_}")
        return self

    def in_force(self, on: date) -> bool:
        """Whether the row holds on the day."""
        return self.from_ <= on and (self.to is None or on <= self.to)


def _read_basis(value: Any) -> Any:
    return Basis.parse(value) if isinstance(value, str) else value


BasisField = Annotated[Basis, BeforeValidator(_read_basis)]


class ArticleRow(Row):
    """One article: our own summary (摘要) of it, never its words. An empty number means the document as a whole."""

    number: str
    summary: str
    status: Status
    fact: str = ""
    source: str = ""


class VersionRow(DatedRow):
    """One version of a law: date of the text, days in force, and the day to which it was checked to be unchanged.

    `working_days`: the numbers of days that this Act says are working days (行政处罚法 第85条 and the like); the check
    compares the term rules with it.
    """

    version: date | None = None
    confirmed_until: date
    source: str
    working_days: tuple[int, ...] = ()
    articles: tuple[ArticleRow, ...] = ()


class LawRow(Row):
    """One law, regulation, rule, normative document, party rule or standard."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    short: str
    level: Level
    versions: tuple[VersionRow, ...] = Field(min_length=1)
    note: str = ""


class ExtensionRow(Row):
    """Who may lengthen a term and by how much at most.

    `posts` are the posts of a town that may approve it at the desk; without any an approval is only recorded.
    """

    by: str
    posts: tuple[str, ...] = ()
    amount: int = Field(gt=0)
    unit: Unit
    condition: str = ""


class TermRule(DatedRow):
    """A period of time set by law, from its opening event; see docs/reference/rulepacks.md for every field."""

    id: str = Field(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$")
    label: str
    event: str
    bearer: Literal["本机关", "调解组织", "当事人", "法院", "其他机关"]
    amount: int | None = Field(default=None, gt=0)
    unit: Unit | None = None
    yearly: str | None = Field(default=None, pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")
    direction: Literal["after", "before"] = "after"
    start: Literal["next_day", "event_day"] = "next_day"
    end: Literal["roll", "fixed"] = "fixed"
    bound: Literal["at_most", "at_least"] = "at_most"
    suspended_by: tuple[str, ...] = ()
    extension: ExtensionRow | None = None
    force: Force
    basis: BasisField
    also: tuple[BasisField, ...] = ()
    status: Status
    fact: str
    note: str = ""

    @model_validator(mode="after")
    def _one_way_of_counting(self) -> "TermRule":
        if (self.yearly is None) == (self.amount is None or self.unit is None):
            raise ValueError("期限须写 amount 和 unit，或者只写 yearly（每年的月-日），二者取一")
        if self.yearly is not None and (self.amount is not None or self.unit is not None):
            raise ValueError("写了 yearly（每年的月-日）就不能再写 amount 或 unit")
        if self.unit is Unit.HOUR and self.amount is not None and self.amount % 24:
            raise ValueError("小时数须是24的倍数")
        return self

    @property
    def overdue_in_red(self) -> bool:
        """Whether missing the term may be called 逾期: a statutory term whose text was read. All others remind."""
        return self.force is Force.STATUTORY and self.status is Status.VERIFIED


class NamedValue(DatedRow):
    """A named amount, share or list that a rule uses, with the days on which it holds."""

    name: str = Field(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$")
    label: str
    value: int | str | tuple[str, ...]
    unit: str = ""
    basis: BasisField
    status: Status
    fact: str
    note: str = ""


class Code(Row):
    """One category of our own list; `columns` tells more of it, under the headings that its list names."""

    code: str = Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")
    label: str
    columns: dict[str, str] = {}


class CodeList(Row):
    """Our own list of categories of one kind, to which the lists of others are mapped.

    `columns`: the further columns of the list, key to Chinese heading; every category fills all of them or none.
    """

    kind: str
    label: str
    columns: dict[str, str] = {}
    codes: tuple[Code, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _columns_are_filled(self) -> "CodeList":
        for code in self.codes:
            if code.columns and set(code.columns) != set(self.columns):
                raise ValueError(f"“{code.label}”的 columns 与本表写明的列（{'、'.join(self.columns) or '没有'}）不同")
        return self


class CodeTable(DatedRow):
    """How the categories of one owner correspond to ours: `inward` theirs to ours, `outward` ours to theirs."""

    owner: str
    owner_label: str
    kind: str
    status: Status
    fact: str
    inward: dict[str, str]
    outward: dict[str, str]
    note: str = ""


class PackFile(Row):
    """pack.yaml: the name of the pack, its place in the hierarchy and the pack above it."""

    name: str
    title: str
    level: Literal["nation", "city", "district", "town"]
    parent: str | None = None
    invented: bool = False


class ContentFile(Row):
    """A file of rows. `overrides` names the rows of packs above that this pack replaces."""

    overrides: tuple[str, ...] = ()


class LawsFile(ContentFile):
    """laws.yaml or laws-<subject>.yaml."""

    laws: tuple[LawRow, ...] = ()


class TermsFile(ContentFile):
    """terms.yaml or terms-<subject>.yaml."""

    terms: tuple[TermRule, ...] = ()


class ValuesFile(ContentFile):
    """values.yaml or values-<subject>.yaml."""

    values: tuple[NamedValue, ...] = ()


class CodesFile(ContentFile):
    """codes.yaml or codes-<subject>.yaml. An entry of `overrides` is a kind, or owner/kind for a mapping table."""

    kinds: tuple[CodeList, ...] = ()
    tables: tuple[CodeTable, ...] = ()
