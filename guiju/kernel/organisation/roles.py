"""Posts of a town and what each of them sees. A post is dated town data; its meaning is here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """A kind of post: code, Chinese name, breadth of sight (town, unit or none), and what it excludes."""

    code: str
    label: str
    sight: str  # "town": every matter; "unit": own unit and below; "none": no business content
    corrects: bool = False  # may correct and void
    records_for_others: bool = False  # may claim steps that somebody else did
    imports: bool = False
    keeps_files: bool = False  # handles matters or keeps their files: may take a whole file out; others only read
    excludes: tuple[str, ...] = ()


ADMINISTRATORS = ("system_admin", "security_admin", "audit_admin")
DISTRICT_POSTS = ("district_viewer",)  # they read what the towns of the district tell, and ask them for returns


def _administrator(code: str, label: str) -> Role:
    return Role(code, label, "none", excludes=tuple(other for other in ADMINISTRATORS if other != code))


ROLES = {
    role.code: role
    for role in (
        Role(
            "justice_clerk",
            "司法所内勤",
            "town",
            corrects=True,
            records_for_others=True,
            imports=True,
            keeps_files=True,
        ),
        Role(
            "justice_head", "司法所所长", "town", corrects=True, records_for_others=True, imports=True, keeps_files=True
        ),
        Role("mediator", "人民调解员", "unit", keeps_files=True),
        Role("village_clerk", "村居干部", "unit", records_for_others=True, imports=True, keeps_files=True),
        Role("legal_adviser", "居村法律顾问", "unit"),
        Role("department_head", "部门负责人", "unit", imports=True, keeps_files=True),
        Role("leader", "分管领导", "town"),
        Role("office_clerk", "党政办", "town"),
        Role("district_viewer", "区司法局", "none"),
        Role("enforcement_officer", "综合执法队员", "unit", keeps_files=True),
        Role("enforcement_head", "综合执法队队长", "unit", records_for_others=True, imports=True, keeps_files=True),
        Role("legal_officer", "法制员", "unit", keeps_files=True),
        Role("legal_reviewer", "法制审核人员", "town"),
        Role("organ_head", "行政机关负责人", "town"),
        _administrator("system_admin", "系统管理员"),
        _administrator("security_admin", "安全管理员"),
        _administrator("audit_admin", "审计管理员"),
    )
}


def role_label(code: str) -> str:
    """Chinese name of a post; raises KeyError on an unknown one."""
    return ROLES[code].label
