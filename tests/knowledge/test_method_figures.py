"""The glossary's figures on the method are those of `tools.methodology.METHOD`, and each stands under the right provenance.

`knowledge` itself imports nothing from `tools`; only this test looks at both.
"""

import re

import pytest

from knowledge.entries import Claim
from knowledge.glossary import Glossary
from tools.methodology import METHOD

PRIMARY = "vs-10d-macd"


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.load()


def primary(glossary: Glossary, term: str) -> list[Claim]:
    """Claims of `term` that rest on the primary article; a claim of another page on the same term is no rule of the method."""
    entry = glossary.find(term)
    assert entry is not None, term
    return [c for c in entry.claims if PRIMARY in c.sources]


def percent(fraction: float) -> str:
    return f"{fraction * 100:g}"


FIRST = f"{percent(METHOD.first.value[0])}–{percent(METHOD.first.value[1])}%"
STEP = f"{percent(METHOD.step.value)}%"
ZONE = "–".join(f"{strike:g}" for strike in METHOD.strike_zone.value)


@pytest.mark.parametrize(
    ("term", "figure"),
    [
        ("Tranche", FIRST),
        ("Tranche", STEP),
        ("MACD", f"{METHOD.fast.value} and {METHOD.slow.value} periods"),
        ("Normalised level", f"below {METHOD.depressed_below.value:g}"),
        ("Normalised level", f"{METHOD.window.value}-bar"),
        ("Strike zone", ZONE),
        ("Relative Strength Index (RSI)", f"above {METHOD.rsi_above.value:g}"),
        ("10-delta puts", f"{percent(METHOD.delta.value)}-delta"),
        ("10-delta puts", f"below {METHOD.depressed_below.value:g}"),
        ("MACD trigger", FIRST),
        ("MACD trigger", f"{METHOD.fast.value} and {METHOD.slow.value} periods"),
        ("Wings", f"above {METHOD.rsi_above.value:g}"),
    ],
)
def test_an_entry_states_the_methods_figure(glossary: Glossary, term: str, figure: str):
    assert any(figure in c.text for c in primary(glossary, term)), figure


@pytest.mark.parametrize(
    "summary", ["Tranche", "Strike zone", "Relative Strength Index (RSI)", "Normalised level", "10-delta puts"]
)
def test_the_summary_alone_carries_the_figure(glossary: Glossary, summary: str):
    entry = glossary.find(summary)
    assert entry is not None
    figure = {
        "Tranche": FIRST,
        "Strike zone": ZONE,
        "Relative Strength Index (RSI)": f"above {METHOD.rsi_above.value:g}",
        "Normalised level": f"below {METHOD.depressed_below.value:g}",
        "10-delta puts": f"{percent(METHOD.delta.value)}-delta",
    }[summary]
    assert figure in entry.summary


def test_the_running_totals_of_the_tranches_follow_from_first_and_step(glossary: Glossary):
    for first in METHOD.first.value:
        totals = [round(100 * (first + METHOD.step.value * adds)) for adds in range(5)]
        said = f"total to {totals[1]}%, {totals[2]}% and {totals[3]}%; a fourth add would make {totals[4]}%"
        assert any(said in c.text for c in primary(glossary, "Tranche")), said


def test_no_claim_gives_the_primary_article_another_first_or_later_tranche(glossary: Glossary):
    for topic, value in (("first-tranche", FIRST), ("later-tranche", STEP)):
        own = {c.value for c in glossary.about(topic) if c.sources == (PRIMARY,)}
        assert own == {value}


def test_the_tranche_percentages_of_the_primary_article_are_nowhere_misquoted(glossary: Glossary):
    shares = re.compile(r"(?:first|initial) tranche[^.;]*?(\d+–\d+)%", re.IGNORECASE)
    for entry in glossary.entries:
        for claim in entry.claims:
            if claim.sources == (PRIMARY,):
                assert set(shares.findall(claim.text)) <= {FIRST.rstrip("%")}, claim


@pytest.mark.parametrize(
    ("period", "words"),
    [(METHOD.signal.value, "signal period|period of the signal line"), (METHOD.rsi_period.value, "RSI period")],
    ids=["signal", "rsi"],
)
def test_a_conventional_period_is_never_said_to_be_the_articles(glossary: Glossary, period: int, words: str):
    told = [c for e in glossary.entries for c in e.claims if PRIMARY in c.sources and re.search(words, c.text)]
    assert told
    for claim in told:
        if re.search(rf"\b{period}\b", claim.text):
            assert re.search(r"convention|names no|does not state|gives no|usual choice", claim.text), claim.text


def test_the_provenance_of_each_figure_is_the_methods():
    assert {METHOD.signal.provenance, METHOD.rsi_period.provenance} == {"convention"}
    stated = (METHOD.first, METHOD.step, METHOD.fast, METHOD.slow, METHOD.depressed_below, METHOD.strike_zone, METHOD.rsi_above)
    assert {rule.provenance for rule in stated} == {"stated"}
