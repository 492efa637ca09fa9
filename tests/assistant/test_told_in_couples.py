"""Numbers two by two: bars of a MACD, two futures by day, futures by month; what else of the two is not one of them."""

import pytest

from assistant import Assistant
from assistant.understanding.text.number_rows import couples


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("-.22,-.18 / -.19,-.18 / -.16,-.176", ((-0.22, -0.18), (-0.19, -0.18), (-0.16, -0.176))),
        ("days 18.4,19.6; 18.9,19.7", ((18.4, 19.6), (18.9, 19.7))),
        (".10/.12, .13/.125", ((0.1, 0.12), (0.13, 0.125))),
        ("18.4,19.6,20.1", ()),  # one row
        ("18.4,19.6, 18.9,19.7", ()),  # one sign for both
        ("17/18/19; 17/18/20", ()),
    ],
)
def test_two_by_two(text: str, found: tuple[tuple[float, float], ...]) -> None:
    assert couples(text) == found


@pytest.mark.parametrize(
    "asked",
    [
        "macd,sig rows: -.22,-.18 / -.19,-.18 / -.16,-.176 / -.12,-.165. which row triggers",
        "macd/signal: -.22/-.18; -.19/-.18; -.16/-.176; -.12/-.165, where does it cross",
    ],
)
def test_bars_of_both_lines(warmed: Assistant, session: str, asked: str) -> None:
    (lines,) = warmed.ask(asked, session).results
    # −0.16 + 0.176 = 0.016 on the third bar, after −0.19 + 0.18 = −0.01
    assert (lines.tool, lines.inputs["macd"], lines.inputs["signal"]) == (
        "macd_lines",
        [-0.22, -0.19, -0.16, -0.12],
        [-0.18, -0.18, -0.176, -0.165],
    )


@pytest.mark.parametrize(
    ("asked", "front", "second"),
    [
        (
            "front,second for 3 days: 18.4,19.6; 20.6,20.4; 19.8,20.3. how many in contango",
            [18.4, 20.6, 19.8],
            [19.6, 20.4, 20.3],
        ),
        ("m1,m2 by day 17.2,18.1; 18.8,18.9; 20.4,19.7 share of days in contango", [17.2, 18.8, 20.4], [18.1, 18.9, 19.7]),
        ("yday 18.0/19.2, now 21.5/20.6. flipped?", [18.0, 21.5], [19.2, 20.6]),
        ("now 21.5/20.6, yesterday 18.0/19.2. did it invert", [18.0, 21.5], [19.2, 20.6]),
        ("yesterday 16.5/17.9 today 19.8/18.7, still contango or inverted?", [16.5, 19.8], [17.9, 18.7]),
    ],
)
def test_two_futures_by_day(warmed: Assistant, session: str, asked: str, front: list[float], second: list[float]) -> None:
    (slopes,) = warmed.ask(asked, session).results
    assert (slopes.tool, slopes.inputs["front"], slopes.inputs["second"]) == ("slopes_by_day", front, second)


def test_two_bars_stay_two_bars(warmed: Assistant, session: str) -> None:
    (cross,) = warmed.ask("macd yday .10/.12, today .15/.13. flipped?", session).results
    assert (cross.tool, cross.inputs["macd_now"], cross.inputs["signal_before"]) == ("macd_cross", 0.15, 0.12)


@pytest.mark.parametrize(
    ("asked", "curve"),
    [
        ("jun vx 19.25, jul 20.40, spread in dollars and pct", [19.25, 20.4]),
        ("may vx 18.1 and june vx 19.0 calendar spread in dollars", [18.1, 19.0]),
        ("jan vx at 20.4, dec vx at 19.6, difference?", [19.6, 20.4]),  # December settles before January
    ],
)
def test_two_futures_by_month(warmed: Assistant, session: str, asked: str, curve: list[float]) -> None:
    (term,) = warmed.ask(asked, session).results
    assert (term.tool, list(term.inputs["curve"])) == ("term_structure", curve)
