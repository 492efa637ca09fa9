"""What value an average needs, a run of moves one way, a line's signed days and an RSI of two days, each as people say it."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "previous", "wanted", "span"),
    [
        ("what value makes the 12 ema equal 21 if it was 20.5", 20.5, 21, 12),
        ("what print today lifts a 26 ema from 19 to 19.4", 19, 19.4, 26),
        ("which close brings the 12-day ema to 22 if it stands at 21.5", 21.5, 22, 12),
        ("ema9 at 0.12, what macd gets the signal to 0.15", 0.12, 0.15, 9),
        ("what macd makes the signal 0.15 if it was 0.12", 0.12, 0.15, 9),
        ("26 ema at 20.5: what iv is needed to push it to 21", 20.5, 21, 26),
    ],
)
def test_the_value_that_an_average_needs(
    warmed: Assistant, session: str, asked: str, previous: float, wanted: float, span: int
) -> None:
    (found,) = warmed.ask(asked, session).results
    assert found.tool == "ema_input"
    assert (found.inputs["previous"], found.inputs["wanted"], found.inputs["span"]) == (previous, wanted, span)
    # alpha × (value − previous) = wanted − previous
    value = found.value  # type: ignore[attr-defined]
    assert 2 / (span + 1) * (value - previous) == pytest.approx(wanted - previous)


@pytest.mark.parametrize(
    "asked",
    [
        "12 ema yesterday 21.4, what is it if iv today is 23",
        "what 12 ema do i get at 22 if it was 21",
        "12 ema was 19, new close 20, what now",
    ],
)
def test_an_average_moved_on_is_no_value_needed(warmed: Assistant, session: str, asked: str) -> None:
    assert [r.tool for r in warmed.ask(asked, session).results] == ["ema_step"]


@pytest.mark.parametrize(
    ("asked", "rsi"),
    [
        ("14 days in a row up, rsi?", 100),
        ("fourteen straight losing days: rsi?", 0),
        ("price fell every one of the last 14 days, rsi", 0),
        ("20 consecutive higher closes, what's the rsi(14)", 100),
        ("rsi if all of the last 15 closes rose", 100),
    ],
)
def test_a_run_as_long_as_the_period_leaves_one_side_alone(warmed: Assistant, session: str, asked: str, rsi: float) -> None:
    (found,) = warmed.ask(asked, session).results
    assert found.rsi == rsi  # type: ignore[attr-defined]


@pytest.mark.parametrize("asked", ["10 down days in a row, rsi 14?", "14 period rsi after 6 straight up days"])
def test_a_shorter_run_leaves_older_moves_in_the_averages(warmed: Assistant, session: str, asked: str) -> None:
    assert not warmed.ask(asked, session).results


@pytest.mark.parametrize(
    "asked",
    [
        "a/d line 8,000, then +120 -340 +55",
        "a/d 8000. +120 -340 +55",
        "A/D line at 8,000 then +120, -340, +55",
        "a/d line 8,000; Monday +120, Tuesday -340, Wednesday +55",
    ],
)
def test_every_signed_day_moves_the_line(warmed: Assistant, session: str, asked: str) -> None:
    (found,) = warmed.ask(asked, session).results
    # 8,000 + 120 − 340 + 55 = 7,835
    assert "7835" in found.summary()


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ("rsi on vix futures was 74 yesterday, 68 now, still extreme?", [74, 68]),
        ("vx rsi was 66 yesterday and 72 today, over the line?", [66, 72]),
    ],
)
def test_an_rsi_of_two_days(warmed: Assistant, session: str, asked: str, values: list[float]) -> None:
    results = warmed.ask(asked, session).results
    assert [(r.tool, r.inputs["value"]) for r in results] == [("rsi_line", v) for v in values]
