"""复议与诉讼: suits and reconsiderations in which the town is defendant, respondent or third party.

A suit: notice with the copy of the complaint -> answer with evidence within the term (行政诉讼法 第67条) -> who appears
(第3条: the person in charge, else staff with authority) -> hearing -> judgment -> appeal or performance -> closed. A
reconsideration: copy of the application -> answer (行政复议法 第48、54条, before 2024 第23条) -> hearing (第51条) -> decision ->
performance -> closed; the Act of the day on which the copy came decides which procedure and which term.
"""
