"""One sentence against a turn's evidence; and the time it takes, which grows with the sentence and no faster."""

import time

import pytest

from assistant.guards.evidence import Evidence
from assistant.guards.screening import screen
from assistant.guards.sentences import split
from assistant.guards.support import Rarity
from knowledge import Index
from tools import butterfly, macd_trigger

GROWTH = 9.0  # four times the text: a linear screen takes four times as long, a quadratic one sixteen times
SHORT, LONG = 1_500, 6_000


@pytest.fixture(scope="module")
def evidence(index: Index) -> Evidence:
    results = (butterfly(25, 30, 35, debit=0.85, contracts=6),)
    return Evidence(index.glossary, Rarity(index.glossary), "25/30/35 fly at 0.85, 6 contracts", results, (), (), index)


# 6 butterflies 25/30/35 at 0.85: break-evens 25 + 0.85 and 35 − 0.85; best 5 − 0.85 = 4.15 points = $415, 6 × 415 = $2,490.
@pytest.mark.parametrize(
    "said",
    [
        "It breaks even at 25.85 and 34.15.",
        "At best the six contracts make two thousand four hundred and ninety dollars.",
        "The maximum profit is $2.49k, or $415 each.",
        "You can lose $510 at most, about eighty-five dollars each.",
        "The debit is ０.８５ points.",
        "- Max profit: **$2,490**",
        "The best result is USD 2490 and the worst is -$510.",
        "The 25/30/35 butterfly costs 0.85 points.",
    ],
)
def test_a_true_figure_passes_however_it_is_written(evidence: Evidence, said: str) -> None:
    assert screen(said, evidence).faults == ()


@pytest.mark.parametrize(
    "said",
    [
        "The 25/30/40 butterfly costs 0.85 points.",  # a strike that nobody named
        "It was opened on 5 August 2024 at 0.85 points.",  # a date that stands in no source
        "It breaks even at $25.85.",  # points, not dollars
        "It breaks even at 25.85%.",
        "The debit is 0.85%.",
        "You make $510 if VIX stays quiet.",  # the loss
        "The maximum loss is $2,490.",  # the gain
        "It loses -$2,490.",
        "The maximum profit is two thousand five hundred dollars.",
        "The maximum profit is ２５９０ dollars.",
        "The maximum profit is 2.59e3 dollars.",
        "The maximum profit is ⅓ of the account.",
        "The maximum profit is $2490.000,50.",
        "It pays 4.88 points for each point at risk.",  # a ratio, not points
        "It covers 7 contracts.",
        "It costs 85 contracts.",
        "The break-evens are 25.85–34.51.",
        "It is profitable two thirds of the time.",
        "The position ends in the zone one time in five.",
        "There is a one-in-four chance of the maximum profit.",
        "The debit is a cent per contract.",
    ],
)
def test_a_wrong_figure_does_not_however_it_is_written(evidence: Evidence, said: str) -> None:
    assert screen(said, evidence).faults != ()


def test_a_wrong_date_of_a_dated_result_does_not_pass(evidence: Evidence, index: Index) -> None:
    values = [18 + abs(20 - n) / 10 for n in range(60)]
    dated = Evidence(index.glossary, evidence.rarity, "when did it trigger?", (macd_trigger(values),), (), (), index)
    assert screen("The last trigger came on 5 August 2024.", dated).faults


UNITS = (
    *(
        "1 ",
        "1,",
        "1.",
        "25/30/35 ",
        "1%",
        "-1 ",
        "$1 ",
        "one ",
        "two hundred and ",
        "half of the ",
        "½",
        "٣",
        "1e9 ",
        "5 and ",
    ),
    *(
        "[a:0a1b2c] ",
        "[1]",
        "[a](",
        "(see ",
        "<b",
        "<think>",
        "https://a ",
        "- ",
        "**",
        "`",
        "\n",
        " ",
        ". ",
        "a",
        "i am ",
        "the ",
    ),
    *(
        "you should ",
        "buy the ",
        "vix will ",
        "is going to ",
        "it is a good ",
        "sources do not ",
        "let me ",
        "minus ",
        "May 5 ",
    ),
)


@pytest.mark.parametrize("unit", UNITS)
def test_the_time_grows_with_the_length_of_the_text(evidence: Evidence, unit: str) -> None:
    fast = min(_seconds(evidence, unit, SHORT) for _ in range(2))
    slow = min(_seconds(evidence, unit, LONG) for _ in range(2))
    assert slow < max(GROWTH * fast, 0.1), (fast, slow)


def _seconds(evidence: Evidence, unit: str, length: int) -> float:
    text = (unit * length)[:length]
    started = time.process_time()
    for sentence in split(text):
        screen(sentence, evidence)
    return time.process_time() - started


def test_a_claim_that_is_put_in_anothers_place_stands_behind_the_sentence(index: Index) -> None:
    claims = [c for e in index.glossary.entries for c in e.claims]
    said, other = claims[10], claims[-1]
    evidence = Evidence(index.glossary, Rarity(index.glossary), "", (), (), (other.id, said.id), index)
    assert screen(f"{said.text.rstrip('.')} [{other.id}].", evidence).text == f"{said.text.rstrip('.')}. [{said.id}]"
