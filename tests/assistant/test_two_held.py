"""Two positions in one conversation: one of them picked, both held at once, which has more, one asked at several values."""

import pytest

from assistant import Answer, Assistant
from tools import butterfly
from tools.outcome import Outcome

from .conftest import Ask

PAIRS = ("20/25/30 for 0.80 and 25/30/35 for 0.60", "compare the 20/25/30 fly at 0.80 with the 25/30/35 fly at 0.60")
FLY = {"lower": 20.0, "body": 25.0, "upper": 30.0, "debit": 0.8}
OTHER = {"lower": 25.0, "body": 30.0, "upper": 35.0, "debit": 0.6}


def by_hand(x: float, lower: float, body: float, upper: float) -> float:
    """What a fly of calls is worth at x: leg by leg."""
    return max(x - lower, 0) - 2 * max(x - body, 0) + max(x - upper, 0)


def outcome(answer: Answer, place: int = -1) -> Outcome:
    result = answer.results[place]
    assert isinstance(result, Outcome)
    return result


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("said", ["the two together", "both combined", "and if I hold both together?", "both in total"])
def test_both_held_at_once_are_the_sum_of_both(ask: Ask, pair: str, said: str) -> None:
    answer = ask(pair, said)
    assert [r.tool for r in answer.results] == ["butterfly", "butterfly", "position"]
    whole = outcome(answer)
    values = [by_hand(x, 20, 25, 30) + by_hand(x, 25, 30, 35) - 1.4 for x in range(61)]
    assert whole.max_profit == pytest.approx(100 * max(values))
    assert whole.max_loss == pytest.approx(100 * min(values))
    assert whole.break_evens == pytest.approx((21.4, 33.6))


@pytest.mark.parametrize("level", [22.5, 27, 31])
def test_both_at_a_settlement(ask: Ask, level: float) -> None:
    whole = outcome(ask("condor 20/25/30/35 for 1.90 debit", "butterfly 20/27/34 at 1.20", f"the two together at {level}"))
    condor = max(level - 20, 0) - max(level - 25, 0) - max(level - 30, 0) + max(level - 35, 0)
    assert whole.settlement_profit == pytest.approx(100 * (condor + by_hand(level, 20, 27, 34) - 3.1))


def test_so_many_of_each_count_in_the_whole(ask: Ask) -> None:
    whole = outcome(ask("3 of the 20/25/30 fly for 0.80", "2 of the 25/30/35 fly for 0.60", "them together at 28"))
    assert whole.settlement_profit == pytest.approx(100 * (3 * (2 - 0.8) + 2 * (3 - 0.6)))


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("the first, with 5 contracts", {**FLY, "contracts": 5}),
        ("just the first one, 4 contracts", {**FLY, "contracts": 4}),
        ("only the second", OTHER),
        ("the latter at 0.70", {**OTHER, "debit": 0.7}),
        ("and the second of them if vix settles at 29?", {**OTHER, "settlement": 29.0}),
    ],
)
def test_one_of_the_two_is_picked(ask: Ask, pair: str, said: str, expected: dict[str, float]) -> None:
    (result,) = ask(pair, said).results
    assert {k: v for k, v in result.inputs.items() if v is not None and k in {*FLY, "contracts", "settlement"}} == expected


def test_the_other_of_the_two(ask: Ask) -> None:
    (result,) = ask(PAIRS[0], "the first, with 5 contracts", "and the other one?").results
    assert {k: result.inputs[k] for k in OTHER} == OTHER


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("which costs less?", "**Lower cost of one:** the 25/30/35 butterfly at 0.60, 0.60 points, against 0.80 points"),
        ("which one loses more", "**Higher max loss:** the 20/25/30 butterfly at 0.80, -$80, against -$60"),
        ("which has the wider profit zone", "**Wider profit zone:** the 25/30/35 butterfly at 0.60, 8.80 points, against 8.40"),
        ("which pays more at 26?", "**Higher profit at the settlement:** the 20/25/30 butterfly"),
        ("which of the two makes more at 29?", "**Higher profit at the settlement:** the 25/30/35 butterfly"),
        ("who wins at 31", "**Higher profit at the settlement:** the 25/30/35 butterfly"),
    ],
)
def test_which_of_the_two_has_more(ask: Ask, question: str, line: str) -> None:
    assert ask(PAIRS[0], question).text.startswith(line)


def test_which_is_better_stays_a_matter_of_ones_own(ask: Ask) -> None:
    assert ask(PAIRS[0], "which is better?").kind == "no-advice"


def test_the_highest_of_all_that_were_worked_out(ask: Ask) -> None:
    answer = ask(
        "value of a 25/30/35 fly with future 24, vol 90%, 30 days", "10 days", "and vol at 110?", "which of these is highest?"
    )
    values = [r.value for r in answer.results]  # type: ignore[attr-defined]
    assert len(values) == 3
    assert answer.text.startswith(f"**Highest value:** the {('first', 'second', 'third')[values.index(max(values))]}")


@pytest.mark.parametrize("said", ["28, 29 and 30?", "and at 28, 29 and 30?", "what if it settles at 28, 29 or 30"])
def test_several_settlements_are_tried_one_by_one(ask: Ask, said: str) -> None:
    results = ask("25/30/35 x10 at .75, vix 26 at expiry", said).results
    assert [r.settlement_profit for r in results if isinstance(r, Outcome)] == pytest.approx(
        [1000 * (by_hand(x, 25, 30, 35) - 0.75) for x in (28, 29, 30)]
    )


def test_a_level_and_another_price_of_a_position(ask: Ask) -> None:
    straddle = outcome(ask("short a straddle at 20: call 2.10 put 1.80", "what do I lose at 30"))
    assert straddle.settlement_profit == pytest.approx(100 * (3.9 - 10))
    assert outcome(ask("long 20 put fly 22/20/18 at 0.35", "and 0.50?")).max_loss == pytest.approx(-20 * 50)


def test_a_number_that_names_what_it_points_at(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 x10 at .75", session)
    (result,) = warmed.ask("that butterfly but 1.00", session).results
    assert outcome(warmed.ask("show the working", session)).max_loss == butterfly(25, 30, 35, 1.0, contracts=10).max_loss
    assert result.inputs["debit"] == 1.0


def test_a_change_that_fits_nothing_says_so(ask: Ask) -> None:
    answer = ask("25/30/35 fly at .75", "that butterfly painted 3 times blue")
    assert answer.kind == "clarification"
    assert "debit" in answer.text
