"""PDF papers of a superior's system come to the case whose number they name; doubtful ones wait for a person.

Nothing is concluded from the text but the number, the kind of paper and the last day that it names; kind and day are
shown to a person and write nothing. A paper that names no case, or more than one, is never guessed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from guiju.exchange.importing.identity import evened, same_number
from guiju.exchange.importing.preview import NotAllowedToImport
from guiju.exchange.models import IncomingPaper
from guiju.kernel.documents.api import Document, text_layer
from guiju.kernel.evidence.api import Evidence, EvidenceError, keep
from guiju.kernel.matters.api import Matter, visible_to
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import (
    Moment,
    NotAllowed,
    Procedure,
    StaleMatter,
    apply,
    load_snapshot,
    plan_attachment,
    procedure_of,
)

SHORTEST = 6  # a shorter number may stand anywhere
HEAD = 400  # characters in which a paper says what it is
TRIES = 3
PDF = "application/pdf"
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


@dataclass(frozen=True)
class Reading:
    """What a paper says: the cases that it names, the step whose paper it calls itself, its last day."""

    matters: tuple[int, ...]
    step: str = ""
    dated_on: dt.date | None = None
    why: str = ""  # it is doubtful


def take_in(data: bytes, moment: Moment) -> tuple[IncomingPaper, bool]:
    """Keep a paper and attach it to the one case that it names; returns it, and whether it was new.

    Raises EvidenceError for an empty or too large file or one that is no PDF, NotAllowedToImport.
    """
    acting = moment.acting
    if acting.person_id is None or not acting.may("imports"):
        raise NotAllowedToImport(f"{acting.name}的岗位不能收上级系统的文书。请交给本单位能导入的人。")
    if not data.startswith(b"%PDF-"):
        raise EvidenceError("这个文件不是 PDF。请从那边的系统导出 PDF 再交。")
    digest = hashlib.sha256(data).hexdigest()
    known = IncomingPaper.objects.filter(town_id=moment.town_id, sha256=digest).first()
    if known is not None and (known.why or known.state != IncomingPaper.State.DOUBTFUL):
        return known, False
    reading = read(data, acting)
    paper = known or _kept(data, reading, moment)  # one without a reason was interrupted before it was attached
    if len(reading.matters) == 1 and not reading.why:
        attach(paper, reading.matters[0], moment)
    return paper, known is None


def _kept(data: bytes, reading: Reading, moment: Moment) -> IncomingPaper:
    """The bytes under their hash, and the row that says that they wait; one that another has just brought is theirs."""
    paper = IncomingPaper(
        town_id=moment.town_id,
        person_id=moment.acting.person_id,
        sha256=keep(data),
        size_bytes=len(data),
        step=reading.step,
        dated_on=reading.dated_on,
        why=reading.why,
        made_at=moment.now,
    )
    try:
        with transaction.atomic():
            paper.save()
    except IntegrityError:
        return IncomingPaper.objects.get(town_id=moment.town_id, sha256=paper.sha256)
    return paper


def read(data: bytes, acting: Acting) -> Reading:
    """What a paper says, of the cases that the person sees. Reads the database, writes nothing."""
    text = text_layer(data)
    if text is None:
        return Reading((), why="没有可以读出的文字（扫描件，或者加了密码）")
    found = named_in(text, acting)
    day = _last_day(text)
    if not found:
        return Reading((), dated_on=day, why="没有找到本镇案件的编号或者文号")
    if len(found) > 1:
        return Reading(tuple(found), dated_on=day, why=f"提到 {len(found)} 件案件，不能确定是哪一件的")
    matter = Matter.objects.get(id=found[0])
    procedure = procedure_of(matter.mechanism, matter.kind, matter.procedure_version)
    return Reading(tuple(found), kind_of(text, procedure), day)


def named_in(text: str, acting: Acting) -> list[int]:
    """The cases of a superior's system whose number there, or whose paper's number, stands in the text as a whole."""
    said, run_on = evened(text), same_number(text)
    kept = visible_to(acting).filter(voided=False).exclude(master="")
    numbers = set(kept.values_list("id", "master_number"))
    papers = Document.objects.filter(town_id=acting.town_id, matter_id__in=kept.values("id")).exclude(number="")
    numbers |= set(papers.values_list("matter_id", "number"))
    return sorted({key for key, number in numbers if number and _stands_in(same_number(number), said, run_on)})


def _stands_in(number: str, said: str, run_on: str) -> bool:
    """Whether a number stands in a text by itself, however a layout has broken it; `run_on` is the text without blanks."""
    if len(number) < SHORTEST or number not in run_on:
        return False
    broken = r"\s*".join(re.escape(letter) for letter in number)
    return re.search(rf"(?<![0-9a-z]){broken}(?![0-9a-z])", said) is not None


def kind_of(text: str, procedure: Procedure) -> str:
    """The step whose paper the head of the text names; empty where it names none, or several."""
    head = "".join(text.split())[:HEAD]
    makes = {step.makes: step.code for step in procedure.steps if step.makes and step.makes in head}
    longest = [name for name in makes if not any(name != other and name in other for other in makes)]
    return makes[longest[0]] if len(longest) == 1 else ""


def _last_day(text: str) -> dt.date | None:
    days = []
    for year, month, day in _DAY.findall("".join(text.split())):
        try:
            days.append(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return days[-1] if days else None


def attach(paper: IncomingPaper, matter: int, moment: Moment, *, confirmed: bool = False) -> None:
    """Make a paper evidence of a case. A case that has these bytes already does not get them twice.

    Raises NotAllowed where the person does not see the case, or the paper belongs to one already.
    """
    if paper.state not in (IncomingPaper.State.DOUBTFUL, IncomingPaper.State.DISMISSED):
        raise NotAllowed("这份文书已经归入案件了。")
    if not visible_to(moment.acting).filter(id=matter, voided=False).exists():
        raise NotAllowed("没有这件案件，或者由别的单位办理，您的岗位看不到。")
    for left in range(TRIES - 1, -1, -1):
        try:
            _write(paper, matter, moment)
            break
        except StaleMatter:
            if not left:
                raise
    paper.matter_id = matter
    paper.state = IncomingPaper.State.DONE if confirmed else IncomingPaper.State.ATTACHED
    paper.why = ""
    paper.save(update_fields=["matter", "state", "why"])


def _write(paper: IncomingPaper, matter: int, moment: Moment) -> None:
    if Evidence.objects.filter(town_id=moment.town_id, matter_id=matter, sha256=paper.sha256).exists():
        return
    snapshot = load_snapshot(matter)
    if snapshot is None:
        raise NotAllowed("没有这件案件。")
    step = snapshot.procedure.by_code.get(paper.step)
    planned = plan_attachment(
        snapshot,
        moment,
        sha256=paper.sha256,
        size_bytes=paper.size_bytes,
        media_type=PDF,
        title=step.makes if step is not None else f"{snapshot.matter['master']}的文书",
        kind="signed_paper",
    )
    apply([planned], moment.now)


def find_case(number: str, acting: Acting) -> int | None:
    """The one case with this number, ours or the superior system's; None where there is none, or several."""
    wanted = {number.strip(), "".join(number.split())}
    seen = visible_to(acting).filter(voided=False).filter(Q(number__in=wanted) | Q(master_number__in=wanted))
    found = list(seen.values_list("id", flat=True)[:2])
    return found[0] if len(found) == 1 else None


def waiting_papers(acting: Acting) -> QuerySet[IncomingPaper]:
    """What a person has still to look at: doubtful ones that they brought, and papers of cases that they see."""
    open_ones = IncomingPaper.objects.filter(
        town_id=acting.town_id, state__in=[IncomingPaper.State.DOUBTFUL, IncomingPaper.State.ATTACHED]
    )
    theirs = Q(person_id=acting.person_id, matter__isnull=True) | Q(matter_id__in=visible_to(acting).values("id"))
    return open_ones.filter(theirs).select_related("matter").order_by("-made_at", "-id")
