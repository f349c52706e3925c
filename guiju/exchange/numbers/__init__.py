"""字号簿: numbers that others give (发文字号, superiors' case numbers, committees' own books), kept with their source.

Never made here: a person types them or reads them from a list; what is told twice or left out is shown.
"""
