"""One leg of a position changed by its strike or its kind, against premiums added up beside it."""

import pytest

from assistant import Answer, Assistant

FLY = "long 25c 2.40, short two 30c 1.35, long 35c .80"
STRADDLE = "straddle 20 call 1.8 put 1.9"


def asked(assistant: Assistant, session: str, *questions: str) -> Answer:
    *_, answer = [assistant.ask(question, session=session) for question in questions]
    return answer


def legs(answer: Answer) -> list[tuple[str, float, float]]:
    (result,) = (r for r in answer.results if r.tool == "position")
    return [(kind, strike, premium) for _, kind, strike, premium, _ in result.inputs["legs"]]


def debit(answer: Answer) -> float:
    return float(answer.results[-1].to_dict()["premium"])


@pytest.mark.parametrize(
    ("question", "premium"),
    [
        ("what if the 30s are 1.25", 2.40 - 2 * 1.25 + 0.80),
        ("and the 35 at .75", 2.40 - 2 * 1.35 + 0.75),
        ("change the 30s to 1.25", 2.40 - 2 * 1.25 + 0.80),
        ("make the 25c 2.50", 2.50 - 2 * 1.35 + 0.80),
        ("25 call costs 2.6 and the 35 call 0.7", 2.60 - 2 * 1.35 + 0.70),
        ("swap the 30s for 31s at 1.2", 2.40 - 2 * 1.20 + 0.80),
    ],
)
def test_a_leg_at_another_price(warmed: Assistant, session: str, question: str, premium: float) -> None:
    assert debit(asked(warmed, session, FLY, question)) == pytest.approx(premium)


@pytest.mark.parametrize("question", ["swap 30 for 32", "move the 30s to 32", "32 instead of 30", "what if the 30 is 32"])
def test_a_moved_strike_keeps_its_price_and_says_so(warmed: Assistant, session: str, question: str) -> None:
    answer = asked(warmed, session, FLY, question)
    assert legs(answer) == [("call", 25, 2.40), ("call", 32, 1.35), ("call", 35, 0.80)]
    assert "the 32 call at the 1.35 of the 30 call" in answer.text


def test_changes_follow_one_another(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, FLY, "what if the 30s are 1.25", "swap 30 for 32", "and the 35 at .75")
    assert debit(answer) == pytest.approx(2.40 - 2 * 1.25 + 0.75)


def test_legs_of_one_strike_are_told_apart_by_their_kind(warmed: Assistant, session: str) -> None:
    assert legs(asked(warmed, session, STRADDLE, "what if the put is 1.6")) == [("put", 20, 1.6), ("call", 20, 1.8)]
    assert legs(asked(warmed, session, "move the 20 call to 22")) == [("put", 20, 1.6), ("call", 22, 1.8)]


def test_a_strike_of_a_butterfly_is_moved_at_the_same_debit(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, "25/30/35 fly at 0.5", "swap 35 for 37")
    assert answer.results[-1].inputs["upper"] == 37
    assert "the debit stays 0.5 points" in answer.text


@pytest.mark.parametrize("question", ["and the 40 at .75", "what if the put is 1.6"])
def test_a_leg_that_is_not_there_changes_nothing(warmed: Assistant, session: str, question: str) -> None:
    assert not asked(warmed, session, FLY, question).results


def test_a_settlement_is_no_leg(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, "25/30/35 fly at 0.5", "and at 30")
    assert answer.results[-1].inputs["settlement"] == 30


def test_one_price_of_a_butterfly_given_by_its_debit_changes_nothing_and_says_why(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, "25/30/35 fly paid 0.85", "and what if the 30s are 1.25")
    (result,) = answer.results
    assert result.inputs["debit"] == 0.85
    assert result.inputs.get("settlement") is None
    assert "does not tell what all three cost" in answer.text
