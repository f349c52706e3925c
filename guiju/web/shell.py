"""Context of every page: town, person, rail, tabs, ledger, rulepack. Counts are kept for a minute."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from guiju.exchange.returns.district import district_office
from guiju.kernel.ledger.api import head_of, last_checkpoint
from guiju.kernel.matters.api import COUNT_LIMIT, Matter, visible_to
from guiju.kernel.mechanism.api import mechanisms
from guiju.kernel.organisation.api import DISTRICT_POSTS, Acting
from guiju.kernel.procedure.api import lawbook_in_use
from guiju.kernel.terms.api import SHANGHAI
from guiju.web.access import may_register, may_verify
from guiju.web.device import device_tag
from guiju.web.entrance.identities import may_bind
from guiju.web.entrance.links import may_make

KEPT_SECONDS = 60
GROUPS = ("我的工作", "纠纷与诉求", "行政执法", "服务与普法")  # the rail's order; groups that are not named follow


def shell(request: HttpRequest) -> dict[str, Any]:
    """What base.html needs; empty for pages without a signed-in person."""
    acting: Acting | None = getattr(request, "acting", None)
    large = request.COOKIES.get("large") == "1"
    if acting is None:
        return {"shell": {"demo": settings.GUIJU_DEMO, "large": large, "urls": {"home": "/"}}}
    return {
        "shell": {
            "town": {"name": _house(request, acting)},
            "person": {"name": acting.name, "initial": acting.name[:1], "device": device_tag(acting)},
            "posts": list(dict.fromkeys(post.label for post in acting.posts)),
            "rail": _rail(request, acting),
            "tabs": _tabs(request, acting),
            "ledger": _ledger(acting),
            "rulepack": _rulepack(),
            "urls": {
                "home": reverse("today"),
                "search": reverse("matters") if acting.sees_town or acting.unit_ids else "",
                "verify": reverse("verify") if may_verify(acting) else "",
                "logout": reverse("logout"),
                "me": reverse("me"),
                "identities": reverse("identities") if may_bind(acting) and settings.GUIJU_OIDC else "",
                "links": reverse("accounts") if may_make(acting) else "",
                "handbook": reverse("handbook"),
                "import": reverse("import"),
                "register": reverse("register") if may_register(acting) else "",
            },
            "demo": settings.GUIJU_DEMO,
            "large": large,
        }
    }


def _ledger(acting: Acting) -> dict[str, str]:
    key = f"shell.ledger.{acting.town_id}"
    kept: dict[str, str] | None = cache.get(key)
    if kept is None:
        head, checkpoint = head_of(acting.town_id), last_checkpoint(acting.town_id)
        sealed = timezone.localtime(checkpoint.signed_at, SHANGHAI) if checkpoint else None
        kept = {"size": f"{head.size:,}", "sealed_at": f"{sealed:%m-%d %H:%M}" if sealed else ""}
        cache.set(key, kept, 15)
    return kept


def _rulepack() -> dict[str, str]:
    kept: dict[str, str] | None = cache.get("shell.rulepack")
    if kept is None:
        book = lawbook_in_use()
        articles = [article for law in book.laws.values() for version in law.versions for article in version.articles]
        days = [version.confirmed_until for law in book.laws.values() for version in law.versions]
        confirmed = max(day for day in days if day <= timezone.localdate())
        kept = {
            "name": book.title,
            "confirmed_on": confirmed.isoformat(),
            "rules": f"{len(articles):,}",
            "unverified": str(sum(article.status != "verified" for article in articles)),
        }
        cache.set("shell.rulepack", kept, 3600)
    return kept


def open_counts(acting: Acting) -> dict[str, int]:
    """Open matters by mechanism that the person sees, in one statement, kept a minute."""
    key = f"shell.counts.{acting.town_id}.{'town' if acting.sees_town else '.'.join(map(str, acting.unit_ids))}"
    kept: dict[str, int] | None = cache.get(key)
    if kept is None:
        newest = visible_to(acting).filter(closed_on__isnull=True).order_by("-id").values("id")[: COUNT_LIMIT * 5]
        rows = Matter.objects.filter(town_id=acting.town_id, id__in=newest).values_list("mechanism")
        kept = dict(rows.annotate(n=Count("id")))
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def shown_count(n: int) -> str:
    """A count as lists show it: exact up to 1,000, then 1,000+."""
    if n > COUNT_LIMIT:
        return f"{COUNT_LIMIT:,}+"
    return f"{n:,}" if n else ""


def below(request: HttpRequest, url: str) -> bool:
    """Whether the page lies below an entry of the rail or the tabs: a registration form, an import, the records of a figure."""
    return url in (
        reverse("register"),
        reverse("import"),
        reverse("returns"),
        reverse("district-returns"),
        reverse("reconciliations"),
        reverse("figures"),
        reverse("report-home"),
        reverse("forms"),
    ) and request.path.startswith(url)


def _entry(request: HttpRequest, label: str, url: str, icon: str, count: str = "") -> dict[str, Any]:
    return {
        "label": label,
        "url": url,
        "icon": icon,
        "count": count,
        "current": request.path == url or below(request, url),
    }


def _verify(request: HttpRequest, acting: Acting) -> list[dict[str, Any]]:
    return [_entry(request, "核验", reverse("verify"), "rosette-discount-check")] if may_verify(acting) else []


def _house(request: HttpRequest, acting: Acting) -> str:
    """Whose desk it is: the town's government, or of the district its own office."""
    if acting.holds(DISTRICT_POSTS):
        return district_office(acting)
    return request.moment.directory.town_name + "人民政府"  # type: ignore[attr-defined,no-any-return]


def _district(request: HttpRequest, acting: Acting) -> list[dict[str, Any]]:
    if not acting.holds(DISTRICT_POSTS):
        return []
    return [
        _entry(request, "各镇数字", reverse("district"), "chart-dots"),
        _entry(request, "要报送", reverse("district-returns"), "checkbox"),
    ]


def _numbers(request: HttpRequest, acting: Acting) -> list[dict[str, Any]]:
    return [_entry(request, "字号簿", reverse("numbers"), "file-text")] if acting.sees_town else []


def _register(request: HttpRequest, acting: Acting) -> list[dict[str, Any]]:
    return [_entry(request, "登记", reverse("register"), "pencil-plus")] if may_register(acting) else []


def _rail(request: HttpRequest, acting: Acting) -> list[dict[str, Any]]:
    if not acting.sees_town and not acting.unit_ids:
        own = [_entry(request, "今日", reverse("today"), "sun"), _entry(request, "我", reverse("me"), "user")]
        return [{"title": "我的工作", "entries": own + _district(request, acting) + _verify(request, acting)}]
    work = [
        _entry(request, "今日", reverse("today"), "sun"),
        _entry(request, "事项", reverse("matters"), "layout-list"),
        *_register(request, acting),
        _entry(request, "报送", reverse("returns"), "checkbox"),
        _entry(request, "收回纸件", reverse("scans"), "camera"),
    ]
    if acting.may("imports"):
        work.append(_entry(request, "导入 Excel", reverse("import"), "table-import"))
        work.append(_entry(request, "对数", reverse("reconciliations"), "scale"))
    groups = {"我的工作": work}
    counts = open_counts(acting)
    for mechanism in mechanisms():
        url = reverse("mechanism", args=[mechanism.code])
        count = shown_count(counts.get(mechanism.code, 0))
        entry = _entry(request, mechanism.label, url, mechanism.icon, count)
        entry["current"] = entry["current"] or getattr(request, "mechanism", "") == mechanism.code
        groups.setdefault(mechanism.group, []).append(entry)
    groups = {title: groups[title] for title in sorted(groups, key=place_of)}
    groups["汇总"] = [
        _entry(request, "态势", reverse("situation"), "chart-line"),
        _entry(request, "数字", reverse("figures"), "chart-dots"),
        _entry(request, "年度报告", reverse("report-home"), "report"),
        _entry(request, "上级的表", reverse("forms"), "file-spreadsheet"),
        *_numbers(request, acting),
        *_verify(request, acting),
    ]
    return [{"title": title, "entries": entries} for title, entries in groups.items()]


def place_of(group: str) -> int:
    """Where a group of mechanisms stands in the rail and among what can be registered."""
    return GROUPS.index(group) if group in GROUPS else len(GROUPS)


def _within(request: HttpRequest) -> dict[str, bool]:
    """On a phone every list and every matter belongs to the tab 事项."""
    below_matters = request.path.startswith((reverse("matters"), "/mechanisms/"))
    return {"current": True} if below_matters else {}


def _tabs(request: HttpRequest, acting: Acting) -> list[dict[str, Any]]:
    if not acting.sees_town and not acting.unit_ids:
        own = _entry(request, "我", reverse("me"), "user")
        return [_entry(request, "今日", reverse("today"), "sun"), *_district(request, acting), own]
    return [
        _entry(request, "今日", reverse("today"), "sun"),
        *_register(request, acting),
        _entry(request, "事项", reverse("matters"), "layout-list") | _within(request),
        _entry(request, "我", reverse("me"), "user"),
    ]
