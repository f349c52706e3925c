"""人民调解: full files and the everyday oral page.

A dispute that a people's mediation committee takes up (人民调解法) is either a file, which goes from registration to an
agreement in force or to its termination, or an oral page, one record of what was agreed by word of mouth (第28、30条),
which one step turns into a file. Administrative, public-security and court-commissioned mediation are marked as such
and feed no figure of people's mediation. Nothing here is ever public.
"""
