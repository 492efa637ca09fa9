"""Days on which the Federal Open Market Committee announces its decisions: the last days of its scheduled meetings.

Source: the Federal Reserve Board's calendars and its yearly announcements of the schedule
(federalreserve.gov/monetarypolicy/fomccalendars.htm; announcements monetary20160628a for 2017, monetary20210604a for
2022, 9 August 2024 for 2025 and 2026, 5 September 2025 for 2027). The later years are tentative, as the Board says.
Unscheduled meetings are left out, and so is the meeting planned for 17–18 March 2020, which was not held: the committee
met without a schedule on 3 and 15 March instead.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

SOURCE: Final = "Federal Reserve Board, FOMC meeting calendars, federalreserve.gov/monetarypolicy/fomccalendars.htm"
_DECISIONS: Final = {
    2017: "02-01 03-15 05-03 06-14 07-26 09-20 11-01 12-13",
    2018: "01-31 03-21 05-02 06-13 08-01 09-26 11-08 12-19",
    2019: "01-30 03-20 05-01 06-19 07-31 09-18 10-30 12-11",
    2020: "01-29 04-29 06-10 07-29 09-16 11-05 12-16",
    2021: "01-27 03-17 04-28 06-16 07-28 09-22 11-03 12-15",
    2022: "01-26 03-16 05-04 06-15 07-27 09-21 11-02 12-14",
    2023: "02-01 03-22 05-03 06-14 07-26 09-20 11-01 12-13",
    2024: "01-31 03-20 05-01 06-12 07-31 09-18 11-07 12-18",
    2025: "01-29 03-19 05-07 06-18 07-30 09-17 10-29 12-10",
    2026: "01-28 03-18 04-29 06-17 07-29 09-16 10-28 12-09",
    2027: "01-27 03-17 04-28 06-09 07-28 09-15 10-27 12-08",
}


def decisions() -> pd.DatetimeIndex:
    """The decision days, oldest first."""
    return pd.DatetimeIndex([f"{year}-{day}" for year, days in _DECISIONS.items() for day in days.split()])
