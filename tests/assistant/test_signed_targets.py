"""A gain told by its sign, prices ahead of their strikes, strikes from the highest down, and how many a profit takes."""

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading
from tools import butterfly


def _calls(text):
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("asked", "target", "debit"),
    [
        ("where must vix land for exactly +200 on one 25/30/35 bought .85", 200, 0.85),
        ("at what level am i +300 on 2 30/35/40 for 1.1", 300, 1.1),
        ("what vix print shows +150 on a 27/32/37 paid 0.80", 150, 0.8),
        ("25/30/35 at .9, where does it settle for -50", -50, 0.9),
        ("27/32/37 bought at .8, where do i have +100", 100, 0.8),
    ],
)
def test_a_signed_sum_is_the_profit_that_is_wanted(asked, target, debit):
    ((tool, terms),) = _calls(asked)
    assert (tool, terms["target"], terms["debit"]) == ("butterfly", target, debit)
    assert "settlement" not in terms


def test_a_signed_sum_is_not_read_as_a_settlement(warmed):
    answer = warmed.ask("what vix print shows +150 on a 27/32/37 paid 0.80", session="signed")
    assert answer.results[0].target == 150
    assert answer.results[0].settlement is None


def test_a_settlement_stays_one():
    ((_, terms),) = _calls("25/30/35 at .85, what do i make at 28")
    assert terms["settlement"] == 28
    assert "target" not in terms


@pytest.mark.parametrize(
    ("asked", "debits"),
    [
        ("is .85 for 25/30/35 cheaper than 1.40 for 25/33/41", [0.85, 1.4]),
        ("$1.10 for the 28/34/40 or .80 for a 27/32/37, which costs less", [1.1, 0.8]),
        ("25/30/35 for .85 or 25/33/41 for 1.40, which is cheaper", [0.85, 1.4]),
        ("rolled 25/30/35 at 1.40 for 27/32/37 at .9", [1.4, 0.9]),
    ],
)
def test_prices_before_or_behind_their_strikes(asked, debits):
    assert [terms["debit"] for _, terms in _calls(asked)] == debits


def test_relative_to_the_width_the_share_of_the_wing_is_compared(warmed):
    # 0.85 ÷ 5 = 17%, 1.40 ÷ 8 = 17.5%
    answer = warmed.ask("relative to width is .85 for 25/30/35 cheaper than 1.40 for 25/33/41", session="width")
    assert "**Lower cost as a share of the lower wing:** the 25/30/35 butterfly" in answer.text
    assert "17.5%" in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "35-30-25 call fly 1.05 debit, does the order change anything",
        "38/33/28 for .9, my break evens?",
        "the 35/30/25 butterfly at 1",
    ],
)
def test_strikes_from_the_highest_down(asked):
    ((tool, terms),) = _calls(asked)
    assert tool == "butterfly"
    assert terms["lower"] < terms["body"] < terms["upper"]
    assert "from the lowest up" in calculations(Reading(asked))[0].note


@pytest.mark.parametrize("text", ["layers 40/35/25 of 10k", "macd 26/12/9", "fly at 2.10/1.05/0.55", "9/6/4 fly", "12/11/10"])
def test_what_is_no_ladder_from_the_highest_down_keeps_its_order(text):
    assert not any(ladder.turned for ladder in Reading(text).ladders)


def test_fees_of_one_option_are_told_for_the_four_of_a_butterfly():
    (found,) = calculations(Reading("30/35/40 1.20 and my broker takes .70 per option contract to open. break evens?"))
    assert found.call.arguments["fees"] == 2.8
    assert "one butterfly has four of them" in found.note
    assert "$2.80 ÷ 4 = $0.70" in " ".join(map(str, butterfly(**found.call.arguments).working()))


@pytest.mark.parametrize(
    ("asked", "units"),
    [
        ("want 2000 profit if it pins 32. 27/32/37 costs .80 - how many do i need", 5),
        ("i need 1500 at a 30 pin, 25/30/35 for 90 cents. how many flies do we need", 4),
    ],
)
def test_how_many_a_told_profit_takes_is_no_advice(warmed, asked, units):
    answer = warmed.ask(asked, session=asked)
    assert answer.kind == "calculation"
    assert answer.results[-1].units == units


@pytest.mark.parametrize(
    "asked",
    [
        "how many 25/30/35 flies at .85 do i need to protect my portfolio",
        "should i buy enough 25/30/35 at .85 to make 2000 at 30? how many do i need",
    ],
)
def test_how_many_to_be_protected_stays_advice(warmed, asked):
    assert warmed.ask(asked, session=asked).kind == "no-advice"


@pytest.mark.parametrize(
    "asked",
    [
        "30/35/40 1.20 and my broker takes .70 per option contract to open. whats it do to BEs",
        "30/35/40 at 1.20, fees 2.80. how do they change the break evens?",
        "30/35/40 for 1.2 with and without 2.80 fees",
    ],
)
def test_what_fees_change_is_told_with_and_without_them(warmed, asked):
    # 30 + 1.20 and 40 − 1.20; 30 + 1.228 and 40 − 1.228
    free, charged = warmed.ask(asked, session=asked).results
    assert (free.break_evens, free.fees) == ((31.2, 38.8), 0)
    assert (charged.break_evens, charged.fees) == ((31.228, 38.772), 2.8)


def test_fees_alone_make_one_butterfly():
    assert len(_calls("30/35/40 at 1.20, fees 2.80, break evens?")) == 1
