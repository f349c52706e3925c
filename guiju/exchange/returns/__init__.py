"""报送: rounds in which units owe registers or figures, their answers, what is still owing, and the closing account.

Nothing is asked that the records give already; an answer brings rows through the importer, never past it.
"""
