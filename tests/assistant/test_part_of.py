"""One sum as a share of another: both typed, or one brought by the calculation before; the divisions are done beside it."""

import pytest

from assistant import Assistant

FLY = "22/27/32 call fly, debit 1.25, 8 lots"  # $1,000 can be lost


@pytest.mark.parametrize(
    ("asked", "amount", "whole"),
    [
        ("what percent is 850 of 40k", 850, 40_000),
        ("1200 is what % of 60k", 1200, 60_000),
        ("what share of 20k is $500", 500, 20_000),
    ],
)
def test_both_are_typed(warmed: Assistant, session: str, asked: str, amount: float, whole: float) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.to_dict()["share"] == pytest.approx(amount / whole)


@pytest.mark.parametrize(
    ("first", "asked", "amount", "whole"),
    [
        (FLY, "and what percent of a 60k account is the risk", 1000, 60_000),
        (FLY, "how much is that of 15k", 1000, 15_000),
        (FLY, "what percent is that of my 40k", 1000, 40_000),
        ("bought 4 minis at 17, sold 1 at 18 and 3 at 19", "what percent is that of 10k", 700, 10_000),
        ("how many flies at $115 fit in 3000", "what share of my 50k account is that", 2990, 50_000),
    ],
)
def test_one_is_what_came_before(warmed: Assistant, session: str, first: str, asked: str, amount: float, whole: float) -> None:
    warmed.ask(first, session)
    answer = warmed.ask(asked, session)
    assert answer.results[-1].to_dict()["share"] == pytest.approx(amount / whole)
    assert "*Read as:* “that” is taken as" in answer.text


def test_another_whole_is_a_change(warmed: Assistant, session: str) -> None:
    warmed.ask(FLY, session)
    asked = ("what percent of a 60k account is the risk", "how much is that of 15k")
    shares = [warmed.ask(words, session).results[-1].to_dict()["share"] for words in asked]
    assert shares == pytest.approx([1 / 60, 1 / 15])


@pytest.mark.parametrize("asked", ["how much is 30% of 20k", "25% of 8000"])
def test_a_share_of_a_sum_stays_a_split(warmed: Assistant, session: str, asked: str) -> None:
    assert [r.tool for r in warmed.ask(asked, session).results] == ["budget_split"]
