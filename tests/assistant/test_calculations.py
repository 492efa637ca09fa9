"""Which tool a question's numbers are for: any order, many wordings, and exactly what is missing."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.session import Call
from assistant.understanding.conversation.changes import change, completed
from assistant.understanding.framed.calculations import attempt, calculation
from assistant.understanding.framed.frames import FRAMES
from assistant.understanding.text.quantities import Reading
from tests.bench.marked import MARK, rows

from .asked import computed

BUTTERFLY = {"lower": 25.0, "body": 30.0, "upper": 35.0}


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("25/30/35 butterfly at 0.85, break-evens?", {}),
        ("paid .85 for a 25-30-35 fly, what is the max loss", {}),
        ("paid 85 cents for a 25/30/35 call butterfly", {}),
        ("25 30 35 call fly for $0.85", {}),
        ("butterfly 25, 30, 35; debit 0.85", {}),
        ("0.85 debit on a 25/30/35 fly", {}),
        ("what are the break-evens of a 25–30–35 VIX call butterfly bought for 0.85 points?", {}),
        ("25/30/35 @ 0.85", {}),
        ("my 25/30/35 cost 0.85", {}),
        ("max profit at 0.85 debit for 25/30/35", {}),
        ("25/30/35 butterfly @ $0.85 x10", {"contracts": 10}),
        ("10x 25/30/35 for 85 cents", {"contracts": 10}),
        ("ten 25-30-35 butterflies at .85", {"contracts": 10}),
        ("10 contracts of 25/30/35 at 0.85", {"contracts": 10}),
        ("25/30/35 fly at 0.85, vix settles at 28", {"settlement": 28.0}),
        ("25/30/35 fly at 0.85, VRO prints 28", {"settlement": 28.0}),
        ("my 25/30/35 cost .85, what's the p/l at 28", {"settlement": 28.0}),
        ("paid 0.85 for the 25/30/35, what do i make at 28", {"settlement": 28.0}),
        ("if the vix goes to 28, what does my 25/30/35 fly for 0.85 pay", {"settlement": 28.0}),
        ("at 28, 25/30/35 for 0.85", {"settlement": 28.0}),
        ("25/30/35 for 0.85 at 28", {"settlement": 28.0}),
        ("25/30/35 fly at 0.85 with $2.60 fees", {"fees": 2.6}),
        ("fees 2.60 a fly, ten 25/30/35 at .85 debit", {"fees": 2.6, "contracts": 10}),
        ("fly of 25/30/35 costing $.85 each, three of them, vix finishes at 28", {"contracts": 3, "settlement": 28.0}),
        ("25/30/35 fly at 0.85, multiplier of 50", {"multiplier": 50.0}),
        ("25c/30c/35c fly for 0.85", {}),
        ("30 centred fly, 5 wide wings, paid .85", {}),
        ("fly centered at 30 with wings of 5 at 0.85", {}),
        ("butterfly, body 30, wing width 5, debit .85", {}),
        ("im long 5 of the 25/30/35 flies at 0.85", {"contracts": 5}),
        # $1.30 for each of the four options in one butterfly
        ("25/30/35 fly, .85 debit, comm $1.3 per contract", {"fees": 5.2}),
    ],
)
def test_a_butterfly_in_many_wordings(text: str, more: dict[str, Any]) -> None:
    assert computed(text) == ("butterfly", {**BUTTERFLY, "debit": 0.85, **more})


@pytest.mark.parametrize(
    "text", ["25/30/35 fly for a credit of 0.20", "25/30/35 fly at a 0.20 credit", "collected .20 on a 25/30/35 fly"]
)
def test_a_credit_is_a_negative_debit(text: str) -> None:
    assert computed(text) == ("butterfly", {**BUTTERFLY, "debit": -0.2})


@pytest.mark.parametrize(
    "text",
    [
        "what's a 25/30/35 fly worth if vix settles at 28",
        "25/30/35 fly at 28?",
        "value of the 25/30/35 butterfly at 28",
        "whats the 25/30/35 worth if vix prints 28",
    ],
)
def test_without_a_debit_only_the_value_is_asked(text: str) -> None:
    assert computed(text) == ("butterfly_value", {**BUTTERFLY, "settlement": 28.0})


TEMPLATES = (
    "{k1}/{k2}/{k3} butterfly for {d}, settles at {s}, {n} contracts, {f} in fees",
    "{n} contracts, {k1}-{k2}-{k3} fly, debit {d}, fees of {f}, settlement at {s}",
    "if vix settles at {s}: {n}x {k1}/{k2}/{k3} for ${d}, commissions of ${f}",
    "fees of {f} and a debit of {d} on {n} lots of the {k1}/{k2}/{k3} fly; vix ends at {s}",
    "paid {d} for {n} contracts of the butterfly {k1} / {k2} / {k3} with {f} fees. VRO is {s}",
)


@given(
    st.sampled_from(TEMPLATES),
    st.integers(10, 60),
    st.integers(1, 15),
    st.integers(1, 15),
    st.integers(1, 499).map(lambda c: c / 100),
    st.integers(10, 90),
    st.integers(1, 500),
    st.integers(1, 999).map(lambda c: c / 100),
)
def test_every_order_of_the_parts_gives_the_same_call(
    template: str, low: int, near: int, far: int, debit: float, settles: int, count: int, fees: float
) -> None:
    body, upper = low + near, low + near + far
    text = template.format(k1=low, k2=body, k3=upper, d=debit, s=settles, n=count, f=fees)
    tool, arguments = computed(text)
    expected = {
        "lower": low,
        "body": body,
        "upper": upper,
        "debit": debit,
        "settlement": settles,
        "contracts": count,
        "fees": fees,
    }
    assert (tool, arguments) == ("butterfly", expected)


@given(
    st.integers(10, 60),
    st.integers(1, 10),
    st.integers(1, 300),
    st.integers(1, 300),
    st.integers(1, 300),
    st.booleans(),
    st.integers(1, 9),
)
def test_legs_of_any_price_make_a_position(low: int, wing: int, a: int, b: int, c: int, spelt: bool, count: int) -> None:
    words = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    many = words[count] if spelt else str(count)
    text = (
        f"long {low}c {a / 100:.2f}, short {many} {low + wing}c at {b / 100:.2f}, long {low + 2 * wing} call for ${c / 100:.2f}"
    )
    tool, arguments = computed(text)
    assert tool == "position"
    assert [(g["side"], g["strike"], g["premium"], g["quantity"]) for g in arguments["legs"]] == [
        ("long", low, pytest.approx(a / 100), 1),
        ("short", low + wing, pytest.approx(b / 100), count),
        ("long", low + 2 * wing, pytest.approx(c / 100), 1),
    ]


def test_a_long_future_counts_a_thousand_dollars_a_point() -> None:
    tool, arguments = computed("i bought 2 vix futures at 18.5, what is my profit if vix settles at 30?")
    leg = {"side": "long", "kind": "future", "strike": 18.5, "premium": 0.0, "quantity": 1}
    assert (tool, arguments) == ("position", {"legs": [leg], "contracts": 2, "multiplier": 1000.0, "settlement": 30.0})


def test_a_mini_future_counts_a_hundred_dollars_a_point() -> None:
    tool, arguments = computed("short 1 VXM at 20, vix settles at 15")
    leg = {"side": "short", "kind": "future", "strike": 20.0, "premium": 0.0, "quantity": 1}
    assert (tool, arguments) == ("position", {"legs": [leg], "multiplier": 100.0, "settlement": 15.0})


@pytest.mark.parametrize("text", ["spot 15 vx1 17", "spot vix 15, future 17, contango?"])
def test_spot_is_no_month_of_the_curve(text: str) -> None:
    found = calculation(Reading(text))
    assert found is None or found.call.tool != "term_structure"


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        ("plan the tranches for $20,000", "tranche_plan", {"budget": 20000.0}),
        ("plan tranches for 20k starting at 30%", "tranche_plan", {"budget": 20000.0, "first": 0.3}),
        ("tranches for a budget of $50,000 at $85 per butterfly", "tranche_plan", {"budget": 50000.0, "unit_cost": 85.0}),
        ("if my hedge budget is 2% of 500k what's the first tranche", "tranche_plan", {"budget": 500000.0, "share": 0.02}),
        ("10 butterflies planned, how many first?", "tranche_units", {"planned": 10}),
        ("VX1 18.2, VX2 19.6: contango?", "term_structure", {"curve": [18.2, 19.6]}),
        ("second month 20.5, front month 22: backwardation?", "term_structure", {"curve": [22.0, 20.5]}),
        ("curve 15, 16.2, 17, 17.5", "term_structure", {"curve": [15.0, 16.2, 17.0, 17.5]}),
        ("notional of 3 contracts of vix futures at 19.5", "contract_value", {"product": "VX", "price": 19.5, "contracts": 3}),
        ("notional of a mini vix future at 19.5", "contract_value", {"product": "VXM", "price": 19.5}),
        (
            "yesterday macd −0.12 sig −0.08, today macd −0.05 sig −0.07, a cross?",
            "macd_cross",
            {"macd_now": -0.05, "signal_now": -0.07, "macd_before": -0.12, "signal_before": -0.08},
        ),
        ("macd 0.3, signal 0.2", "macd_cross", {"macd_now": 0.3, "signal_now": 0.2}),
        (
            "macd went from -0.2 to 0.1 and signal from -0.1 to 0.05",
            "macd_cross",
            {"macd_now": 0.1, "signal_now": 0.05, "macd_before": -0.2, "signal_before": -0.1},
        ),
        ("rsi of " + " ".join(map(str, range(40, 60))), "rsi_extreme", {"series": [float(n) for n in range(40, 60)]}),
        (
            "blended cost of 30% at 1.00, 20% at 1.40",
            "staged_cost",
            {"fills": [{"price": 1.0, "units": 30.0}, {"price": 1.4, "units": 20.0}], "multiplier": 100.0},
        ),
        (
            "A/D line from 1000: days 1800-1200, 1500-1450",
            "advance_decline",
            {"advances": [1800.0, 1500.0], "declines": [1200.0, 1450.0], "start": 1000.0},
        ),
        (
            "advances 1800 declines 1200 start 5000",
            "advance_decline",
            {"advances": [1800.0], "declines": [1200.0], "start": 5000.0},
        ),
        ("1,800 stocks advanced and 1,200 declined", "advance_decline", {"advances": [1800.0], "declines": [1200.0]}),
        (
            "how many butterflies can i buy with 5000 if each costs 85",
            "units_for_budget",
            {"budget": 5000.0, "unit_cost": 85.0},
        ),
        (
            "account 100k risk 1% per trade max loss $415 how many contracts",
            "units_for_budget",
            {"budget": 100000.0, "unit_cost": 415.0, "share": 0.01},
        ),
        ("60% of a $20,000 budget deployed, what's left", "budget_split", {"deployed": 0.6, "budget": 20000.0}),
        ("deployed 25% then 20%, what is left of $10,000", "budget_split", {"deployed": 0.45, "budget": 10000.0}),
        ("after 45% in, whats left of 20k", "budget_split", {"deployed": 0.45, "budget": 20000.0}),
        ("i have 100k and want 3% in the hedge, whats tranche one", "tranche_plan", {"budget": 100000.0, "share": 0.03}),
        ("first 27.5% of 8k", "tranche_plan", {"budget": 8000.0, "first": 0.275}),
        # an option at 0.85 points costs $85
        ("if i spend 2000 on flies at .85 each how many", "units_for_budget", {"budget": 2000.0, "unit_cost": 85.0}),
        ("plan tranches for 20k, butterflies at .85", "tranche_plan", {"budget": 20000.0, "unit_cost": 85.0}),
        ("A/D 2000 up 900 down", "advance_decline", {"advances": [2000.0], "declines": [900.0]}),
        (
            "wacc 60% equity at 10%, 40% debt at 5% tax 21%",
            "wacc",
            {"values": [60.0, 40.0], "costs": [0.1, 0.05], "taxes": [0.0, 0.21]},
        ),
    ],
)
def test_the_other_tools(text: str, tool: str, arguments: dict[str, Any]) -> None:
    assert computed(text) == (tool, arguments)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("break-evens of my butterfly?", ["the three strikes, lowest first", "the debit paid, in points"]),
        ("max loss of our fly at 0.85", ["the three strikes, lowest first"]),
        ("i own a butterfly 25/30/35. break-even?", ["the debit paid, in points"]),
        ("split my tranches", ["the planned hedge budget, in dollars"]),
    ],
)
def test_exactly_what_is_missing_is_asked_for(text: str, missing: list[str]) -> None:
    found = calculation(Reading(text))
    assert found is not None
    assert list(found.missing) == missing


@pytest.mark.parametrize(
    "text",
    [
        "what is a butterfly",
        "how is the break-even of a butterfly computed",
        "what is the debit of a butterfly",
        "why 25-30% first and 20% later",
        "is the signal period 9",
        "what does an RSI above 70 mean",
        "the 30/110/220 dte layers",
        "",
        "🦋",
    ],
)
def test_a_question_on_the_method_is_no_calculation(text: str) -> None:
    assert calculation(Reading(text)) is None


LAST = Call("butterfly", {**BUTTERFLY, "debit": 0.85, "contracts": 2})


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("and at 1.10?", {"debit": 1.1}),
        ("what about 1.10", {"debit": 1.1}),
        ("with a debit of 1.25 instead", {"debit": 1.25}),
        ("for 95 cents", {"debit": 0.95}),
        ("make it 10 contracts", {"contracts": 10}),
        ("same but 3 contracts", {"contracts": 3}),
        ("five of them", {"contracts": 5}),
        ("what about 22/27/32?", {"lower": 22.0, "body": 27.0, "upper": 32.0}),
        ("and if vix settles at 29?", {"settlement": 29.0}),
        ("and at 31?", {"settlement": 31.0}),
        ("with fees of 2.60", {"fees": 2.6}),
        ("a debit of 12", {"debit": 12.0}),
    ],
)
def test_a_follow_up_changes_just_that(text: str, changed: dict[str, Any]) -> None:
    call = change(Reading(text), LAST)
    assert call == Call("butterfly", {**LAST.arguments, **changed})


def test_a_debit_turns_a_value_into_a_result() -> None:
    last = Call("butterfly_value", {**BUTTERFLY, "settlement": 28.0})
    assert change(Reading("and with a debit of 0.85?"), last) == Call("butterfly", {**last.arguments, "debit": 0.85})
    assert change(Reading("and at 31?"), last) == Call("butterfly_value", {**BUTTERFLY, "settlement": 31.0})


@pytest.mark.parametrize(("text", "planned"), [("and 40?", 40), ("and fifteen?", 15), ("make it 12 contracts", 12)])
def test_a_lone_number_goes_to_the_one_slot_that_needs_one(text: str, planned: int) -> None:
    assert change(Reading(text), Call("tranche_units", {"planned": 10})) == Call("tranche_units", {"planned": planned})


@pytest.mark.parametrize("text", ["why?", "thanks", "what is theta", ""])
def test_a_question_without_numbers_changes_nothing(text: str) -> None:
    assert change(Reading(text), LAST) is None


def test_a_pending_calculation_is_completed_step_by_step() -> None:
    first = calculation(Reading("break-evens of my butterfly?"))
    assert first is not None
    second = completed(Reading("25/30/35"), first.call)
    assert second is not None
    assert second.missing == ("the debit paid, in points",)
    third = completed(Reading("0.85"), second.call)
    assert third is not None
    assert third.missing == ()
    assert third.call == Call("butterfly", {**BUTTERFLY, "debit": 0.85})


def test_words_do_not_complete_a_pending_calculation() -> None:
    assert completed(Reading("why do you ask"), Call("butterfly", dict(BUTTERFLY))) is None


@given(st.text(alphabet="0123456789./-,$%k cfly@butedionmacsgx", max_size=120))
def test_no_text_breaks_the_reading_of_a_calculation(text: str) -> None:
    found = calculation(Reading(text))
    assert found is None or found.call.tool
    assert change(Reading(text), LAST) is None or LAST.tool == "butterfly"


_WORDS = """what when how why is the a my of and does mean signal macd rsi ema tranche layers budget butterfly fly strikes
wings debit plan split allocate fomc cpi vix expire settle first bars value contango curve wacc irr position break-evens worth
price greeks parity odds chance spread credit add start steps cost average notional"""


@given(st.lists(st.sampled_from(_WORDS.split()), min_size=1, max_size=14).map(" ".join))
def test_without_a_number_only_the_frames_of_words_alone_fire(question: str):
    reading = Reading(question)
    assert not reading.numbered
    assert all(frame.numberless for frame in FRAMES if attempt(frame, reading) is not None)


def test_no_frame_would_compute_anything_without_what_it_looks_for_first():
    asked = [MARK.sub(r"\1", row["question"]) for author in ("own", "sixth", "eighteenth") for row in rows(author)]
    readings = [reading for text in asked if (reading := Reading(text)).numbered]
    assert len(readings) > 500
    for frame in (f for f in FRAMES if f.holds):
        without = [r for r in readings if not any(part in r.lower for part in frame.holds)]
        lost = [r.text for r in without if attempt(replace(frame, holds=()), r) is not None]
        assert lost == [], frame.tool
