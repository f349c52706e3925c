"""The catalogue of enforcement items (行政执法事项目录): what a town may enforce, handed to it and taken back by date."""

from typing import Self

from pydantic import Field, model_validator

from guiju.kernel.lawbook.rows import BasisField, ContentFile, DatedRow, Status


class ItemRow(DatedRow):
    """执法事项: one item that the town enforces from its first to its last day (行政处罚法 第24条).

    `basis` is the article that the item enforces; `basis_text` names it where its law is in no rulepack. `source` is
    the document that handed it over. After the last day `returned_to` enforces it; `returned_by` is the document that
    took it back. `status` says how far the dates are proved.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")
    label: str
    domain: str
    basis: BasisField | None = None
    basis_text: str = ""
    source: str
    returned_to: str = ""
    returned_by: BasisField | None = None
    status: Status
    fact: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _rests_on_one_article(self) -> Self:
        if (self.basis is None) == (not self.basis_text):
            raise ValueError("依据写 basis；法律不在规则库里的写 basis_text；二者取一")
        return self

    @model_validator(mode="after")
    def _ended_is_returned(self) -> Self:
        if self.to is not None and not self.returned_to:
            raise ValueError("写了最后一天，还要写收回后由谁执法（returned_to）")
        if self.to is None and (self.returned_to or self.returned_by is not None):
            raise ValueError("写了 returned_to 或 returned_by，还要写最后一天（to）")
        return self

    @property
    def cited(self) -> str:
        """The article that the item enforces, as users read it. Raises UnknownLaw."""
        return self.basis.label if self.basis is not None else self.basis_text


class ItemsFile(ContentFile):
    """items.yaml or items-<subject>.yaml: the catalogue of enforcement items."""

    items: tuple[ItemRow, ...] = ()
