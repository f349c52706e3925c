"""Who an event is between: 张三和李四. A call name, a firm, a half name or a name that ends unclearly is a question."""

from __future__ import annotations

import re

from guiju.exchange.returns.pasting.cells import Told

DOUBLE_SURNAMES = [
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "司徒",
    "令狐",
    "夏侯",
    "端木",
    "长孙",
    "宇文",
    "南宫",
]
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜"
    "崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤常温康施文牛樊葛邢安齐易"
    "乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙"
    "鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戈岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬"
    "师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_JOINT = "和与跟同及、"
_BEFORE = r"(?:^|[\s，,。；;：:、！!（(）)\]】]|村民|居民|邻居|业主|住户|租客|房东|户主|调解了?|处理了?|化解了?|涉及)"
_NAME = "(?:" + "|".join(DOUBLE_SURNAMES) + r"|[一-鿿])[一-鿿]{1,2}"
_END = (
    r"(?=$|[\s，,。；;：:！!？?（(）)】]|因|为了?|由于|就|之间|两家|两人|两户|二人|双方|发生|吵|争|闹|打|的|在|关于|起|调解|纠纷|矛盾|"
    r"家|对|要|都|已|达成|经|[欠借赔补付]|漏|邻里|婚姻|劳动|物业|宅基|合同|消费|噪)"
)
_CALLED = re.compile(
    r"[老小阿][一-鿿](?=$|[\s，,。和与跟同、家的因为])|[一-鿿](?:大爷|大妈|阿姨|叔|婶|师傅|老板|嫂|奶奶|爷爷|某某?|姓)"
)
_FIRM = re.compile(
    r"[一-鿿]{2,14}?(?:公司|工厂|厂|超市|饭店|酒店|商店|物业|村委会|居委会|合作社|银行|医院|学校|工地|店)"
)
_SIGN = re.compile(rf"[{_JOINT}]")
_THIRD = re.compile(rf"^(?:[{_JOINT}])(?:{_NAME}|[老小])")


def _is_name(text: str) -> bool:
    if text[:2] in DOUBLE_SURNAMES:
        return len(text) in (3, 4)
    return text[0] in SURNAMES and len(text) in (2, 3)


def people_in(text: str) -> Told[tuple[str, str]]:
    """The two sides of an event: first and second. Certain only where both are full names with clear ends."""
    pairs = _pairs(text)
    if len(pairs) == 1:
        (one, two, start, end) = next(iter(pairs))
        doubt = _doubt(text, one, two, start, end)
        return Told((one, two), doubt, f"{one}、{two}")
    if pairs:
        one, two, *_ = min(pairs, key=lambda pair: (pair[2], len(pair[0]) + len(pair[1])))
        words = "；".join(sorted({f"{a}、{b}" for a, b, *_ in pairs}))
        return Told((one, two), f"当事人可以读作：{words}。是哪两位？")
    if _CALLED.search(text) or _FIRM.search(text) or _SIGN.search(text):
        return Told(None, "看不准当事人是谁，请写全名。")
    return Told(None, "没有读出当事人，请填。")


def _pairs(text: str) -> set[tuple[str, str, int, int]]:
    """Every way in which the text can be two names."""
    found: set[tuple[str, str, int, int]] = set()
    for joint in _SIGN.finditer(text):
        for before in (2, 3, 4):
            one, start = text[joint.start() - before : joint.start()], joint.start() - before
            if start < 0 or len(one) != before or not _is_name(one) or not re.search(f"{_BEFORE}$", text[:start]):
                continue
            for after in (2, 3, 4):
                two, end = text[joint.end() : joint.end() + after], joint.end() + after
                if len(two) == after and _is_name(two) and re.match(_END, text[end:]) and _has_no_sign(one + two):
                    found.add((one, two, start, end))
    return found


def _has_no_sign(names: str) -> bool:
    return re.fullmatch(r"[一-鿿]+", names) is not None


_SELDOM = set("因为就在的起要都已经家对欠借赔补付漏打吵闹争和与跟同及两三二一邻婚劳物宅合消噪门前后上下")


def _doubt(text: str, one: str, two: str, start: int, end: int) -> str:
    """Why two names that can be read are still not certain."""
    rest = text[end:]
    if _THIRD.match(rest):
        return f"除了{one}、{two}，好像还有别人。当事人是哪几位？"
    if set(one[1:] + two[1:]) & _SELDOM:
        return f"当事人是{one}和{two}吗？"
    if _FIRM.search(text) or _CALLED.search(text):
        return f"当事人是{one}和{two}，还是另有别人或者单位？"
    if any(word in text for word in ("代", "替", "家属", "儿子", "女儿", "父亲", "母亲", "老婆", "丈夫", "妻子")):
        return f"当事人是{one}和{two}本人吗？"
    return ""
