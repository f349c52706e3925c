"""The invented shell of the desk around every page. 示例，均为虚构。"""

from typing import Any


def link(label: str, icon: str, count: str = "", **more: Any) -> dict[str, Any]:
    """A place that can be opened, as the rail, the tabs and the actions have it."""
    return {"label": label, "url": "#", "icon": icon, "count": count, **more}


def rail() -> list[dict[str, Any]]:
    """The groups of the rail."""
    return [
        {
            "title": "我的工作",
            "entries": [
                link("今日", "sun", "2 逾期", hot=True),
                link("事项", "layout-list", "1,000+"),
                link("登记", "pencil-plus"),
                link("导入 Excel", "table-import"),
            ],
        },
        {
            "title": "纠纷与诉求",
            "entries": [
                link("人民调解", "heart-handshake", "31", current=True),
                link("工单分流", "phone-call", "46"),
            ],
        },
        {
            "title": "汇总",
            "entries": [
                link("数字", "chart-dots"),
                link("年度报告", "report"),
                link("核验", "rosette-discount-check"),
            ],
        },
    ]


def shell() -> dict[str, Any]:
    """The shell's context as the context processor would give it."""
    return {
        "town": {"name": "青禾镇人民政府"},
        "person": {"name": "周示例", "initial": "周"},
        "posts": ["司法所内勤"],
        "rail": rail(),
        "tabs": [
            link("今日", "sun", current=True),
            link("登记", "pencil-plus"),
            link("事项", "layout-list"),
            link("我", "user"),
        ],
        "ledger": {"size": "18,423", "sealed_at": "10:40"},
        "rulepack": {"name": "cn-sh", "confirmed_on": "2026-11-20", "rules": "940", "unverified": "6"},
        "urls": {"home": "#", "search": "#", "verify": "#", "logout": "#", "me": "#", "handbook": "#", "import": "#"},
        "demo": True,
    }
