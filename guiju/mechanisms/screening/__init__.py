"""矛盾纠纷排查: campaigns, and the disputes ("不稳定因素") that they and everyday rounds find.

A dispute is registered, graded with reasons (the *dispute*, never a person; 人民调解法 第25条), taken up, handed over
or resolved, and taken off the list. One that may escalate needs measures first, one that may become an offence a
report to the police. Where people's mediation takes it up, the mediation arises from it. Nobody is put on a list, and
columns that watch people are refused by the importer. Nothing here is ever public.
"""
