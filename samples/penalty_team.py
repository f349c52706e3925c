"""The invented enforcement team and the invented parties of its cases."""

import random
from functools import cache
from pathlib import Path

import yaml

from samples.chance import draw_identity, draw_name, pick
from samples.rows import Row
from samples.town import qinghe

# Items of the town's catalogue in both years, and the usual fine in yuan: of a person or shop, of a firm.
ITEMS = {
    "未按规定分类投放生活垃圾": (100, 5000),
    "乱倒垃圾": (200, 3000),
    "跨门经营": (300, 1000),
    "擅自占路设摊": (300, 500),
    "违规处置建筑垃圾": (2000, 30000),
    "未按规定排放油烟": (3000, 8000),
    "擅自设置户外招牌": (1000, 4000),
    "违规处置餐厨垃圾": (2000, 10000),
    "工地未采取防尘措施": (3000, 20000),
    "露天焚烧": (500, 2000),
}
SMALL = ("未按规定分类投放生活垃圾", "乱倒垃圾", "跨门经营", "擅自占路设摊")
SOURCES = ("日常巡查", "日常巡查", "投诉举报", "12345等工单", "行政检查", "电子监控")
FIRM = "法人或者其他组织"
TRADES = ("餐饮店", "建材经营部", "果蔬店", "五金商行", "汽修店")
FIRMS = ("建筑工程有限公司", "物业服务有限公司", "餐饮管理有限公司", "渣土运输有限公司")
WORDS = ("云禾", "青岚", "朝露", "松涛", "白浦", "新畦", "望溪", "石渠", "柳岸", "荷塘")
LAPSED = "岳长河"  # his certificate ran out in June 2022


@cache
def holders(role: str) -> tuple[str, ...]:
    """Names of those who hold a post in the sample town, in the order of its description."""
    data = yaml.safe_load(Path(__file__).with_name("town.yaml").read_text(encoding="utf-8"))
    names = {person["code"]: person["name"] for person in data["people"]}
    return tuple(names[post["person"]] for post in data["posts"] if post["role"] == role)


def draw_officers(rng: random.Random) -> str:
    """Two officers with valid certificates."""
    able = [name for name in holders("enforcement_officer") if name != LAPSED]
    return "、".join(rng.sample(able, 2))


def draw_party(rng: random.Random, kind: str) -> Row:
    """A party of a kind: a person with an identity number, a shop or a firm with none."""
    if kind == "公民":
        return {"party_kind": kind, "party": draw_name(rng), "party_id": draw_identity(rng)}
    name = (
        f"青禾镇{pick(rng, WORDS)}{pick(rng, TRADES)}" if kind == "个体工商户" else pick(rng, WORDS) + pick(rng, FIRMS)
    )
    return {"party_kind": kind, "party": name}


def draw_act(rng: random.Random, items: tuple[str, ...] = tuple(ITEMS)) -> Row:
    """What was done, where, by whom, and how the team learnt of it."""
    item = pick(rng, items)
    kind = pick(rng, ("公民", "个体工商户", FIRM))
    return {
        "item": item,
        "source": pick(rng, SOURCES),
        **draw_party(rng, kind),
        "place": f"青禾镇{pick(rng, qinghe().villages)}示例路{rng.randint(1, 99)}号",
        "facts": f"当事人在上述地点{item}（示例）",
        "officers": draw_officers(rng),
        "fine": ITEMS[item][kind == FIRM],
        "penalty_basis": f"示例城镇管理规定（虚构）第{tuple(ITEMS).index(item) + 30}条",
    }
