"""Calculations and changes in the words of a phone: what must come out is worked out beside them."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant
from tools.result import Result

FREELY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LINES = st.integers(-90, 90).map(lambda n: n / 100)
ISSUES = st.integers(300, 2800)
PRICES = st.integers(120, 400).map(lambda n: n / 10)


def results(assistant: Assistant, session: str, *said: str) -> list[Result]:
    return list([assistant.ask(words, session) for words in said][-1].results)


@FREELY
@given(LINES, LINES, LINES, LINES)
def test_a_cross_whose_second_pair_is_not_labelled(warmed, session, a, b, c, d) -> None:
    (found,) = results(warmed, session, f"macd yesterday {a} sig {b} today {c} sig {d} did it cross")
    given_ = [found.inputs[k] for k in ("macd_before", "signal_before", "macd_now", "signal_now")]
    assert given_ == [a, b, c, d]


@FREELY
@given(st.lists(st.tuples(ISSUES, ISSUES), min_size=2, max_size=5), st.integers(1000, 9000))
def test_days_of_breadth_after_the_first_need_no_labels(warmed, session, days, start) -> None:
    told = f"advances {days[0][0]} declines {days[0][1]}, " + ", ".join(f"then {a} {d}" for a, d in days[1:])
    (found,) = results(warmed, session, f"{told}, start {start}: a/d line?")
    assert found.line.iloc[-1] == start + sum(a - d for a, d in days)  # type: ignore[attr-defined]


@FREELY
@given(PRICES, PRICES, PRICES)
def test_a_month_of_the_curve_jumps(warmed, session, first, second, moved) -> None:
    (found,) = results(warmed, session, f"VX1 {first} VX2 {second}", f"what if vx1 jumps to {moved}")
    assert found.inputs["curve"] == [moved, second]


@FREELY
@given(st.integers(5, 90).map(lambda n: 500 * n), st.integers(20, 300))
def test_what_one_costs_is_said_after_the_plan(warmed, session, budget, cost) -> None:
    (found,) = results(warmed, session, f"split ${budget} into tranches", f"each fly costs {cost} dollars")
    assert found.ladder["units"].iloc[0] == (budget // 4) // cost  # type: ignore[attr-defined]


@FREELY
@given(st.integers(1, 60), st.integers(1, 60))
def test_euros_with_their_own_thousands(warmed, session, thousands, rest) -> None:
    (found,) = results(warmed, session, f"split {thousands}.{rest:03d} euro into the tranches, start with 30 prozent")
    assert (found.inputs["budget"], found.inputs["first"]) == (1000 * thousands + rest, 0.3)


@FREELY
@given(st.integers(20, 300).map(lambda n: n / 100), st.integers(20, 300).map(lambda n: n / 100), st.integers(5, 60))
def test_a_price_in_points_stays_one_when_it_changes(warmed, session, first, second, hundreds) -> None:
    (found,) = results(warmed, session, f"how many flies at {first} for ${100 * hundreds}", f"and at {second}")
    assert found.inputs["unit_cost"] == pytest.approx(100 * second)


@FREELY
@given(st.integers(2, 30))
def test_so_many_of_each(warmed, session, count) -> None:
    found = results(warmed, session, "compare 25/30/35 at .85 with 22/27/32 at 1.05", f"{count} each")
    assert [r.inputs["contracts"] for r in found] == [count, count]


def test_spreads_by_their_short_names_side_by_side(warmed: Assistant, session: str) -> None:
    found = results(
        warmed, session, "bull put spread 4000/4050 5.20 credit", "and a bear call 4300/4350 for 4.80", "compare them"
    )
    assert [(r.max_profit, r.max_loss) for r in found] == [(520, -4480), (480, -4520)]  # type: ignore[attr-defined]


def test_both_of_the_last_two_are_changed(warmed: Assistant, session: str) -> None:
    found = results(warmed, session, "20 straddle at 3.10", "strangle 18/22 at 1.9", "vix at 26 both")
    assert [r.settlement_profit for r in found] == pytest.approx([290, 210])  # type: ignore[attr-defined]
    assert len(results(warmed, session, "which one costs less")) == 2


def test_settlement_days_of_a_year_and_the_next_ones(warmed: Assistant, session: str) -> None:
    (found,) = results(warmed, session, "when do vix options expire in 2025?")
    assert found.inputs == {"date": "2025-01-01", "count": 12}
    (found,) = results(warmed, session, "next three from 2024-08-05")
    assert found.inputs == {"date": "2024-08-05", "count": 3}


def test_parity_needs_no_word_for_it(warmed: Assistant, session: str) -> None:
    (found,) = results(warmed, session, "call 2.10/2.20 put 3.00/3.10 strike 20 future 19.05/19.15")
    # buy the future at 19.15 and the put at 3.10, sell the call at 2.10: 20 − 19.15 − 3.10 + 2.10
    assert found.conversion == pytest.approx(-0.15)  # type: ignore[attr-defined]


def test_lists_for_the_days_of_a_time_shift_and_for_the_wings(warmed: Assistant, session: str) -> None:
    (found,) = results(warmed, session, "time shift of a 25/30/35 fly at 0.85, future 21, vol 95%, days 40 20 0")
    assert found.inputs["days"] == [40, 20, 0]
    asked = "my 25/30/35 fly, cost 0.85, rsi is 78, wings? strikes 20 25 30 35 40 prices 2.2 1.45 .8 .45 .3"
    (found,) = results(warmed, session, asked)
    assert found.inputs["premiums"] == [2.2, 1.45, 0.8, 0.45, 0.3]


def test_one_unit_at_each_of_several_prices(warmed: Assistant, session: str) -> None:
    (found,) = results(warmed, session, "bought 3 vix futures at 18.2, 19.1 and 20.5, average?")
    assert found.average == pytest.approx((18.2 + 19.1 + 20.5) / 3)  # type: ignore[attr-defined]


def test_an_example_of_what_was_explained(warmed: Assistant, session: str) -> None:
    warmed.ask("whats a butterfly", session)
    answer = warmed.ask("can u give me an example with numbers", session)
    assert answer.terms[0] == "Call butterfly"
    assert any(c.isdigit() for c in answer.text)


class TestOwnData:
    @pytest.fixture
    def loaded(self, warmed: Assistant, session: str) -> str:
        days = pd.bdate_range("2023-01-02", periods=300)
        values = [18 + 4 * ((n % 60) - 30) ** 2 / 900 for n in range(300)]
        warmed.load(pd.DataFrame({"date": days, "iv": values}), "iv.csv", session)
        return session

    @pytest.mark.parametrize(
        ("said", "tool"),
        [
            ("did the rule trigger in it?", "macd_trigger"),
            ("any triggers?", "macd_trigger"),
            ("how far was the iv at its max and when", "series_summary"),
            ("average in march 2023", "series_summary"),
            ("show me the triggers", "macd_trigger"),
        ],
    )
    def test_what_is_meant_of_the_data_in_hand(self, warmed: Assistant, loaded: str, said: str, tool: str) -> None:
        (found,) = results(warmed, loaded, said)
        assert found.tool == tool

    def test_a_question_on_the_method_is_answered_from_its_sources(self, warmed: Assistant, loaded: str) -> None:
        for said in ("when is the second tranche added?", "what is a trigger?", "what does the article say about exits?"):
            assert warmed.ask(said, loaded).kind == "explanation", said

    def test_a_month_by_its_name(self, warmed: Assistant, loaded: str) -> None:
        (found,) = results(warmed, loaded, "highest?", "and in february 2023")
        assert found.inputs["series"].index.month.unique().tolist() == [2]

    def test_the_level_of_the_rsi_is_not_that_of_the_series(self, warmed: Assistant, loaded: str) -> None:
        (found,) = results(warmed, loaded, "rsi of iv", "when was it last above 60")
        assert (found.tool, found.inputs["above"]) == ("rsi_extreme", 60)

    def test_two_files_side_by_side(self, warmed: Assistant, loaded: str) -> None:
        warmed.load(pd.DataFrame({"date": pd.bdate_range("2023-01-02", periods=50), "vol": range(50)}), "b.csv", loaded)
        found = results(warmed, loaded, "which file has the higher mean?")
        assert [r.tool for r in found] == ["series_summary", "series_summary"]

    def test_a_backtest_goes_on(self, warmed: Assistant, loaded: str) -> None:
        closes = [18 + 4 * ((n % 60) - 30) ** 2 / 900 for n in range(300)]
        warmed.load(pd.DataFrame({"date": pd.bdate_range("2023-01-02", periods=300), "close": closes}), "close.csv", loaded)
        (found,) = results(warmed, loaded, "backtest this", "hold 20 days instead", "only when depressed")
        assert (found.inputs["hold"], found.inputs["depressed_below"]) == (20, 0.8)


@FREELY
@given(st.integers(20, 40), st.integers(15, 35), st.integers(5, 90), st.integers(40, 150), st.integers(15, 45))
def test_an_option_in_shorthand_and_another_strike(warmed, session, strike, forward, days, vol, other) -> None:
    asked = f"{strike} call at {forward} fut, {days} days, {vol} vol"
    (found,) = results(warmed, session, asked)
    assert found.inputs["strike"] == strike
    assert (found.inputs["forward"], found.inputs["vol"]) == (forward, vol / 100)
    (found,) = results(warmed, session, f"{other} strike instead")
    assert (found.inputs["strike"], found.inputs["forward"]) == (other, forward)


@FREELY
@given(st.integers(150, 300).map(lambda n: n / 100), st.integers(150, 300).map(lambda n: n / 100))
def test_another_price_of_the_option_is_no_price_of_the_future(warmed, session, first, second) -> None:
    warmed.ask(f"implied vol of a 22 call at {first} with future 20.4 and 28 days", session)
    (found,) = results(warmed, session, f"and at {second}")
    assert (found.inputs["price"], found.inputs["forward"]) == (second, 20.4)


def test_one_part_of_a_small_calculation_is_said_anew(warmed: Assistant, session: str) -> None:
    (found,) = results(warmed, session, "rsi with avg gain 1.2 and avg loss 0.4", "gain 0.9")
    assert found.inputs == {"average_gain": 0.9, "average_loss": 0.4}
    asked = "yesterday macd 0.21 signal 0.25, today macd 0.30 signal 0.27"
    (found,) = results(warmed, session, asked, "level is 0.75")
    assert found.inputs["normalised"] == 0.75
    (found,) = results(warmed, session, "-2500 now then 700 a year for 5 years, irr?", "what if i pay 3000")
    assert found.inputs["cash_flows"] == [-3000, *[700] * 5]


def test_a_series_is_handed_to_another_tool(warmed: Assistant, session: str) -> None:
    row = ", ".join(str(50 + n % 7) for n in range(16))
    (found,) = results(warmed, session, f"rsi of {row}", "summary of the same")
    assert (found.tool, len(found.inputs["series"])) == ("series_summary", 16)


def test_what_is_better_is_for_the_asker_to_say(warmed: Assistant, session: str) -> None:
    for said in ("25/30/40 fly for 1.2", "what if i widen it to 25/30/45"):
        warmed.ask(said, session)
    answer = warmed.ask("whats better", session)
    assert answer.kind == "no-advice"
    assert len(answer.results) == 2


def test_talk_does_not_take_the_conversation_off_a_table(warmed: Assistant, session: str) -> None:
    days = pd.bdate_range("2023-01-02", periods=120)
    warmed.load(pd.DataFrame({"date": days, "iv": [18 + (n % 40) / 10 for n in range(120)]}), "iv.csv", session)
    warmed.ask("thanks, and what is contango?", session)
    (found,) = results(warmed, session, "any signals in there")
    assert found.tool == "macd_trigger"
    assert results(warmed, session, "25/30/35 fly at .85")
    assert not results(warmed, session, "what was the idea behind layering?")


@FREELY
@given(PRICES, PRICES, PRICES, st.integers(2, 40), st.integers(2, 40))
def test_a_second_step_starts_where_the_first_ends_also_after_a_change(warmed, session, old, new, then, span, other) -> None:
    warmed.ask(f"ema before {old}, value {new}, span {span}", session)
    warmed.ask(f"then {then}", session)
    first = old + 2 / (other + 1) * (new - old)
    if other != span:
        found = results(warmed, session, f"span {other} instead")
        assert found[-1].value == pytest.approx(first + 2 / (other + 1) * (then - first), abs=1e-5)  # type: ignore[attr-defined]


@FREELY
@given(st.integers(1, 30), st.integers(1, 30))
def test_so_many_more(warmed, session, held, more) -> None:
    (found,) = results(warmed, session, f"25/30/35 fly at .85, {held} contracts", f"{more} more contracts")
    assert (found.inputs["contracts"], found.inputs["debit"]) == (held + more, 0.85)


def test_volatilities_beside_strikes_are_no_strikes(warmed: Assistant, session: str) -> None:
    (found,) = results(warmed, session, "26/31/36 fly 0.9 worth now? future 24, 18 days, vols 95/102/110")
    assert [found.inputs[k] for k in ("vol_lower", "vol_body", "vol_upper")] == [0.95, 1.02, 1.1]


def test_the_day_to_buy_is_not_told(warmed: Assistant, session: str) -> None:
    assert warmed.ask("tell me the exact day to buy", session).kind == "no-advice"


def test_a_summary_of_what_has_just_come(warmed: Assistant, session: str) -> None:
    days = pd.bdate_range("2023-01-02", periods=120)
    warmed.load(pd.DataFrame({"date": days, "iv": [18 + (n % 40) / 10 for n in range(120)]}), "iv.csv", session)
    (found,) = results(warmed, session, "summary please")
    assert found.tool == "explain_data"
    warmed.ask("did we get signals", session)
    (found,) = results(warmed, session, "plan tranches of 10k by them")
    assert found.inputs["events"] is not None


def test_points_on_so_many_minis(warmed: Assistant, session: str) -> None:
    (found,) = results(warmed, session, "2.5 points on 6 minis")
    assert found.notional == 1500  # type: ignore[attr-defined]
