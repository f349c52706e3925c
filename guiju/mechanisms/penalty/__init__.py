"""行政处罚: the ordinary and the simple procedure of a town's comprehensive enforcement team.

Ordinary (行政处罚法 第54-65条): clue -> filing -> investigation with evidence -> its conclusion -> notice -> statement,
defence, hearing -> legal review and collective discussion where due -> decision -> service -> publication and
performance -> closing -> archive. New evidence voids notice, defence, hearing, review and discussion (第44、58、62条).
Simple (第51-53条): a penalty on the spot within its limits, reported back; turned into an ordinary case by one step.
Where a superior's system is master of a case (`Matter.master`) the same procedure is told by its lists: what the law
wants and the list does not show is left as a finding.
"""
