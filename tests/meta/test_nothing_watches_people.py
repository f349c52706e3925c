"""The product keeps no list of people to watch: no such table, field, input, indicator or route can creep in.

Matched are English identifiers of models, fields, inputs, steps and addresses, and Chinese labels that people read.
"""

import re
from collections.abc import Iterator

from django.apps import apps
from django.urls import get_resolver

from guiju.kernel.indicators.api import all_indicators
from guiju.kernel.procedure.api import all_procedures

IDENTIFIERS = re.compile(
    r"check_?in|clock_?in|attendance_?rate|rank(ing)?\b|leaderboard|time_?online|online_?(time|rate)|login_?rate|"
    r"position|latitude|longitude|gps|track\b|face|watch_?list|black_?list|person_?(score|risk|category)|"
    r"ethnic|religion|political_?status|compulsory_?photo",
    re.IGNORECASE,
)
WORDS = re.compile(
    "签到|打卡|排名|排行|在线时长|登录率|轨迹|定位|人脸|重点人员|稳控|黑名单|人员类别|积分|民族|宗教信仰|政治面貌"
)


def identifiers() -> Iterator[str]:
    for model in apps.get_models():
        if model.__module__.startswith("guiju."):
            yield model.__name__
            yield from (f"{model.__name__}.{field.name}" for field in model._meta.get_fields())
    for procedure in all_procedures():
        for step in procedure.steps:
            yield f"{procedure.mechanism}.{step.code}"
            yield from (f"{step.code}.{item.name}" for item in step.inputs)
    yield from (indicator.id for indicator in all_indicators())
    yield from (str(pattern.pattern) for pattern in get_resolver().url_patterns)


def labels() -> Iterator[str]:
    for procedure in all_procedures():
        for step in procedure.steps:
            yield step.label
            yield from (item.label for item in step.inputs)
    yield from (indicator.name for indicator in all_indicators())


def test_no_identifier_invites_watching_people() -> None:
    assert [name for name in identifiers() if IDENTIFIERS.search(name)] == []


def test_no_label_asks_for_what_is_refused_by_principle() -> None:
    assert [label for label in labels() if WORDS.search(label)] == []


def test_the_words_are_found_where_they_stand() -> None:
    assert IDENTIFIERS.search("Visit.check_in")
    assert IDENTIFIERS.search("person_score")
    assert WORDS.search("重点人员台账")
