"""Corrections of one's own words change the calculation before; a "no" that belongs to the sentence stays in it."""

import pytest

from assistant import Assistant
from assistant.understanding.text.correction import corrected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sry i meant debit 1.15", "make it debit 1.15"),
        ("i meant 1.15", "make it 1.15"),
        ("oops 6 lots", "6 lots"),
        ("no wait, 15/20/25 paid 1.10", "15/20/25 paid 1.10"),
        ("first was -12k sorry", "first was -12k"),
        ("hm, that should be 8 contracts", "make it 8 contracts"),
    ],
)
def test_the_apology_is_taken_off(typed: str, meant: str) -> None:
    assert corrected(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "no?",
        "wrong",
        "sorry",
        "no fees, 3 contracts",
        "No idea what 12/26 is",
        "actually what is macd",
        "wait for it to cross 12?",
    ],
)
def test_what_is_no_correction_stays(typed: str) -> None:
    assert corrected(typed) == typed


def test_a_chain_of_corrections(warmed: Assistant, session: str) -> None:
    warmed.ask("22/27/32 call fly, debit 1.25, 8 lots, settles 25.5", session)
    made = [
        warmed.ask(typed, session).results[0].to_dict()["settlement_profit"]
        for typed in ("sry i meant debit 1.15", "oops 6 lots")
    ]
    assert made == pytest.approx([8 * 235, 6 * 235])  # 25.5 - 22 - 1.15 = 2.35


def test_a_flow_is_corrected(warmed: Assistant, session: str) -> None:
    warmed.ask("i put 10k in, got 2k 3k 4k 5k each year, irr", session)
    (result,) = warmed.ask("first was -12k sorry", session).results
    rate = result.to_dict()["value"]
    assert sum(flow / (1 + rate) ** n for n, flow in enumerate([-12e3, 2e3, 3e3, 4e3, 5e3])) == pytest.approx(0, abs=1e-3)


def test_one_side_of_a_quote_is_changed(warmed: Assistant, session: str) -> None:
    warmed.ask("parity: strike 20, call 1.55/1.65, put 2.9/3.05, future 18.6", session)
    (result,) = warmed.ask("put bid 3.04", session).results
    assert result.to_dict()["reversal"] == pytest.approx(3.04 - 1.65 + 18.60 - 20)
    crossed = warmed.ask("call bid 1.75", session)  # above its own ask
    assert crossed.kind == "clarification"
    assert not crossed.results
