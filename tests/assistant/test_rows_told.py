"""Rows that are told in unusual ways: spans for a pasted series, decimal commas, values over their means, days of quotes."""

import pytest

from assistant import Assistant
from assistant.understanding.composed.several import calculations
from assistant.understanding.filling.brought import From
from assistant.understanding.text.quantities import Reading

ROW = [20 + n / 10 for n in range(30)]
DAILY = "date,iv\n" + "\n".join(f"20{y}-03-{d:02},{10 + y - d / 10:.1f}" for y in (17, 18) for d in range(1, 28))
CURVE = "date,m1,m2,m3\n2024-01-02,14,15.5,16\n2024-01-03,16.5,16,16.2\n2024-01-04,14.2,15.4,15.9\n"


def calls(text):
    return [(found.call.tool, found.call.arguments) for found in calculations(Reading(text))]


def test_other_spans_are_run_on_the_pasted_series():
    ((tool, arguments),) = calls(f"can you do 5/13/4 on these: {', '.join(map(str, ROW))}")
    spans = {"fast": 5, "slow": 13, "signal": 4}
    assert (tool, arguments) == ("macd_trigger", {"series": ROW, **spans})


def test_decimal_commas_with_whole_numbers_between():
    row = "21,71; 21,83; 24; 22,14; 22,32; 23; 22; 22,92; 23,12; 22,28; 22,48"
    ((_, arguments),) = calls(f"german excel: {row}. macd at the last row?")
    assert len(arguments.get("values", arguments.get("series", ()))) in (0, 11)
    assert Reading(f"{row}. signal?").series == (21.71, 21.83, 24, 22.14, 22.32, 23, 22, 22.92, 23.12, 22.28, 22.48)


def test_values_over_their_means():
    ((tool, arguments),) = calls("weekly iv/52w mean: 17.6/21.4, 16.9/21.3, 16.8/21.1. which weeks < .8")
    assert (tool, arguments) == ("depressed_readings", {"values": [17.6, 16.9, 16.8], "usual": [21.4, 21.3, 21.1]})
    assert all(tool != "depressed_readings" for tool, _ in calls("average price of a 17.6/21.4 spread, is .8 a good debit"))


def test_a_row_over_its_mean_and_its_median():
    _, by_mean, by_median = calls("put iv 21 19 20 34 41 22 18 16.8, last one normalised by mean and by median")
    assert by_mean[1]["usual"] == From("series_summary", "mean")
    assert by_median[1]["usual"] == From("series_summary", "median")


def test_quotes_of_two_days():
    first, second = calls("mon .09->23.6 .115->22.8, tue .095->23.1 .12->22.3 (abs put delta -> iv). change in 10d iv")
    assert first == ("iv_at_delta", {"deltas": [0.09, 0.115], "ivs": [0.236, 0.228], "delta": 0.1})
    assert second[1]["before"] == From("iv_at_delta", "iv")
    assert second[1]["deltas"] == [0.095, 0.12]


def test_two_expiries_of_a_put():
    ((tool, arguments),) = calls("10 delta put: 23 dte 25.0, 37 dte 24.0 -> make it 30 days")
    assert (tool, arguments) == ("iv_at_tenor", {"days": [23, 37], "ivs": [0.25, 0.24], "tenor": 30})


def test_spot_beside_two_futures():
    (curve, basis) = calls("spot 16.1, front fut 17.3, second 18.05. whats the m1-m2 slope")
    assert curve == ("term_structure", {"curve": [17.3, 18.05]})
    assert basis == ("spot_basis", {"spot": 16.1, "future": 17.3})


def test_the_shorthand_of_two_bars():
    found = dict(calls("ln .114 sg .121 pv ln .109 sg .126, norm .92. what fires"))["macd_cross"]
    assert (found["macd_now"], found["macd_before"], found["normalised"]) == (0.114, 0.109, 0.92)


def test_tranches_along_a_histogram():
    ((tool, arguments),) = calls("hist -0.06, -0.02, 0.03, 0.08, 0.05, 0.1, 0.07. walk me through tranches at 25/20")
    assert (tool, arguments["first"], arguments["step_size"]) == ("histogram_bars", 0.25, 0.2)
    assert "first" not in calls("hist -0.06, -0.02, 0.03, 0.08, 0.05, 0.1, 0.07. higher highs?")[0][1]


def test_events_are_called_by_their_names():
    text = "cross 2025-06-13. CPI 2025-06-11, PPI 2025-06-12, FOMC 2025-06-18. calendar days from each"
    ((_, arguments),) = calls(text)
    assert arguments["dates"] == ["2025-06-13"]
    assert arguments["names"] == ["CPI", "PPI", "FOMC"]
    assert "events" not in calls("how far is 2024-08-05 from the FOMC")[0][1]


@pytest.mark.parametrize("text", ["compare 2017 and 2018", "how about 2017 vs 2018", "2018 or 2017?"])
def test_years_of_a_table_side_by_side(text):
    assistant = Assistant()
    assistant.load(DAILY.encode(), session="years")
    assistant.ask("highest?", session="years")
    assert [r.tool for r in assistant.ask(text, session="years").results] == ["series_summary", "series_summary"]


def test_what_the_result_on_a_table_tells_besides():
    assistant = Assistant()
    assistant.load(CURVE.encode(), session="curve")
    assistant.ask("contango?", session="curve")
    assert "steepest part lies between" in assistant.ask("which is the steepest part", session="curve").text
    assert "flipped 2 times" in assistant.ask("when did it flip", session="curve").text
    assert "flipped 2 times" in Assistant().ask(f"{CURVE}did it flip, when").text
    assert assistant.ask("what is contango", session="curve").kind == "explanation"


def test_which_rows_can_be_used():
    rows = "2024-01-02,18.4\n2024-01-03,\n2024-01-04,n/a\n2024-01-05,19.0\n2024-01-08,0.187"
    told = Assistant().ask(f"date,iv\n{rows}\nwhich rows can i use").text
    assert "2 rows left out: no value" in told
    assert "0.187 looks like a decimal among percents and would be 18.7" in told
