"""自定义台账: registers that a town makes itself out of the heading row of a sheet it keeps.

Flow: sheet with an unknown heading -> definition (ledgered: name, columns, which of them may hold persons' data) ->
every row a matter of one step -> count, persons and amount, nothing else.
A town keeps such a register for its yearly report (法治政府建设督察规定第23条) and keeps of people only what the
purpose needs (个人信息保护法第6条): headings that the product refuses by principle cannot become columns, and text
that may name people lies in the private store. Further columns are text that no rule and no figure reads.
"""
