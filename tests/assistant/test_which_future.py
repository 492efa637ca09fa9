"""Which VIX future is meant is read once: the same words mean the same dollars a point in every calculation."""

import pytest

from assistant import Assistant
from assistant.understanding.text.which_future import future_named, point_of

NAMED = {
    "2 vx": "VX",
    "2 vix futures": "VX",
    "a future": "VX",
    "4 minis": "VXM",
    "4 mini vix": "VXM",
    "4 vix minis": "VXM",
    "4 mini vix futures": "VXM",
    "4 vxm": "VXM",
}


@pytest.mark.parametrize(("words", "contract"), NAMED.items())
def test_the_contract_by_its_words(words: str, contract: str) -> None:
    assert future_named(f"bought {words} at 17") == contract


@pytest.mark.parametrize("words", ["5 vix 20 calls", "vx options", "the 25/30/35 fly with the future", "a 20c off the vx"])
def test_options_have_no_future_of_their_own(words: str) -> None:
    assert point_of(f"bought {words} at 1.10") is None


@pytest.mark.parametrize(("words", "contract"), [(w, c) for w, c in NAMED.items() if w[0].isdigit()])
def test_one_exit_and_several_count_the_same_dollars(warmed: Assistant, session: str, words: str, contract: str) -> None:
    dollars = {"VX": 1000, "VXM": 100}[contract]
    count = int(words[0])
    (whole,) = warmed.ask(f"bought {words} at 17, sold at 19", session).results
    assert whole.to_dict()["profit"] == pytest.approx(2 * dollars * count)
    (parts,) = warmed.ask(f"bought {words} at 17, sold 1 at 18 and {count - 1} at 19", session).results
    assert parts.to_dict()["profit"] == pytest.approx((1 + 2 * (count - 1)) * dollars)


@pytest.mark.parametrize(
    ("asked", "cost"),
    [
        ("how many minis fit in 60k if each is 18.5", 1850),
        ("how many vix futures at 18.5 fit in 60k", 18_500),
        ("how many minis fit in 60k if each costs $1,900", 1900),
    ],
)
def test_a_future_costs_its_points_in_dollars(warmed: Assistant, session: str, asked: str, cost: float) -> None:
    (result, *_) = warmed.ask(asked, session).results
    assert result.inputs["unit_cost"] == cost
