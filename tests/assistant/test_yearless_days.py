"""Days without a year that stand before values name them and are no numbers."""

import pytest

from assistant import Assistant
from assistant.understanding.composed.several import calculations
from assistant.understanding.text.pasted import pasted
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.yearless_days import days_before_values, days_numbered


def called(text):
    (found,) = calculations(Reading(text))
    return found.call.tool, found.call.arguments


@pytest.mark.parametrize(
    ("text", "tool", "name", "labels"),
    [
        ("m1/m2: mar 3 17.1/18.2, mar 4 18.4/18.3 contango?", "slopes_by_day", "front", ["mar 3", "mar 4"]),
        ("norm: 3/4 .82, 3/5 .79, 3/6 .81 - depressed?", "depressed_readings", "values", ["3/4", "3/5", "3/6"]),
        ("hist: Mar 3 -0.02, Mar 4 0.01, Mar 5 0.03", "histogram_bars", "values", ["mar 3", "mar 4", "mar 5"]),
        (
            "3/4 macd -.12 sig -.10, 3/5 macd -.09 sig -.095, 3/6 macd -.05 sig -.08 cross?",
            "macd_lines",
            "macd",
            ["3/4", "3/5", "3/6"],
        ),
        ("mon 15.1/16.4, tue 15.9/16.6 (m1/m2) contango?", "slopes_by_day", "front", ["Monday", "Tuesday"]),
    ],
)
def test_rows_are_named_by_their_days(text, tool, name, labels):
    found, arguments = called(text)
    assert (found, arguments["labels"], len(arguments[name])) == (tool, labels, len(labels))


def test_days_told_from_the_newest_are_turned_round():
    (found,) = calculations(Reading("m1/m2: mar 5 19.0/18.1, mar 4 18.4/18.3, mar 3 17.1/18.2 contango?"))
    assert found.call.arguments["labels"] == ["mar 3", "mar 4", "mar 5"]
    assert found.call.arguments["front"] == [17.1, 18.4, 19.0]
    assert "reversed first" in found.note


@pytest.mark.parametrize(
    "text",
    [
        "25/30/35 call fly at 0.85 expiring mar 18, break-evens?",
        "long 25c 3/4 at 1.20 and short 30c at .45",
        "mar 20 calls at 1.20",
        "1/2 of 45.6 and 3/4 of 45.6",
        "mar 3 18.2, mar 3 18.4",
    ],
)
def test_other_numbers_are_no_days(text):
    assert days_before_values(text) == []
    assert days_numbered(text) == text


def test_a_line_a_day_is_a_table():
    found = pasted("04 apr iv 19.2\n05 apr iv 19.0\n08 apr iv n/a\nwhich rows?")
    assert found is not None
    assert (found.header, found.rest) == (("date", "iv"), "which rows?")
    assert found.rows[2] == ("08 apr", "n/a")
    assert pasted("3/4 bought 2\n3/5 sold 1\n3/6 bought 1") is None


def test_the_dates_of_the_crosses_are_told():
    rows = "05-12;-0.21;-0.17\n05-13;-0.19;-0.18\n05-14;-0.16;-0.17\n05-15;-0.17;-0.17\n05-16;-0.18;-0.17"
    told = Assistant().ask(f"date;macd;signal\n{rows}\ndates of the crosses?").text
    assert "on bar 3 (05-14), from -0.01 to +0.01" in told
    assert "On bar 4 (05-15) the two are equal, which is no cross" in told
