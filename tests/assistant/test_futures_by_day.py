"""The front and the second future on several days, as people type them."""

import pytest

from .asked import computed

DAYS = {"front": [17.0, 17.6, 18.9], "second": [18.1, 18.2, 18.8]}


@pytest.mark.parametrize(
    "text",
    [
        "3 days of m1/m2: 17.0/18.1 17.6/18.2 18.9/18.8. which days were backwardated",
        "front/second last 3 sessions 17.0/18.1, 17.6/18.2, 18.9/18.8 contango how often?",
        "mon 17.0 18.1, tue 17.6 18.2, wed 18.9 18.8: vx1 and vx2. contango or backwardation each day",
        "day 1 front 17 second 18.1; day 2 front 17.6 second 18.2; day 3 front 18.9 second 18.8",
        "m1 17.0 17.6 18.9, m2 18.1 18.2 18.8. which days in contango",
        "VX1: 17, 17.6, 18.9; VX2: 18.1, 18.2, 18.8 backwardation days?",
        "M1-M2 pairs (17.0, 18.1), (17.6, 18.2), (18.9, 18.8) daily, share of contango",
        "3/2 17.0/18.1 3/3 17.6/18.2 3/4 18.9/18.8 front vs second, when was it backwardated",
        "front 17.0 vs second 18.1 monday and 17.6 vs 18.2 tuesday and 18.9 vs 18.8 on wednesday, state each day?",
        "curve m1-m2 17-18.1, 17.6-18.2, 18.9-18.8 on three days",
    ],
)
def test_the_prices_of_each_day_are_a_pair(text):
    assert computed(text) == ("slopes_by_day", DAYS)


@pytest.mark.parametrize(
    ("text", "curve"),
    [
        ("curve 17.2 18.6 19.4 19.9 20.1, slope of the front pair and shape", [17.2, 18.6, 19.4, 19.9, 20.1]),
        ("front 16.4, second 18.95: contango and how much", [16.4, 18.95]),
        ("m1 17 m2 18 m3 19, contango?", [17.0, 18.0, 19.0]),
        ("contango 16.5/18.2", [16.5, 18.2]),
        ("19.1 / 20.3 / 20.9 / 20.6 vx1-4, is that contango", [19.1, 20.3, 20.9, 20.6]),
        ("m1-3 17 / 18 / 19.5 slope?", [17.0, 18.0, 19.5]),
        ("curve front to back 24.1/23.2/22.9/22.5", [24.1, 23.2, 22.9, 22.5]),
    ],
)
def test_the_months_of_one_curve_are_no_days(text, curve):
    assert computed(text) == ("term_structure", {"curve": curve})
