"""What the simple procedure asks for: on a phone, in the street."""

from __future__ import annotations

from dataclasses import replace

from guiju.kernel.procedure.api import Input, past_day
from guiju.mechanisms.penalty.forms import (
    CODE,
    FACTS,
    ITEM,
    OCCURRED,
    OFFICERS,
    PARTY,
    PARTY_LATE,
    PLACE,
    SHOWN,
    SOURCE_WORDS,
    SOURCES,
    UNIT,
)

BEGINNING = (
    past_day("found_on", "日期"),
    UNIT,
    OFFICERS,
    SHOWN,
    ITEM,
    PLACE,
    FACTS,
    OCCURRED,
    *PARTY,
    Input("source", "线索来源", "choice", choices=SOURCES, synonyms=SOURCE_WORDS),
    Input("source_number", "来源编号", "matter_number", help="工单号；登记过的会自动关联"),
    CODE,
)
SIGNED = {"signed": "已签名", "refused": "拒签，已注明"}
FINE = Input("fine", "罚款", "money", unit="元", help="只给警告的不填", article="第51条", phone_first=True)
WARNING = Input("warning", "警告", "yes_no", phone_first=True)
SAID = Input("defence", "当事人的陈述、申辩", "long_text", private=True, help="没有的写没有", article="第45条")
DECISION = (
    past_day("decided_on", "决定日期"),
    FINE,
    WARNING,
    Input("told_rights", "已告知内容、事实、理由、依据和权利", "yes_no", required=True, article="第44条"),
    SAID,
    PARTY_LATE[0],
    Input("delivered", "决定书已当场交付", "yes_no", required=True, article="第52条"),
    Input("signed", "当事人签名", "choice", choices=SIGNED),
    Input("cash", "当场收缴", "yes_no", help="只有数额很小、不当场收缴以后难以执行等情形", article="第68条"),
    Input("cash_ground", "当场收缴的理由", "text", article="第68条"),
    Input("number", "决定书编号", "text", help="预定格式上印好的编号照填，没有的由系统给号"),
)
REPORT = (past_day("reported_on", "备案日期"),)
HANDING_IN = (past_day("handed_in_on", "交到机关的日期"),)
BANKING = (past_day("banked_on", "缴付银行的日期"), Input("receipt", "非税票据号", "text"))
TURNING = (
    past_day("turned_on", "日期"),
    Input("reason", "转普通程序的理由", "long_text", required=True, private=True),
    replace(FINE, label="原拟罚款", help="没有的不填", phone_first=False),
    replace(WARNING, label="原拟警告", phone_first=False),
    SAID,
)
CLOSING = (past_day("closed_on", "结案日期"),)
