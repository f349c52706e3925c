"""What is wrong with a row of a rulepack, said in Chinese (the model's own messages are English)."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_WORDS = {
    "missing": "缺少这一项",
    "extra_forbidden": "不认识这一项，请核对拼写",
    "string_type": "应为文字，数字条号请加引号",
    "string_pattern_mismatch": "写法不对，只用小写英文字母、数字和连接符",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "bool_type": "应为 true 或 false",
    "date_type": "应为日期，写成 2024-01-01",
    "date_parsing": "应为日期，写成 2024-01-01",
    "date_from_datetime_parsing": "应为日期，写成 2024-01-01",
    "date_from_datetime_inexact": "应为日期，不带时刻",
    "greater_than": "应大于零",
    "too_short": "至少要有一项",
    "tuple_type": "应为列表",
    "dict_type": "应为“名称: 值”的对照表",
    "model_type": "应为“名称: 值”的一组项目",
}


def wording(error: ErrorDetails) -> str:
    """One error of a row as a Chinese phrase."""
    if error["type"] in ("enum", "literal_error"):
        return f"取值“{error['input']}”不在允许的范围内（{error['ctx']['expected']}）".replace(" or ", "、")
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    return _WORDS.get(error["type"], error["msg"])


def place(error: ErrorDetails) -> str:
    """Where in the file the error is: `laws → 第3项 → versions → 第1项 → from`."""
    return " → ".join(f"第{part + 1}项" if isinstance(part, int) else str(part) for part in error["loc"])


def first_error(error: ValidationError) -> str:
    """The first error of a file with its place."""
    first = error.errors()[0]
    return f"“{place(first)}”{wording(first)}"
