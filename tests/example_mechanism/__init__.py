"""An invented mechanism that the tests of the kernel run on: a case with evidence, notice, hearing, review, decision.

It stands on articles of the administrative penalty law that the rulepacks hold as verified, so that its refusals are
hard; one requirement rests on a local measure and only warns.
"""
