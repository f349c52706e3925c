"""Money and days as Chinese papers write them."""

from datetime import date
from decimal import Decimal

from guiju.kernel.documents.content_blocks import ContentError

_LIMIT = Decimal("1E12")


def capital_amount(amount: Decimal) -> str:
    """Return yuan in capital characters (支付结算办法附一): 3000 gives 叁仟元整, 10.05 gives 壹拾元零伍分.

    Raises ContentError as `check_amount` does.
    """
    check_amount(amount)
    from cn2an import an2cn  # a sixth of a second, which a worker that prints no amount need not pay at start

    return str(an2cn(f"{amount:.2f}".removesuffix(".00"), "rmb"))


def check_amount(amount: Decimal) -> None:
    """Refuse a sum that no paper can state: less than a cent, negative, no number, or a trillion. Raises ContentError."""
    if not amount.is_finite() or amount < 0:
        raise ContentError(f"金额“{amount}”不是正数或者零，协议中的金额应为零以上的数，请核对。")
    if amount >= _LIMIT:
        raise ContentError(f"金额“{amount}”达到一万亿元，超出可换算的范围，请核对是否多写了零。")
    # The converter would cut the third decimal without a word, and with it somebody's money.
    if amount != amount.quantize(Decimal("0.01")):
        raise ContentError(f"金额“{amount}”精确到了分以下，人民币最小单位是分，请按两位小数填写。")


def date_in_digits(day: date | None) -> str:
    """Return a day in Arabic digits, full year, no leading zeros (GB/T 9704-2012 7.3.5.4); None leaves the place free."""
    return f"{day.year}年{day.month}月{day.day}日" if day else "\u3000" * 4 + "年\u3000\u3000月\u3000\u3000日"
