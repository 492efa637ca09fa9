"""Which way a sentence points, held against results whose figures were worked out by hand."""

import pytest

from assistant.guards.evidence import Evidence
from assistant.guards.movement import at_odds, renamed, turned_round
from assistant.guards.screening import screen
from assistant.guards.support import Rarity
from knowledge import Index
from tools import black76, butterfly, contract_value, irr, macd_cross, staged_cost, term_structure, xirr


@pytest.fixture(scope="module")
def turns(index: Index) -> dict[str, Evidence]:
    rarity = Rarity(index.glossary)
    results = {
        # 25/30/35 for a credit of 0.20: kept at worst, 5.20 at best.
        "a 0.20 credit for a 25/30/35 fly": butterfly(25, 30, 35, debit=-0.2),
        # Later entries dearer than the first: 10 at 2 and 10 at 3 average 2.50, 25% above 2.
        "10 at 2.00 and 10 at 3.00": staged_cost([(2.0, 10), (3.0, 10)]),
        # 20 to 22 is a rise of a tenth.
        "curve 20, 22": term_structure([20.0, 22.0]),
        # −1000, then 1100 a year later: 10% a year.
        "1000 on 2023-01-01, back 1100 on 2024-01-01": xirr(["2023-01-01", "2024-01-01"], [-1000.0, 1100.0]),
        # −1000 and 900: 100 lost.
        "-1000, 900": irr([-1000.0, 900.0]),
        "25 call, future 24, 60 days, vol 90%": black76(24.0, 25.0, 60 / 365, 0.9),
        "2 VX at 20": contract_value("VX", 20.0, 2),
    }
    return {q: Evidence(index.glossary, rarity, q, (r,), (), (), index) for q, r in results.items()}


TRUE = [
    ("a 0.20 credit for a 25/30/35 fly", "You received 0.20 points for it."),
    ("a 0.20 credit for a 25/30/35 fly", "At worst you keep the $20."),
    ("10 at 2.00 and 10 at 3.00", "Staging raised the average to 2.50."),
    ("10 at 2.00 and 10 at 3.00", "The average is 25% above the first price."),
    ("a 0.20 credit for a 25/30/35 fly", "It ends with $520 at best and a gain of $20 at worst."),
    ("1000 on 2023-01-01, back 1100 on 2024-01-01", "$1,000 out and $1,100 back make 10% a year."),
    ("1000 on 2023-01-01, back 1100 on 2024-01-01", "You have $100 more, after what you paid."),
    ("curve 20, 22", "The second month sits 10% above the front."),
    ("1000 on 2023-01-01, back 1100 on 2024-01-01", "What came back beats the $1,000 outlay, by $100."),
    ("a 0.20 credit for a 25/30/35 fly", "The gain at 30, $520, is just under $530."),
    ("-1000, 900", "The rate is about minus 10 percent."),
    ("curve 20, 22", "Someone long who rolls pays for it, 10% of the front price."),
    ("curve 20, 22", "Rolling costs a long holder 10% of the front price."),
    ("1000 on 2023-01-01, back 1100 on 2024-01-01", "You gained $100."),
    ("1000 on 2023-01-01, back 1100 on 2024-01-01", "That is 10% a year."),
    ("-1000, 900", "The flows lose $100 in all."),
    ("2 VX at 20", "One tick is worth $50 a contract."),
    # A level has no sign of its own, and what stands before or behind a figure may be another's.
    ("a 0.20 credit for a 25/30/35 fly", "Anything under 25 leaves $20 in your pocket."),
    ("a 0.20 credit for a 25/30/35 fly", "With VIX at 25 the fly drops to nothing, and the 30 calls lose everything."),
    ("-1000, 900", "The 900 falls short of the 1,000."),
    ("-1000, 900", "$1,000 out, $900 back."),
    ("10 at 2.00 and 10 at 3.00", "Of what was paid, 3.00 was the dearer fill."),
    ("a 0.20 credit for a 25/30/35 fly", "Worth 5.00 at the body, it earns most there."),
]
TURNED = [
    ("a 0.20 credit for a 25/30/35 fly", "You paid 0.20 points for it."),
    ("a 0.20 credit for a 25/30/35 fly", "At worst you lose the $20."),
    ("10 at 2.00 and 10 at 3.00", "Staging lowered the average to 2.50."),
    ("10 at 2.00 and 10 at 3.00", "The average is 25% below the first price."),
    ("curve 20, 22", "The second month sits 10% below the front."),
    ("curve 20, 22", "The roll yield of a long holder is +10%."),
    ("1000 on 2023-01-01, back 1100 on 2024-01-01", "You lost $100."),
    ("1000 on 2023-01-01, back 1100 on 2024-01-01", "That is 10% a month."),
    ("-1000, 900", "The flows leave you $100 ahead."),
    ("2 VX at 20", "One point is worth $50 a contract."),
]


@pytest.mark.parametrize(("question", "said"), TRUE)
def test_what_points_the_right_way_passes(turns: dict[str, Evidence], question: str, said: str) -> None:
    assert screen(said, turns[question]).faults == ()


@pytest.mark.parametrize(("question", "said"), TURNED)
def test_what_is_turned_round_does_not(turns: dict[str, Evidence], question: str, said: str) -> None:
    assert screen(said, turns[question]).faults


@pytest.mark.parametrize(
    "driver", ["A point up in the future", "A one-point rise in the future", "Each point the future gains"]
)
def test_a_calls_delta_is_positive_in_words_too(turns: dict[str, Evidence], driver: str) -> None:
    evidence = turns["25 call, future 24, 60 days, vol 90%"]
    delta = f"{evidence.results[0].to_dict()['delta']:.4f}"
    assert screen(f"{driver} adds {delta} points to its value.", evidence).faults == ()
    assert screen(f"{driver} lowers its value by {delta} points.", evidence).faults


@pytest.mark.parametrize(
    ("said", "odd"),
    [
        ("It rose from 18 to 21.", False),
        ("It rose from 21 to 18.", True),
        ("It fell from +0.10 to -0.05.", False),
        ("It fell from -0.05 to +0.10.", True),
        ("The loss shrank from -5 to -3.", False),
        ("At 50, below the 70 line, it is calm.", False),
        ("At 50, above the 70 line, it is hot.", True),
    ],
)
def test_a_movement_is_held_against_its_own_figures(said: str, odd: bool) -> None:
    assert bool(at_odds(said)) == odd


def test_a_difference_the_other_way_round_is_seen() -> None:
    source = "The line is the 12-period average minus the 26-period average."
    assert turned_round("Take the 26-period average minus the 12-period one.", source)
    assert not turned_round("It is 12 minus 26.", source)
    assert renamed("It is the 9-period average.", source)
    assert not renamed("It has a 26-period average.", source)


# A macd of −0.12 over a signal of −0.19 after −0.34 under −0.26: crossed upwards, both still below zero, growing.
@pytest.mark.parametrize(
    ("said", "true"),
    [
        ("It is a bullish cross.", True),
        ("It is a bearish cross.", False),
        ("Both values are still below zero.", True),
        ("Both values are above zero.", False),
        ("The histogram is expanding.", True),
        ("The histogram is shrinking.", False),
    ],
)
def test_a_state_without_a_figure_is_held_against_the_tools_own_words(index: Index, said: str, true: bool) -> None:
    result = macd_cross(-0.12, -0.19, -0.34, -0.26)
    asked = "MACD -0.12, signal -0.19, before -0.34 and -0.26"
    evidence = Evidence(index.glossary, Rarity(index.glossary), asked, (result,), (), (), index)
    assert (screen(said, evidence).faults == ()) == true
