"""Positions called by name with one price for all their legs, and the figures that follow from it."""

import pytest

from assistant import Assistant
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.quantities import Reading
from tools import ToolError, position

LONG, SHORT = "long", "short"


@pytest.mark.parametrize(
    ("text", "legs", "more"),
    [
        ("25/30 call spread for 1.20", [(LONG, "call", 25), (SHORT, "call", 30)], {"net": 1.2}),
        ("bull put spread 4000/4050 for 5.20 credit", [(LONG, "put", 4000), (SHORT, "put", 4050)], {"net": -5.2}),
        (
            "2 bear call spreads 30/35, received .80 each",
            [(SHORT, "call", 30), (LONG, "call", 35)],
            {"net": -0.8, "contracts": 2},
        ),
        ("bear put spread 30/25 paid 2", [(SHORT, "put", 25), (LONG, "put", 30)], {"net": 2}),
        ("sold 10 20/25 call credit spreads at 0.9", [(SHORT, "call", 20), (LONG, "call", 25)], {"net": -0.9, "contracts": 10}),
        (
            "long 25/30 call spread at 1.2, settles at 29",
            [(LONG, "call", 25), (SHORT, "call", 30)],
            {"net": 1.2, "settlement": 29},
        ),
        (
            "iron condor 4000/4050 puts 4300/4350 calls, credit 12.50",
            [(LONG, "put", 4000), (SHORT, "put", 4050), (SHORT, "call", 4300), (LONG, "call", 4350)],
            {"net": -12.5},
        ),
        (
            "4000/4050/4300/4350 iron condor for a 12.50 credit, 3 contracts",
            [(LONG, "put", 4000), (SHORT, "put", 4050), (SHORT, "call", 4300), (LONG, "call", 4350)],
            {"net": -12.5, "contracts": 3},
        ),
        (
            "condor 20/25/30/35 for a 1.10 debit",
            [(LONG, "call", 20), (SHORT, "call", 25), (SHORT, "call", 30), (LONG, "call", 35)],
            {"net": 1.1},
        ),
        (
            "iron butterfly 4000/4100/4200 credit 55",
            [(LONG, "put", 4000), (SHORT, "put", 4100), (SHORT, "call", 4100), (LONG, "call", 4200)],
            {"net": -55},
        ),
        ("short 20 straddle at 3.10", [(SHORT, "put", 20), (SHORT, "call", 20)], {"net": -3.1}),
        ("bought the 20/30 strangle for 2.1", [(LONG, "put", 20), (LONG, "call", 30)], {"net": 2.1}),
    ],
)
def test_named_positions(text: str, legs: list[tuple[str, str, float]], more: dict[str, float]) -> None:
    found = calculation(Reading(text))
    assert found is not None
    assert found.call.tool == "position"
    assert [(g["side"], g["kind"], g["strike"]) for g in found.call.arguments["legs"]] == legs
    assert {k: v for k, v in found.call.arguments.items() if k != "legs"} == more


@pytest.mark.parametrize(
    "text",
    ["what is a vertical spread", "bid ask spread 1.2/1.4", "20 strangle", "is a 5/10 spread at 30 dte ok"],
)
def test_no_position_is_made_up(text: str) -> None:
    found = calculation(Reading(text))
    assert found is None or found.call.tool != "position"


def test_a_net_price_is_that_of_its_legs() -> None:
    # A 4000/4050/4300/4350 condor sold at 12.50: break-evens 4050 − 12.50 and 4300 + 12.50, at most 12.50 and 50 − 12.50.
    named = [("long", "put", 4000), ("short", "put", 4050), ("short", "call", 4300), ("long", "call", 4350)]
    whole = position([(*leg, 0) for leg in named], net=-12.5)
    single = position([(*leg, price) for leg, price in zip(named, (8, 14, 15, 8.5), strict=True)])
    assert whole.break_evens == single.break_evens == (4037.5, 4312.5)
    assert (whole.max_profit, whole.max_loss) == (single.max_profit, single.max_loss) == (1250, -3750)
    assert "at 0.00" not in whole.summary()
    with pytest.raises(ToolError, match="net"):
        position([("long", "call", 25, 1.5)], net=1.5)


def test_a_condor_is_changed_and_settled(warmed: Assistant, session: str) -> None:
    warmed.ask("iron condor 4000/4050 puts 4300/4350 calls, credit 12.50", session=session)
    warmed.ask("2 contracts", session=session)
    result = warmed.ask("at 4275?", session=session).results[0]
    assert (result.inputs["contracts"], result.inputs["settlement"], result.inputs["net"]) == (2, 4275, -12.5)


def test_each_leg_has_its_own_volatility_and_the_future_moves(warmed: Assistant, session: str) -> None:
    question = "how much is it worth today if the future is 22, 30 days left, vols 85 90 95, 25/30/35"
    inputs = warmed.ask(question, session=session).results[0].inputs
    assert [inputs[f"vol_{leg}"] for leg in ("lower", "body", "upper")] == [0.85, 0.9, 0.95]
    assert warmed.ask("and at 27", session=session).results[0].inputs["forward"] == 27


def test_a_share_of_a_sum_is_a_fill() -> None:
    found = calculation(Reading("25% of 10k at 1.00, 20% at .80 and 20% of it at .60, whats my average cost"))
    assert found is not None
    assert [(f["units"], f["price"]) for f in found.call.arguments["fills"]] == [(25, 1.0), (20, 0.8), (20, 0.6)]


def test_strikes_behind_a_price_word_are_strikes() -> None:
    found = calculation(Reading("so if i pay .85 for the 25 30 35 what do i get"))
    assert found is not None
    assert found.call.arguments == {"lower": 25, "body": 30, "upper": 35, "debit": 0.85}


@pytest.mark.parametrize(
    ("asked", "break_evens", "loss"),
    [
        # 5900 ∓ 32; 50 − 32 = 18 points
        ("iron fly 5900 short straddle 50 wide wings credit 32. BEs", (5868.0, 5932.0), -1800),
        ("5900 iron butterfly, wings 40 points wide, 28.50 credit, max loss", (5871.5, 5928.5), -1150),
        ("iron fly at 20 with 5 wide wings for 3.10 credit, break evens", (16.9, 23.1), -190),
    ],
)
def test_an_iron_fly_by_its_body_and_width(warmed, session, asked, break_evens, loss):
    (found,) = warmed.ask(asked, session).results
    assert (found.break_evens, found.max_loss) == (break_evens, loss)


def test_mid_and_natural_of_typed_quotes(warmed, session):
    asked = "quotes: 26c 1.60/1.70, 31c .95/1.05, 36c .60/.70. mid and natural for the fly?"
    priced, mid, natural = warmed.ask(asked, session).results
    assert (priced.mid_cash, priced.natural_cash) == (30, 50)
    assert (mid.debit, natural.debit) == (0.3, 0.5)
    assert (mid.break_evens, natural.break_evens) == ((26.3, 35.7), (26.5, 35.5))


def test_a_settlement_told_once_is_that_of_both(warmed, session):
    call, fly = warmed.ask("30 call 0.95 vs 25/30/35 fly .85 at vix 34", session).results
    assert (call.settlement_profit, fly.settlement_profit) == (305, 15)  # 4.00 − 0.95; 1.00 − 0.85


@pytest.mark.parametrize(
    ("asked", "strikes"),
    [
        ("iron fly spx, short the 5950 straddle with 50 point wings, 41.00 credit", (5900, 5950, 6000)),
        ("iron butterfly around a 20 straddle, wings 4 wide, credit 2.60. break-evens?", (16, 20, 24)),
        ("sold the straddle at 25 as an iron fly, 5 point wings, for 3.10 credit, max loss", (20, 25, 30)),
    ],
)
def test_an_iron_fly_told_by_its_straddle(warmed: Assistant, session: str, asked: str, strikes: tuple[float, ...]) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.strikes == strikes  # type: ignore[attr-defined]
    assert result.max_loss < 0  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "tool"),
    [
        ("put on 20/25/35 for a 40 cent CREDIT, where can it hurt me", "butterfly"),
        ("i put on a 25/30/35 fly at 0.85, break evens?", "butterfly"),
        ("put it on: 25/30/35 for 0.85, max loss?", "butterfly"),
        ("bought the 25/30/35 put fly for 1.05, max loss?", "position"),
        ("bought 24/30/36 with PUTS for 1.05, is anything different at expiry", "position"),
    ],
)
def test_to_put_a_butterfly_on_makes_it_none_of_puts(warmed: Assistant, session: str, asked: str, tool: str) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.tool == tool
