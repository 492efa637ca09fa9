"""A decision asked for in the rule's name is a request for advice; the rule itself is explained."""

import pytest

from assistant.understanding.limits.by_the_rule import asks_the_method
from assistant.understanding.limits.scope import decline


@pytest.mark.parametrize(
    "asked",
    [
        "should i sell my fly per the rule?",
        "per the rule, should I buy 10 contracts for my hedge",
        "following the method, do i buy or wait",
        "is it time to get in according to the alvh?",
        "under the framework, would you close my condor",
        "tell me which strikes to buy per the article",
        "according to the method is this a good moment to buy for me",
        "per the rule i should go all in, right?",
        "according to my broker should I sell my calls?",
        "should i close these 5 flies, following the method",
        "per the framework is it smart to roll my 25/30/35",
        "i have 3 condors. per the rules do i hold or sell?",
        "should we buy vix futures per the rule since it crossed?",
        "under the rules what should i do with my position",
    ],
)
def test_a_decision_in_the_rules_name_is_declined(asked: str) -> None:
    assert decline(asked, in_domain=True) == "advice"


@pytest.mark.parametrize(
    "asked",
    [
        "according to the article when should the first tranche be bought",
        "per the rule, how much should I put in first",
        "what does the method say i should do after the trigger",
        "does the article say i should hedge with puts?",
        "by the rule, at which rsi level should i review wings",
        "according to the method, should I wait for the histogram to expand",
        "per the article, what share of my hedge should go in first",
        "according to the article should i use futures or butterflies",
        "according to vixshield when should you add a layer",
        "under the rules, what percentage should the second tranche be",
    ],
)
def test_what_the_rule_says_is_no_request_for_advice(asked: str) -> None:
    assert asks_the_method(asked.lower())
    assert decline(asked, in_domain=True) is None
