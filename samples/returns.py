"""How the invented town's units answered one round of 2022: in four ways, and two forgot (示例，均为虚构)."""

from dataclasses import dataclass

NOTICE = "关于做好2022年公共法律服务数据报送工作的通知"
FORGOT = ("梅坞村", "河沿村")
BY_TELEPHONE = ("周渡村", "沙庙村", "竹径村", "稻香村")
PASTED = ("东浦村", "石桥村", "杨湾村", "清水居委会", "兰亭居委会")


@dataclass(frozen=True)
class Answered:
    """How a unit answered: in words of the product's own list, and by which medium."""

    how: str
    medium: str


def answer_of(unit: str, on_record: int) -> Answered | None:
    """What a unit with so many records answered; None for the two that forgot."""
    if unit in FORGOT:
        return None
    if not on_record:
        return Answered("nothing", "telephone")
    if unit in BY_TELEPHONE:
        return Answered("there", "telephone")
    return Answered("lines", "wechat") if unit in PASTED else Answered("sheet", "wechat")
