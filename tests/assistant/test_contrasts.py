"""A sentence under a claim's mark that holds for true what the claim rules out or denies, or rules out what it holds."""

import pytest

from assistant.guards.contrasts import rules_out, states_denied
from knowledge import Index

ACCOUNTS = "The rule applied to margin accounts and not to cash accounts."
PRICED = "An option is priced off the future of its own month, not off the spot price."
FUNDS = "The desk's instruments are futures and butterflies, not funds or notes."
BASE = "The base shifts the whole line but not its direction."
EARLY = "These options are European, not American: nobody can exercise one before its expiration."


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("The rule applied to cash accounts and not to margin accounts.", ACCOUNTS),
        ("An option is priced off the spot price rather than off the future.", PRICED),
        ("The instruments are funds and notes, not futures.", FUNDS),
        ("The base shifts the direction of the line.", BASE),
    ],
)
def test_what_a_claim_rules_out_is_not_said(said: str, claim: str) -> None:
    assert rules_out(said, [claim])


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("It was for margin accounts; cash accounts were left out.", ACCOUNTS),
        ("Margin accounts fell under the rule, cash accounts did not.", ACCOUNTS),
        ("It's the future of its own month that prices an option and not the spot.", PRICED),
        ("Funds and notes aren't the instruments of the desk, it uses futures and butterflies.", FUNDS),
        ("The direction of the line isn't changed by the base, only the line is shifted.", BASE),
    ],
)
def test_what_it_rules_out_in_other_words_is(said: str, claim: str) -> None:
    assert not rules_out(said, [claim])


def test_what_a_claim_denies_is_not_stated() -> None:
    assert states_denied("These options can be exercised before they expire.", [EARLY.partition(": ")[2]])
    assert states_denied(
        "Evidence for the gain was seen, so it is more than talk.", ["The gain is talk; no evidence was seen."]
    )
    assert not states_denied("The gain is talk, since evidence is missing.", ["The gain is talk; no evidence was seen."])
    assert not states_denied("Nobody exercises one of these before it expires.", [EARLY])


def test_no_claim_of_the_glossary_rules_itself_out(index: Index) -> None:
    claims = [c.text for e in index.glossary.entries for c in e.claims]
    assert [text for text in claims if rules_out(text, [text]) or states_denied(text, [text])] == []
