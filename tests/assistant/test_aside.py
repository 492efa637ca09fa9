"""A question on the side leaves the calculation before it as the one that is changed."""

import pytest

from assistant import Answer, Assistant

FLY = "25/30/35 fly at 0.5"


def asked(assistant: Assistant, session: str, *questions: str) -> Answer:
    *_, answer = [assistant.ask(question, session=session) for question in questions]
    return answer


@pytest.mark.parametrize("aside", ["25% = ?", "what is 25% of 4000"])
@pytest.mark.parametrize("question", ["30 first", "30% first", "start with 30%"])
def test_a_plan_is_changed_past_a_share_asked_on_the_side(warmed: Assistant, session: str, aside: str, question: str) -> None:
    (plan,) = asked(warmed, session, "plan 10000", aside, question).results
    assert (plan.tool, plan.inputs["budget"], plan.inputs["first"]) == ("tranche_plan", 10000, 0.3)


def test_a_butterfly_is_changed_past_a_share_asked_on_the_side(warmed: Assistant, session: str) -> None:
    (fly,) = asked(warmed, session, FLY, "what is 25% of 4000", "and at 0.6?").results
    assert (fly.tool, fly.inputs["debit"]) == ("butterfly", 0.6)


@pytest.mark.parametrize(("question", "used"), [("and 30%?", 1200), ("and 5000?", 1250)])
def test_what_only_the_side_question_takes_stays_with_it(warmed: Assistant, session: str, question: str, used: float) -> None:
    (split,) = asked(warmed, session, FLY, "what is 25% of 4000", question).results
    assert split.to_dict()["used"] == used


def test_a_share_is_spent_on_flies(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, "25% of my 8000 budget", "how many 85 dollar flies is that")
    assert answer.results[-1].to_dict()["units"] == 23  # 2000 / 85 = 23.5


def test_a_large_number_alone_is_no_credit(warmed: Assistant, session: str) -> None:
    assert not asked(warmed, session, FLY, "and of 5000?").results
