"""工单分流: 110 calls that were no police matter and were diverted, and orders of the 12345 hotline.

An order is dispatched, the people are contacted, it is handled with its real outcome (a word on the spot, 劝离,
重复警情, 转治安 …) and closed, or given back with a reason. Most outcomes are no agreement, so nobody may read
agreements over diversions as a success rate. Where people's mediation takes an order up (人民调解法 第18条), the
mediation arises from it. The days come from the town's own rulepack and only remind. Nothing here is ever public.
"""
