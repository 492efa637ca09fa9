"""What stands beside a calculation, series told in words, and readings whose order or unit is easily mistaken."""

from typing import Any

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.filling.brought import From
from assistant.understanding.text.pasted import pasted
from assistant.understanding.text.quantities import Reading

from .asked import computed

_ROW = [14.2, 15.1, 13.8, 16.3, 17.5]


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("14.2 15.1 13.8 16.3 17.5: last over mean and over median", ("mean", "median")),
        ("put iv 14.2, 15.1, 13.8, 16.3, 17.5; latest divided by average?", ("mean",)),
        ("readings 14.2 15.1 13.8 16.3 17.5, last vs median", ("median",)),
        ("mean and median of 14.2 15.1 13.8 16.3 17.5", ()),
        ("median of 14.2, 15.1, 13.8, 16.3, 17.5?", ()),
    ],
)
def test_a_row_beside_its_middle(text, usual):
    over = [("normalised_level", {"value": From("series_summary", "last"), "usual": From("series_summary", k)}) for k in usual]
    assert _calls(text) == [("series_summary", {"series": _ROW}), *over]


@pytest.mark.parametrize("text", ["average of 3 fills at 1.20, 1.10, .90", "ema 5 of 10 11 12 11 13"])
def test_other_averages_are_no_middle_of_a_row(text):
    assert "series_summary" not in {tool for tool, _ in _calls(text)}


def _calls(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        (
            "already in 30%. hist peaks .06 then .09 confirmed, RSI on VX 74. which rules apply",
            [("histogram_peaks", {"peaks": [0.06, 0.09], "first": 0.3}), ("rsi_line", {"value": 74})],
        ),
        (
            "vx rsi 68.5, macd over signal for 12 days, norm .79",
            [("rsi_line", {"value": 68.5}), ("normalised_level", {"value": 0.79, "usual": 1})],
        ),
        (
            "spot 14.6, vx1 15.9, vx2 17.0",
            [("term_structure", {"curve": [15.9, 17.0]}), ("spot_basis", {"spot": 14.6, "future": 15.9})],
        ),
        (
            "macd .12 sig .09 today, .07 and .08 yesterday; rsi of the front future is 71",
            [
                ("macd_cross", {"macd_now": 0.12, "signal_now": 0.09, "macd_before": 0.07, "signal_before": 0.08}),
                ("rsi_line", {"value": 71}),
            ],
        ),
        ("normalised .82, is that depressed", [("normalised_level", {"value": 0.82, "usual": 1})]),
    ],
)
def test_several_standings(text: str, calls: list[tuple[str, dict[str, Any]]]) -> None:
    assert _calls(text) == calls


def test_a_typed_series_over_its_own_mean():
    values = [20 + n % 7 for n in range(40)]
    row = ", ".join(map(str, values))
    found = _calls(f"last bullish cross, and whats the level vs the average of these: {row}")
    assert [tool for tool, _ in found] == ["macd_trigger", "series_summary", "normalised_level"]
    assert found[2][1] == {"value": From("series_summary", "last"), "usual": From("series_summary", "mean")}


@pytest.mark.parametrize(
    ("text", "levels", "lengths"),
    [
        ("40 x 18.4 in a row, macd & cross?", [18.4], [40]),
        ("100 closes all at 20 then five at 25. macd now?", [20, 25], [100, 5]),
        ("60 times 15 followed by 3 at 19: macd?", [15, 19], [60, 3]),
    ],
)
def test_a_series_by_how_often_each_value_stands(text: str, levels: list[float], lengths: list[int]) -> None:
    tool, given = computed(text)
    assert (tool, given["levels"], given["lengths"]) == ("macd_of_stretches", levels, lengths)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hist now .04, was .06, still above zero. expanding?", ("histogram_bars", {"values": [0.06, 0.04]})),
        ("iv 22 at 21d, 24 at 49d. 30d?", ("iv_at_tenor", {"days": [21, 49], "ivs": [0.22, 0.24], "tenor": 30})),
        ("mean of 252 days is 19.8. at what iv is it depressed", ("value_at_level", {"usual": 19.8})),
        ("macd -.1 to .05 in one day, sig 0, cross up?", ("macd_cross", {"macd_now": 0.05, "signal_now": 0})),
        (
            "npv 8%: -5000, 2000, 2500, 1800. is irr above 8?",
            ("net_present_value", {"cash_flows": [-5000, 2000, 2500, 1800], "rate": 0.08}),
        ),
        (
            "spx 5000 5050 5100 ad line 900 850 700, confirm?",
            ("two_pivots", {"index_before": 5000, "index_now": 5100, "line_before": 900, "line_now": 700}),
        ),
        ("rsi if ups average .4 and downs average .6", ("rsi_value", {"average_gain": 0.4, "average_loss": 0.6})),
    ],
)
def test_what_is_easily_mistaken(text: str, expected: tuple[str, dict[str, Any]]) -> None:
    tool, given = computed(text)
    assert (tool, {k: v for k, v in given.items() if k in expected[1]}) == expected


def test_gains_listed_one_by_one_are_summed_over_the_bars():
    assert _calls("gains .5 .3 .2 losses .4 .1 over 10 days. rsi?") == [
        ("rsi_value", {"average_gain": 0.1, "average_loss": 0.05})
    ]


def test_a_level_told_first_is_where_the_line_starts():
    assert computed("a/d: 12000, then 2100/800, 950/1980")[1]["start"] == 12000


@pytest.mark.parametrize("parted", [" / ", " ; ", " | ", "; "])
def test_dated_rows_parted_by_a_sign_are_a_table(parted: str) -> None:
    rows = ["2026-03-02 18.4", "2026-03-03 18.6", "2026-03-03 18.9", "2026-03-04 (blank)", "2026-03-05 19.1"]
    found = pasted(f"{parted.join(rows)}, put iv. usable?")
    assert found is not None
    assert found.rows == tuple((row[:10], row[11:]) for row in rows)
    assert found.rest == "put iv. usable?"
