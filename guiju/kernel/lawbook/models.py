"""The one table of the lawbook: official texts that a town obtained, article by article."""

from django.db import models


class LawText(models.Model):
    """原文：one article of one version of a law, in its own words; rebuilt by `guiju lawbook texts`."""

    # The value of ledger.Kind.DERIVED: the lawbook stands below the ledger's package and does not import it.
    ledger_kind = "derived"

    law = models.CharField("法律文件标识", max_length=80)
    version = models.DateField("文本日期")
    article = models.CharField("条号", max_length=20)
    ordinal = models.PositiveIntegerField("顺序")
    heading = models.CharField("所在章节", max_length=120, blank=True, default="")
    text = models.TextField("原文")

    class Meta:
        verbose_name = "法律原文"
        verbose_name_plural = "法律原文"
        ordering = ("law", "version", "ordinal")
        constraints = [
            models.UniqueConstraint(fields=["law", "version", "article"], name="lawbook_one_text_of_an_article"),
            models.UniqueConstraint(fields=["law", "version", "ordinal"], name="lawbook_one_text_at_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.law} {self.version} {self.article}"
