"""Short asks of a plan, a curve, an RSI, a trade or a typed series that was worked out before."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from assistant import Answer, Assistant

Asked = Callable[..., Answer]


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant()


@pytest.fixture
def said(assistant: Assistant, request: pytest.FixtureRequest) -> Asked:
    def ask(*questions: str) -> Answer:
        return [assistant.ask(question, request.node.name) for question in questions][-1]

    return ask


def calls(answer: Answer) -> list[tuple[str, Mapping[str, Any]]]:
    return [(r.tool, r.inputs) for r in answer.results]


PLAN = "I have 12k to hedge with in stages, flies at .9, what are the tranches"
TRADE = "my fly 20/25/30 cost 1.10, settled 26.4, 5 of them, comm 1.30 each"
CURVE = "vx1 16 vx2 17.4"
TYPED = "weekly put iv: 14 15 16 15 14 13 12 13 14 15 16 17 18"


@pytest.mark.parametrize(
    "ask",
    ["so first buy is how many", "and after the second signal", "total spent after all three", "the next add is how much?"],
)
def test_a_part_of_the_plan_is_told_by_the_plan(said: Asked, ask: str) -> None:
    ((tool, given),) = calls(said(PLAN, ask))
    assert (tool, given["budget"], given["unit_cost"]) == ("tranche_plan", 12_000, 90)


def test_another_exit_is_of_as_many_with_the_same_fees(said: Asked) -> None:
    ((tool, given),) = calls(said(TRADE, "if I had sold at 3 instead"))
    assert tool == "round_trip"
    assert (given["entry"], given["leave"], given["contracts"], given["fees"]) == (1.1, 3, 5, 1.3)


def test_two_ways_of_ending_a_trade_are_set_side_by_side(said: Asked) -> None:
    both = calls(said(TRADE, "if I had sold at 3 instead", "which was better"))
    assert [tool for tool, _ in both] == ["butterfly", "round_trip"]


def test_a_curve_by_the_year_asks_for_its_days(said: Asked) -> None:
    asked = said(CURVE, "annualise it")
    assert asked.kind == "clarification"
    assert "days between the two settlements" in asked.text
    assert calls(said("28 days")) == [("yearly_slope", {"front": 16, "second": 17.4, "days": 28})]
    assert calls(said("and 35?")) == [("yearly_slope", {"front": 16, "second": 17.4, "days": 35})]


def test_days_that_stood_beside_the_curve_are_taken(said: Asked) -> None:
    ((tool, given),) = calls(said("vx1 16 vx2 17.4, 30 days apart", "what's that per year"))
    assert (tool, given["days"]) == ("yearly_slope", 30)


def test_a_third_month_lengthens_the_curve(said: Asked) -> None:
    assert calls(said(CURVE, "and vx3 is 18.3"))[0][1]["curve"] == [16, 17.4, 18.3]


@pytest.mark.parametrize(
    ("ask", "given"),
    [
        ("what avg gain gets me to 70", {"rsi": 70, "average_loss": 0.4}),
        ("how big a loss makes it 30", {"rsi": 30, "average_gain": 0.8}),
        ("what must the average gain be for an rsi of 60", {"rsi": 60, "average_loss": 0.4}),
    ],
)
def test_the_side_that_makes_another_rsi(said: Asked, ask: str, given: dict[str, float]) -> None:
    assert calls(said("rsi if avg gain .8 avg loss .4", ask)) == [("rsi_ratio", given)]


@pytest.mark.parametrize(
    ("ask", "tools"),
    [
        ("macd with 3/6/2", ["macd_trigger"]),
        ("rsi 5 of it", ["rsi_extreme"]),
        ("ema 5 of that", ["ema_of_values"]),
        ("where's the level vs mean", ["series_summary", "normalised_level"]),
        ("how depressed is it", ["series_summary", "normalised_level"]),
    ],
)
def test_a_typed_series_is_still_in_hand(said: Asked, ask: str, tools: list[str]) -> None:
    assert [tool for tool, _ in calls(said(TYPED, ask))] == tools


@pytest.mark.parametrize(
    ("ask", "tool"),
    [("what about if loss falls to 0.3", "rsi_value"), ("what gain/loss ratio is rsi 70", "rsi_ratio")],
)
def test_what_asks_for_no_other_side(said: Asked, ask: str, tool: str) -> None:
    ((found, given),) = calls(said("rsi if avg gain .8 avg loss .4", ask))
    assert found == tool
    assert "average_gain" not in given or "rsi" not in given


def test_a_written_ratio_is_no_number_to_share_out(said: Asked) -> None:
    ((tool, given),) = calls(said("what's the 4/4/2", "40/35/25 on $8,000?"))
    assert (tool, list(given["parts"])) == ("layer_split", [40, 35, 25])


@pytest.mark.parametrize("ask", ["what is the rsi", "25/30/35 fly at .8", "is now a good level to buy"])
def test_what_is_not_asked_of_the_typed_series(said: Asked, ask: str) -> None:
    assert not {"macd_trigger", "series_summary", "normalised_level"} & {tool for tool, _ in calls(said(TYPED, ask))}


def test_numbers_after_a_term_are_for_it_also_with_a_word_beside(said: Asked) -> None:
    ((tool, given),) = calls(said("what's a condor", "1.15 credit on 10 wide, 4 contracts, risk?"))
    assert (tool, given["width"], given["net"], given["contracts"]) == ("spread_by_width", 10, -1.15, 4)
    sized = calls(said("how many could I do risking 1.5% of 200k"))[-1]
    # (10 − 1.15) × 100 = 885
    assert (sized[0], sized[1]["unit_cost"], sized[1]["share"]) == ("units_for_budget", 885, 0.015)


@pytest.mark.parametrize(("ask", "planned", "of"), [("so for 30k", 30_000, "dollars"), ("with 20 contracts", 20, "contracts")])
def test_a_number_after_the_ratio_of_layers(said: Asked, ask: str, planned: float, of: str) -> None:
    ((tool, given),) = calls(said("what's the 4/4/2", ask))
    assert (tool, given["planned"], given["of"]) == ("layer_split", planned, of)


@pytest.mark.parametrize(
    ("ask", "ivs", "delta"),
    [
        ("and if 5 delta is 31", (0.22, 0.31), 0.1),
        ("what if the 16d is at 24%", (0.24, 0.29), 0.1),
        ("and at 8 delta", (0.22, 0.29), 0.08),
    ],
)
def test_one_quote_or_the_delta_is_changed(said: Asked, ask: str, ivs: tuple[float, float], delta: float) -> None:
    ((tool, given),) = calls(said("if 16 delta is 22% and 5 delta 29%, whats the 10", ask))
    assert (tool, tuple(given["ivs"]), given["delta"]) == ("iv_at_delta", ivs, delta)


@pytest.mark.parametrize(
    ("text", "net"),
    [("short 25p long 20p vix spread credit 1.2", -1.2), ("long 20c short 25c vix spread debit 1.3", 1.3)],
)
def test_a_strike_beside_the_word_spread_counts_none(said: Asked, text: str, net: float) -> None:
    ((tool, given),) = calls(said(text))
    assert (tool, given["net"], given.get("contracts", 1)) == ("position", net, 1)


@pytest.mark.parametrize(
    "text",
    [
        "call 25 at 1.9 bid 2.1 ask, call 30 .9/1.1, call 35 .4/.6. fly price?",
        "25c 1.9 bid 2.1 ask, 30c .9 bid 1.1 ask, 35c .4 bid .6 ask, cost of the fly?",
    ],
)
def test_quotes_in_words(said: Asked, text: str) -> None:
    tool, given = calls(said(text))[0]
    assert tool == "fly_debit"
    assert [given[f"{name}_quote"] for name in ("lower", "body", "upper")] == [[1.9, 2.1], [0.9, 1.1], [0.4, 0.6]]


@pytest.mark.parametrize("text", ["is .74 normalised depressed", "put iv at .74 normalized, depressed?"])
def test_a_level_before_its_word(said: Asked, text: str) -> None:
    assert calls(said(text)) == [("normalised_level", {"value": 0.74, "usual": 1})]


def test_a_profit_in_dollars_after_one_in_percent(said: Asked) -> None:
    fly = "vix fly 25/30/35 at .85 times 12"
    ((_, given),) = calls(said(fly, "what do I need it to settle at to double my money", "and to make 2000"))
    assert (given["target"], given["contracts"]) == (2000, 12)
    assert "target_return" not in given


CROSS = "macd line today -.12 signal -.20 yesterday -.22 and -.18"


@pytest.mark.parametrize("ask", ["hist?", "so is everything met", "are all the conditions met"])
def test_what_a_cross_says_itself(said: Asked, ask: str) -> None:
    ((tool, given),) = calls(said(CROSS, ask))
    assert (tool, given["macd_now"]) == ("macd_cross", -0.12)


def test_by_how_much_the_curve_slopes(said: Asked) -> None:
    assert calls(said("is 16.2 and 17.5 contango", "by how much")) == [("term_structure", {"curve": [16.2, 17.5]})]


OPTION = "20 call vix, future 17.5, 45 days, price 1.9, implied vol?"


@pytest.mark.parametrize(
    ("ask", "forward", "days"),
    [
        ("what's it worth at 22 in 20 days", 22, 25),
        ("and if vix is 22", 22, 45),
        ("what would it be worth with the future at 23", 23, 45),
        ("its value 15 days from now", 17.5, 30),
    ],
)
def test_an_option_at_another_price_and_day(said: Asked, ask: str, forward: float, days: int) -> None:
    ((tool, given),) = calls(said(OPTION, ask))
    assert (tool, given["forward"], given["strike"]) == ("black76", forward, 20)
    assert given["years"] == pytest.approx(days / 365)
    assert given["vol"] == pytest.approx(1.145843584)


def test_a_priced_option_after_some_days(said: Asked) -> None:
    priced = "value of the 20 call, future 18, 40 days, vol 80"
    ((_, given),) = calls(said(priced, "what's it worth in 10 days"))
    assert given["years"] == pytest.approx(30 / 365)
    ((_, given),) = calls(said("future 19"))
    assert (given["forward"], given["years"]) == (19, pytest.approx(30 / 365))


@pytest.mark.parametrize("ask", ["and the next one", "the last tranche?"])
def test_the_next_tranche_is_told_by_the_plan(said: Asked, ask: str) -> None:
    assert [tool for tool, _ in calls(said(PLAN, ask))] == ["tranche_plan"]


def test_a_level_beside_a_cross(said: Asked) -> None:
    assert calls(said(CROSS, "norm .77"))[0][1]["normalised"] == 0.77


@pytest.mark.parametrize("ask", ["upside risk?", "what did vix need to be for max", "where is the max profit?"])
def test_what_a_butterfly_says_itself(said: Asked, ask: str) -> None:
    assert [tool for tool, _ in calls(said("20/25/32 fly for 1.2", ask))] == ["butterfly"]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("my account 120k, 1.5% for the hedge, flies at .75", "tranche_plan"),
        ("my hedge 8k, flies at .9", "tranche_plan"),
    ],
)
def test_who_only_tells_figures_asks_for_no_advice(said: Asked, text: str, tool: str) -> None:
    assert [name for name, _ in calls(said(text))] == [tool]


@pytest.mark.parametrize("text", ["is 1.5% of my 120k enough in flies at .75", "should I put 1.5% of 120k in flies at .75"])
def test_who_asks_whether_it_is_enough_does(said: Asked, text: str) -> None:
    assert said(text).kind == "no-advice"
