"""`guiju lawbook check` finds every kind of mistake and names file and line."""

from datetime import date

import pytest

from guiju.kernel.lawbook.api import check, lawbook_check

TODAY = date(2023, 6, 1)
HEAD = "terms:\n"
ROW = (
    "  - {{id: {id}, label: 示例, event: 受理, bearer: 本机关, amount: {amount}, unit: {unit}, force: 法定期限, "
    "basis: {basis}, from: {begins}, {ends}status: verified, fact: x}}\n"
)


def row(**changes: str) -> str:
    values = {
        "id": "sample.more",
        "amount": "5",
        "unit": "工作日",
        "basis": "sample-mediation-law 9",
        "begins": "2023-01-01",
        "ends": "",
    }
    return ROW.format(**(values | changes))


def found(folder, today=TODAY):
    return [(problem.line, problem.message) for problem in check([folder], today) if problem.severity == "error"]


def test_packs_in_order_give_no_problem(nation):
    assert check([nation], TODAY) == []


def test_an_overlap_is_found_at_the_later_row(write_pack, nation):
    town = write_pack("town", parent="nation", terms=HEAD + row() + row(begins="2023-03-01"))
    [(line, message)] = found(town)
    assert line == 3
    assert "重叠" in message


def test_a_gap_is_found_with_its_days(write_pack, nation):
    rows = row(ends="to: 2023-02-28, ") + row(begins="2023-04-01")
    [(line, message)] = found(write_pack("town", parent="nation", terms=HEAD + rows))
    assert line == 3
    assert "2023-03-01至2023-03-31没有版本" in message


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"basis": "lost-law 1"}, "“lost-law”不在规则库中"),
        ({"basis": "sample-mediation-law 77"}, "没有“77”"),
        ({"begins": "2022-06-01"}, "自2020-01-01施行的版本中没有“9”"),
        ({"begins": "2019-06-01"}, "在2019-06-01没有施行的版本"),
        ({"unit": "日"}, "5日应按工作日计算"),
        ({"amount": "10"}, "10日应按日计算"),
        ({"unit": "天"}, "“天”不在允许的范围内"),
        ({"amount": "0"}, "应大于零"),
        ({"amount": "5.5"}, "应为整数"),
        ({"begins": "去年"}, "应为日期"),
        ({"ends": "to: 2022-01-01, "}, "早于施行日"),
        ({"ends": "colour: red, "}, "不认识这一项"),
    ],
)
def test_each_mistake_in_a_row_is_found_at_its_line(write_pack, nation, changes, said):
    town = write_pack("town", parent="nation", terms=HEAD + row(id="sample.good") + row(**changes))
    problems = found(town)
    assert problems, "nothing was found"
    assert {line for line, _ in problems} == {3}
    assert any(said in message for _, message in problems), problems


def test_a_missing_status_is_found(write_pack, nation):
    town = write_pack("town", parent="nation", terms=HEAD + row().replace("status: verified, ", ""))
    [(line, message)] = found(town)
    assert line == 2
    assert "status”缺少这一项" in message


def test_a_doubled_law_and_a_doubled_key_are_found(write_pack):
    law = (
        "  - id: sample-law\n    title: 示例法\n    short: 示例法\n    level: statute\n    versions:\n"
        "      - {from: 2020-01-01, confirmed_until: 2030-01-01, source: 虚构}\n"
    )
    assert found(write_pack("twice", laws="laws:\n" + law + law)) == [(8, "“sample-law”在本规则包内重复。请删去一个。")]
    keys = law.replace("    short: 示例法\n", "    short: 示例法\n    short: 示例\n")
    assert found(write_pack("keys", laws="laws:\n" + keys)) == [(5, "“short”写了两次。请删去一个。")]


def test_an_undeclared_and_an_idle_override_are_found(write_pack, nation):
    silent = found(write_pack("silent", parent="nation", terms=HEAD + row(id="sample.finish")))
    assert [line for line, message in silent if "写进本文件的 overrides" in message] == [2]
    idle = found(
        write_pack("idle", parent="nation", terms="overrides:\n  - sample.finish\n  - sample.lost\nterms: []\n")
    )
    assert [line for line, _ in idle] == [2, 3]


def test_codes_outside_our_list_are_found(write_pack):
    codes = """\
        kinds:
          - {kind: colour, label: 颜色, codes: [{code: red, label: 红}]}
        tables:
          - owner: bureau
            owner_label: 示例局
            kind: colour
            from: 2020-01-01
            status: verified
            fact: x
            inward:
              红: red
              蓝: blue
            outward: {}
        """
    [(line, message)] = found(write_pack("coded", codes=codes))
    assert line == 12
    assert "“blue”不在颜色中" in message


def test_a_broken_file_and_a_lost_parent_are_found(write_pack):
    broken = write_pack("broken", terms="terms:\n  - {id: x\n  - y\n")
    assert found(broken)[0][1].startswith("不是合格的YAML")
    assert "不在旁边的文件夹里" in found(write_pack("orphan", parent="nowhere"))[0][1]


def test_a_text_not_checked_lately_warns_and_does_not_fail(nation):
    later = date(2023, 7, 1)
    [warning] = check([nation], later)
    assert (warning.severity, warning.line) == ("warning", 18)
    assert "只核对到2023-06-30" in warning.message
    lines, in_order = lawbook_check(later, nation)
    assert in_order
    assert lines[-1] == "规则包检查完毕：错误0处，提醒1处。"
