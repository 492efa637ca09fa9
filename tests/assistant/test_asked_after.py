"""Short asks after a calculation, and flies told in other ways than by one debit: what was misread or not read once."""

import pandas as pd
import pytest

from assistant import Answer, Assistant


def asked(assistant: Assistant, session: str, *questions: str) -> Answer:
    *_, answer = [assistant.ask(question, session=session) for question in questions]
    return answer


FLY = "I bought 10 VIX 20/25/30 flies at 0.75, vix settled at 24.15, how did I do"


@pytest.mark.parametrize(
    ("questions", "tool", "given"),
    [
        ((FLY, "what if I had bought 20"), "butterfly", {"debit": 0.75, "contracts": 20}),
        ((FLY, "and if i bought 15?"), "butterfly", {"contracts": 15, "settlement": 24.15}),
        ((FLY, "what's the most I could have made"), "butterfly", {"debit": 0.75}),
        (("16d iv 22%, 5 delta iv 31%. whats the iv at 10 delta", "and at 8 delta"), "iv_at_delta", {"delta": 0.08}),
        (("16d iv 22%, 5 delta iv 31%. whats the iv at 10 delta", "make it 12 delta"), "iv_at_delta", {"delta": 0.12}),
        (("25 delta 18, 10 delta 27, 5 delta 31: IV at 10 delta?",), "iv_at_delta", {"ivs": [0.18, 0.27, 0.31]}),
        (("vix at 14, mean 19.5, normalised?", "what would it need to be for .8"), "value_at_level", {"usual": 19.5}),
        (("my fills: 4 at 1.2, 3 at .9. average?", "what if i get out at 2.10"), "round_trip", {"contracts": 7, "leave": 2.1}),
        (("cash flows -1000, 200, 300, 700: irr", "npv at 8%", "at 5"), "net_present_value", {"rate": 0.05}),
        (
            ("macd -0.3 signal -0.5 yesterday, today -0.1 and -0.35", "and if tomorrow is 0.05 and -0.2"),
            "macd_cross",
            {"macd_now": 0.05, "signal_now": -0.2, "macd_before": -0.1, "signal_before": -0.35},
        ),
        (
            ("VIX future 17.5 strike 20 call, 40 days, vol 85%", "what's it worth if future is 25"),
            "black76",
            {"forward": 25, "strike": 20},
        ),
        (("bought 1 vx at 17.2 and sold at 19", "fees were 4.20"), "round_trip", {"fees": 4.2}),
        (("how many contracts can I buy with 3000 at 1.15",), "units_for_budget", {"unit_cost": 115}),
        (
            ("20/25/30 for 1.10", "how many could I buy with $2000", "and if I only want to risk 500"),
            "units_for_budget",
            {"budget": 500},
        ),
        (
            ("my average gain is 0.8 and average loss 0.5", "what about if loss falls to 0.3"),
            "rsi_value",
            {"average_gain": 0.8, "average_loss": 0.3},
        ),
        (("tranche plan for 15000", "make the first one 30"), "tranche_plan", {"budget": 15_000, "first": 0.3}),
        (("25/30/35 at 85 cents", "now 30/35/40 at 60 cents", "compare them at 33"), "butterfly", {"settlement": 33}),
        (
            ("100k, hedge 2%, first 25%, flies at $90", "how many flies in total after all tranches"),
            "tranche_plan",
            {"unit_cost": 90},
        ),
        (
            ("how many contracts can I buy with 3000 at 1.15", "and if I want to keep 20% back"),
            "units_for_budget",
            {"share": 0.8, "unit_cost": 115},
        ),
        (("my account is 80k, I hedge 3%, layers 4/4/2. dollars per layer?",), "layer_split", {"planned": 2400}),
        (
            ("rsi: up days .4 .6 .2, down days .3 .5, 14 periods",),
            "rsi_value",
            {"average_gain": 1.2 / 14, "average_loss": 0.8 / 14},
        ),
        (("Mon 21, Tue 22.4, Wed 23, Thu 22.8, Fri 24. ema 3?",), "ema_of_values", {"values": [21, 22.4, 23, 22.8, 24]}),
        (("front vx future 15.5, spot 14.2, 20 days left, roll yield?",), "spot_basis", {"spot": 14.2, "future": 15.5}),
        (("long 8 25/30/35 at .92. sold half at 1.80",), "staged_exit", {"entry": 0.92, "exits": [(1.8, 4)], "contracts": 8}),
        (
            ("vix closed 31 tuesday, VRO wednesday 27.40. what do i get on a 25/30/35 bought at 1.15",),
            "butterfly",
            {"settlement": 27.4},
        ),
        (
            ("25/30 call spread 1.70, 30/35 call spread 1.05. buy one sell the other = fly for what?",),
            "butterfly",
            {"debit": 0.65},
        ),
        (("iron fly: sold the 30 straddle 5.60, bought 25p and 35c for 1.40 together. max loss?",), "position", {"net": -4.2}),
        (("27.5/32.5/37.5 mid is .80, natural 1.10. how much range do i give up",), "butterfly", {"debit": 1.1}),
        (("say vix lands somewhere 26 to 29. 25/30/35 at .95, pnl at each end",), "butterfly", {"settlement": 29}),
    ],
)
def test_the_last_of_these_is_worked_out(
    warmed: Assistant, session: str, questions: tuple[str, ...], tool: str, given: dict[str, object]
) -> None:
    result = next(r for r in reversed(asked(warmed, session, *questions).results) if r.tool == tool)
    assert {k: result.inputs[k] for k in given} == {
        k: pytest.approx(v) if isinstance(v, float) else v for k, v in given.items()
    }


@pytest.mark.parametrize(
    "question", ["in percent of what I paid", "what's that in %", "return on debit?", "as a percentage of the cost?"]
)
def test_a_return_is_told_of_what_was_paid(warmed: Assistant, session: str, question: str) -> None:
    answer = asked(warmed, session, FLY, question)  # 3.40 / 0.75
    assert "453.3% of what was paid" in answer.text
    assert "Max loss" not in answer.text


def test_what_both_can_lose_is_told_of_both(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, "two flies: 25/30/35 at .9 and 20/25/30 at 1.2, which pays more at 27", "max loss of both")
    assert [r.inputs["debit"] for r in answer.results] == [0.9, 1.2]


def test_the_chart_is_of_what_was_worked_out_last(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, "10 25/30/35 at .85", "what is roll yield", "chart it")
    assert [r.tool for r in answer.results] == ["butterfly"]


@pytest.mark.parametrize(
    ("first", "term"),
    [
        ("wacc with 60% equity at 9% and 40% debt at 5%, tax 25%", "WACC"),
        ("rsi with average gain .4 and loss .2", "RSI"),
        ("front vx 16.2 second 17.4", "VIX term structure"),
    ],
)
@pytest.mark.parametrize("question", ["what does the method use it for", "why does alvh need that", "what is it used for?"])
def test_what_the_method_does_with_it_is_told_of_it(
    warmed: Assistant, session: str, first: str, term: str, question: str
) -> None:
    answer = asked(warmed, session, first, question)
    assert answer.kind == "explanation"
    assert any(term.split(maxsplit=1)[0].lower() in name.lower() for name in answer.terms[:1]), answer.terms


def test_what_is_left_of_a_sale_is_told_at_worst(warmed: Assistant, session: str) -> None:
    # 4 × (2.40 − 0.85) × $100 = $620, less 4 × $85 = $340
    answer = asked(warmed, session, "had 8 of the 25/30/35 from .85, sold 4 at 2.40. can i still lose on the whole thing")
    assert "makes a profit of $280" in answer.text


def test_all_units_of_a_plan_are_told_with_what_they_cost(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, "100k, hedge 2%, first 25%, flies at $90", "what did all that cost")
    assert "22, spending $1,980" in answer.text  # 22 × $90


def test_compared_are_both_at_the_level(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, "25/30/35 at 85 cents", "now 30/35/40 at 60 cents", "compare them at 33")
    assert [(r.inputs["lower"], r.inputs["settlement"]) for r in answer.results] == [(25, 33), (30, 33)]


@pytest.mark.parametrize(
    ("question", "since"),
    [
        ("mean over the last year", "2024-02-01"),
        ("average close last year", "2024-02-01"),
        ("average this year", "2025-01-01"),
        ("highest in 2024", "2024-01-01"),
    ],
)
def test_a_stretch_without_a_number_is_one_of_its_unit(warmed: Assistant, session: str, question: str, since: str) -> None:
    days = pd.bdate_range("2022-01-03", "2025-01-31")
    warmed.load(pd.DataFrame({"date": days, "close": [20 + n % 7 for n in range(len(days))]}), name="vix.csv", session=session)
    answer = asked(warmed, session, "describe it", question)
    (summary,) = (r for r in answer.results if r.tool == "series_summary")
    assert summary.inputs["series"].index[0] >= pd.Timestamp(since)
    assert summary.inputs["series"].index[0] <= pd.Timestamp(since) + pd.Timedelta(days=4)


@pytest.mark.parametrize("question", ["rsi above 70 when", "when was rsi above 70", "rsi over 70?"])
def test_an_rsi_line_is_asked_of_the_table(warmed: Assistant, session: str, question: str) -> None:
    days = pd.bdate_range("2022-01-03", periods=300)
    warmed.load(pd.DataFrame({"date": days, "close": [20 + n % 7 for n in range(300)]}), name="vix.csv", session=session)
    assert [r.tool for r in asked(warmed, session, question).results] == ["rsi_extreme"]
