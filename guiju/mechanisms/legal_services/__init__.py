"""公共法律服务: consultation, guidance, adviser answers, reception, opinions, legal-aid assistance.

The town station, the neighbourhood centres and the village rooms give the basic services of 上海市公共法律服务办法
第2条 (before 2022-03-01: 上海市公共法律服务平台建设实施方案); village advisers answer, receive, teach, write opinions and help
to apply for legal aid (法律援助法 第12、43条). Every record is a matter of one step, registered when it was done. 件 (matters), 人 (persons) and 人次 (attendances)
are three fields with three counting rules. Consulters are anonymous unless they give a name.
"""
