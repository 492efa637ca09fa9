"""Small calculations asked for in words: which tool, which number for which parameter, and what is left to the glossary."""

import pytest

from assistant.understanding.conversation.changes import change
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.quantities import Reading

from .asked import computed

STEP = {"previous": 18.2, "value": 19.0, "span": 12}


@pytest.mark.parametrize(
    "text",
    [
        "ema step: yesterday ema 18.2 today 19.0 12 period",
        "yesterday's ema was 18.2 and today's close is 19, span 12",
        "one ema step with 12 periods from 18.2 to 19",
        "today 19.0, previous 12-day EMA 18.2, what's the new ema?",
        "12-period ema was 18.2, new value 19",
        "EMA(12) was 18.2 yesterday, new close 19",
        "update a 12 ema: old 18.2, new 19",
        "new value 19, old ema 18.2, 12 bars",
        "exponential average of 12 bars: previous 18.2, next value 19.0",
        "next ema12 if the previous is 18.2 and the price is 19",
    ],
)
def test_one_step_of_an_average(text: str) -> None:
    assert computed(text) == ("ema_step", STEP)


def test_a_step_without_a_span_asks_for_it() -> None:
    found = calculation(Reading("ema step yesterday 18.2 today 19"))
    assert found is not None
    assert found.missing == ("the span of the average, in bars",)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("macd if ema12 is 18.4 and ema26 18.1", {}),
        ("what is the macd with fast ema 18.4 and slow ema 18.1", {}),
        ("12 day ema 18.4, 26 day ema 18.1, signal .2 histogram?", {"signal": 0.2}),
        ("18.4 for the 12 ema and 18.1 for the 26 ema, macd?", {}),
        ("EMA(12) = 18.4, EMA(26) = 18.1, signal line = 0.2", {"signal": 0.2}),
        ("macd from fast 18.4, slow 18.1 and signal -0.2", {"signal": -0.2}),
        ("ema 26 at 18.1, ema 12 at 18.4: macd value", {}),
    ],
)
def test_the_macd_of_two_averages(text: str, more: dict[str, float]) -> None:
    assert computed(text) == ("macd_values", {"fast_ema": 18.4, "slow_ema": 18.1, **more})


@pytest.mark.parametrize(
    "text",
    [
        "rsi when avg gain .6 and avg loss .4",
        "what's rsi if average gain is 0.6 and average loss is 0.4",
        "average gain 0.6, average loss 0.4 -> rsi",
        "0.6 average gain vs 0.4 average loss rsi please",
        "rsi if gains average 0.6 and losses average 0.4",
        "RSI for avg loss of 0.4 and avg gain of 0.6",
        "rsi, average gain 0.6 and average loss -0.4",
    ],
)
def test_the_rsi_of_two_averages(text: str) -> None:
    assert computed(text) == ("rsi_value", {"average_gain": 0.6, "average_loss": 0.4})


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("next wilder average with previous 0.6, new gain 0.2 and 14 periods", {"period": 14}),
        ("wilder smoothing: prev avg gain 0.6, today's gain 0.2", {}),
        ("next average gain if yesterday's average gain was 0.6 and the new gain is 0.2", {}),
        ("wilder's average loss: previous average loss 0.6, current loss 0.2, period 7", {"period": 7}),
    ],
)
def test_one_step_of_wilders_average(text: str, more: dict[str, int]) -> None:
    assert computed(text) == ("wilder_step", {"previous": 0.6, "value": 0.2, **more})


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("alpha for a 12 period ema", 12),
        ("smoothing factor for 26 periods", 26),
        ("alpha of a 9-day ema", 9),
        ("what is the smoothing constant of ema(20)", 20),
    ],
)
def test_the_constant_of_a_span(text: str, span: int) -> None:
    assert computed(text) == ("smoothing_constant", {"span": span})


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("when is the first signal value with 12/26/9", (12, 26, 9)),
        ("first signal bar for 12/26/9 macd", (12, 26, 9)),
        ("how many bars does macd 5,35,5 need", (5, 35, 5)),
        ("on which bar does the histogram start for 8-17-9", None),
        ("earliest bar with a macd(8,17,9) signal", (8, 17, 9)),
        ("how many data points before the signal line exists with 12 26 9?", (12, 26, 9)),
    ],
)
def test_the_first_bars(text: str, spans: tuple[int, int, int] | None) -> None:
    wanted = dict(zip(("fast", "slow", "signal"), spans or (8, 17, 9), strict=True))
    assert computed(text) == ("first_bars", wanted)


@pytest.mark.parametrize("text", ["first valid macd bar", "when does macd have its first signal value"])
def test_the_first_bars_of_the_usual_spans(text: str) -> None:
    assert computed(text) == ("first_bars", {})


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("irr of -1000 300 420 680", [-1000, 300, 420, 680]),
        ("internal rate of return of -1000, 300, 420, 680", [-1000, 300, 420, 680]),
        ("irr if i pay 1000 now and get 300, 420 and 680", [-1000, 300, 420, 680]),
        ("IRR for cash flows -100 +230 -132", [-100, 230, -132]),
        ("invest 50k, receive 15k a year for 5 years, irr?", [-50000, *[15000] * 5]),
        ("what irr do i get paying $850 and receiving $500 in each of 2 years", [-850, 500, 500]),
        ("irr: outlay of $1,000, then $600 x 2", [-1000, 600, 600]),
        ("irr -10 1 1 1 1 1 1 1 1 1 2 3", [-10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3]),
    ],
)
def test_flows_of_an_irr(text: str, flows: list[float]) -> None:
    assert computed(text) == ("irr", {"cash_flows": flows})


@pytest.mark.parametrize(
    "text",
    [
        "xirr 2024-01-02 -1000, 2024-07-01 400, 2025-01-02 700",
        "irr of -1000 on 2024-01-02, 400 on 2024-07-01 and 700 on 2025-01-02",
    ],
)
def test_flows_of_an_xirr(text: str) -> None:
    days = ["2024-01-02", "2024-07-01", "2025-01-02"]
    assert computed(text) == ("xirr", {"dates": days, "cash_flows": [-1000, 400, 700]})


@pytest.mark.parametrize(
    ("text", "values", "taxes"),
    [
        ("wacc with 60% equity at 9% and 40% debt at 5%, tax 25%", [60, 40], [0, 0.25]),
        ("wacc equity 60% cost 9%, debt 40% cost 5%, 25% tax", [60, 40], [0, 0.25]),
        ("weighted average cost of capital: equity 600k costing 9%, debt 400k costing 5%, tax rate 25%", [6e5, 4e5], [0, 0.25]),
        ("wacc 60/40 equity debt at 9% and 5% with 25% tax", [60, 40], [0, 0.25]),
        ("cost of capital of $600 in equity at 9% and $400 of debt at 5%", [600, 400], None),
    ],
)
def test_sources_of_a_wacc(text: str, values: list[float], taxes: list[float] | None) -> None:
    wanted = {"values": values, "costs": [0.09, 0.05]} | ({} if taxes is None else {"taxes": taxes})
    assert computed(text) == ("wacc", wanted)


@pytest.mark.parametrize(
    "text",
    [
        "why 12 and 26 ema and 9 signal?",
        "what is the difference between a 12 and 26 period ema",
        "what does ema alpha mean",
        "how does the article use wacc and irr together",
        "is a 15% irr against a 10% wacc good",
        "what is rsi above 70",
        "first tranche 4/4/2?",
        "wacc with a tax of 25%",
        "alpha of 12 and 26",
        "how many bars for 26/12/9 macd",
    ],
)
def test_what_is_no_such_calculation_is_left_to_the_glossary(text: str) -> None:
    assert calculation(Reading(text)) is None


def test_a_follow_up_changes_one_number() -> None:
    found = calculation(Reading("rsi when avg gain .6 and avg loss .4"))
    assert found is not None
    changed = change(Reading("and with avg gain .8 and avg loss .2?"), found.call)
    assert changed is not None
    assert changed.arguments == {"average_gain": 0.8, "average_loss": 0.2}


@pytest.mark.parametrize(
    ("text", "product", "price", "contracts"),
    [
        ("notional of 2 vx futures at 19.5", "VX", 19.5, 2),
        ("tick value of a VIX call quoted at 3.20", "VIX option", 3.2, None),
        ("what is one tick of a vix option at 0.85", "VIX option", 0.85, None),
        ("notional of 3 mini vix futures at 20", "VXM", 20.0, 3),
        ("vx notional at 18.35", "VX", 18.35, None),
    ],
)
def test_dollars_behind_a_quote(text: str, product: str, price: float, contracts: int | None) -> None:
    more = {} if contracts is None else {"contracts": contracts}
    assert computed(text) == ("contract_value", {"product": product, "price": price, **more})
