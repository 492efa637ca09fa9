"""What a change of every value does to a MACD, and what only looks like such a question."""

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading

from .asked import computed


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("if i subtract 3 vol points from every reading do the crosses move", {"shift": -3.0}),
        ("adding 5 to all readings changes the macd?", {"shift": 5.0}),
        ("would raising each value by 2 points shift the signal", {"shift": 2.0}),
        ("all my ivs are 1.5 too high, does that change crosses", {"shift": 1.5}),
        ("does it matter if the put iv goes in as 18.5 or 0.185", {"factor": 100.0}),
        ("my vendor has iv as 0.192, tos 19.2. does macd differ", {"factor": 100.0}),
        ("macd on .21 vs 21 inputs, same crosses?", {"factor": 100.0}),
        ("iv typed as 23% or 0.23: does the macd change", {"factor": 100.0}),
        ("i multiply the whole series by 10, do macd crosses change", {"factor": 10.0}),
        ("if every iv is divided by 100 is the macd cross the same", {"factor": 0.01}),
        ("does doubling all ivs double macd", {"factor": 2.0}),
        ("halve all the ivs: does the cross date move", {"factor": 0.5}),
        ("iv in decimals gives me macd 0.0042, what would it be in vol points?", {"factor": 100.0, "value": 0.0042}),
        ("my iv is as decimals and the histogram reads -.0011: how much in percent", {"factor": 100.0, "value": -0.0011}),
        ("macd 0.35 in vol points, what is it with iv as decimals", {"factor": 0.01, "value": 0.35}),
        ("vendor gives put iv x10 (so 184 means 18.4). hist shows +1.6, real number?", {"factor": 0.1, "value": 1.6}),
        ("data is multiplied by 100, macd says 45, what's the real macd", {"factor": 0.01, "value": 45.0}),
        ("iv 0.21 vs 21 does my 0.8 test change", {"factor": 100.0}),
        ("macd of decimals is .0031, in vol pts?", {"factor": 100.0, "value": 0.0031}),
        ("signal of 1.2 on a feed that is 10x too big, true value?", {"factor": 0.1, "value": 1.2}),
    ],
)
def test_a_change_of_every_value(text, arguments):
    assert computed(text) == ("rescaled_series", arguments)


@pytest.mark.parametrize(
    "text",
    [
        "iv 18 or 19 does it matter",
        "if macd is .31 and signal .29 does it matter for all tranches",
        "if vix drops 3 points do all crosses change",
        "does every cross start a tranche",
        "do all signals need an expanding histogram",
        "macd .21 signal .19, does it still count",
        "macd .12 and signal .10 in vol points, cross?",
        "hist .01 .02 in points, as decimals before",
    ],
)
def test_other_changes_are_none(text):
    assert all(c.call.tool != "rescaled_series" for c in calculations(Reading(text)))
