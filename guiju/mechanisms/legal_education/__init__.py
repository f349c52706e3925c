"""法治宣传教育: trainings, study of the leadership, meetings on rule-of-law work, events, examinations, lectures, venues.

Whoever enforces a law also makes it known (普法责任制意见 一(二); since 2025-11-01 法治宣传教育法 第9条). 党委中心组 and
the government's executive meetings study law, with lectures on the rule of law every year (法治政府建设督察规定 第7、8条);
villages train 法律明白人. Every record is a matter of one step, registered when it was done. 人 (persons) and 人次
(attendances) are two fields with two counting rules. A venue is a matter of its own; an award names its venue.
"""
