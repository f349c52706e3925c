"""Comparing the day table with a second source, day by day. Run by a test and by `guiju doctor`, not at every start."""

from datetime import date, timedelta

from guiju.kernel.terms.calendar import Calendar, noticed_years


def differing_days() -> list[date]:
    """Days of the noticed years on which chinesecalendar and the package holidays do not agree.

    Only years that both know are compared: the second package computes holidays of later years without make-up days
    instead of saying that it does not know them.
    """
    # Imported here: the package takes more than half a second to load, and nothing else needs it.
    import holidays

    years = sorted(noticed_years())
    second = holidays.country_holidays("CN", years=years)
    table = Calendar()
    differing: list[date] = []
    for year in years:
        day = date(year, 1, 1)
        while day.year == year:
            if table.is_working(day) != second.is_working_day(day):
                differing.append(day)
            day += timedelta(1)
    return differing
