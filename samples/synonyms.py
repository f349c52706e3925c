"""The other ways in which clerks write the same category; an importer resolves them without asking."""

import random

SYNONYMS: dict[str, dict[str, tuple[str, ...]]] = {
    "mediation.outcome": {
        "达成协议": ("调解成功", "调成", "调解达成协议"),
        "调解不成": ("终止调解", "未达成", "未成"),
        "当事人撤回": ("撤回申请",),
        "调解中": ("正在调解",),
    },
    "oral.outcome": {"达成口头协议": ("口头达成", "调解成功"), "调解不成": ("未达成",)},
    "agreement_form": {"书面": ("书面协议", "协议书")},
    "source": {
        "当事人申请": ("申请调解",),
        "主动调解": ("主动",),
        "110": ("110分流", "公安移交"),
        "12345": ("12345热线",),
    },
    "mediation.kind": {
        "婚姻家庭": ("家庭", "婚姻家庭纠纷"),
        "邻里": ("邻里纠纷",),
        "合同": ("合同纠纷",),
        "损害赔偿": ("损害赔偿纠纷",),
        "征地拆迁": ("动迁",),
        "劳动争议": ("劳资", "劳动争议纠纷"),
        "消费": ("消费纠纷",),
        "医疗": ("医患",),
        "道路交通事故": ("交通事故", "道路交通"),
        "物业": ("物业纠纷", "物业管理"),
    },
    "screening.kind": {
        "家庭": ("婚姻家庭",),
        "物业": ("物业纠纷",),
        "医患": ("医疗",),
        "劳资": ("劳动争议",),
        "邻里": ("邻里纠纷",),
    },
    "screening.outcome": {"已化解": ("化解", "已办结"), "化解中": ("正在化解", "跟踪中"), "移交": ("已移交",)},
    "diversion.outcome": {
        "自行和解": ("双方自行和解",),
        "劝离": ("劝离现场",),
        "重复警情": ("重复报警",),
        "转治安": ("转治安处理",),
        "当事人不接受": ("当事人不接受调解",),
        "转调委会登记": ("已登记调解",),
    },
    "adviser.kind": {
        "法律咨询解答": ("咨询解答",),
        "法律意见": ("法律意见建议", "出具法律意见"),
        "接待": ("接待咨询",),
        "人民调解": ("参与调解",),
        "法律援助协助": ("协助申请法律援助",),
    },
    "performance": {"已履行": ("履行完毕", "即时履行"), "履行中": ("未到期",)},
    "study.form": {"集体讨论交流": ("交流讨论",)},
}
SHARE = 0.2


def written(rng: random.Random, field: str, value: str) -> str:
    """``value`` as some clerk writes it: mostly the term itself, sometimes a synonym."""
    others = SYNONYMS[field].get(value, ())
    return rng.choice(others) if others and rng.random() < SHARE else value
