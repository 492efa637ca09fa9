"""Follow-ups, judged by all their words: of an author that the judgement was not fitted to, and some by hand."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant
from assistant.judging import Judgement
from assistant.session import Call
from assistant.understanding.conversation import following
from assistant.understanding.judged.forms import FORMS
from assistant.understanding.judged.told_parts import parts_of
from assistant.understanding.text.quantities import Reading
from knowledge import Index
from knowledge.embedding import packaged
from tests.bench.follow import same
from tests.bench.follow_ups import JUDGE, Follow, follow_ups


@pytest.fixture(scope="module")
def strangers(index: Index) -> list[Follow]:
    return list(follow_ups(JUDGE, index))


@pytest.mark.parametrize(("kind", "least"), [("change", 0.6), ("new", 0.6), ("none", 0.75)])
def test_a_stranger_s_follow_up_is_taken_for_what_it_is(strangers: list[Follow], kind: str, least: float) -> None:
    his = [f for f in strangers if f.kind == kind and f.marked.items]
    wrong = {"change": "none", "new": "none", "none": "change"}[kind]
    found = [following.judge(f.marked, f.tool, f.place) for f in his]
    taken = [of for of, lead in found if lead >= following.SURE]
    assert taken.count(wrong) <= 0.12 * len(his)
    assert taken.count(kind) >= least * len(taken)


def test_most_of_a_stranger_s_changes_are_made(warmed: Assistant, strangers: list[Follow]) -> None:
    changes = [(f, wanted) for f in strangers if f.kind == "change" and (wanted := f.wanted) is not None][::3]
    right = 0
    for number, (one, wanted) in enumerate(changes):
        name = f"stranger-{number}"
        warmed.ask(one.before, name)
        right += any(r.tool == wanted.tool and same(wanted, r.inputs) for r in warmed.ask(one.text, name).results)
    assert right > 0.55 * len(changes)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("max loss max gain 15/20/25 for 70 cents, 12 lots", "oh sorry it cost 80 cents", {"debit": 0.8, "contracts": 12}),
        ("hedge tranches on $9,000 at 0.90 per fly", "flies went to 1.20", {"budget": 9000, "unit_cost": 120}),
        ("3k to spend, fly costs $92, how many", "they want $99 now", {"budget": 3000, "unit_cost": 99}),
        ("30/40/50 fly for 1.40 x 20, what can i make", "same w/ only 3", {"contracts": 3, "debit": 1.40}),
        ("next ema 9 from 0.44 with 0.61", "new value is 0.51", {"value": 0.51, "previous": 0.44}),
    ],
)
def test_a_number_of_the_follow_up_takes_its_place(
    warmed: Assistant, session: str, before: str, after: str, changed: dict[str, float]
) -> None:
    warmed.ask(before, session)
    answer = warmed.ask(after, session)
    result = answer.results[0]
    assert {name: result.inputs[name] for name in changed} == pytest.approx(changed)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("max loss of 8 22/27/32 call flies paid 75 cents", "only 6", {"debit": 0.75, "contracts": 6}),
        ("can 900 dollars buy ten flies at 74", "68", {"budget": 900, "unit_cost": 68}),
        ("used $3,200 of $8,000, left?", "used $4,000", {"budget": 8000, "deployed": 0.5}),
        ("27/32/37, 0.77, 3 contracts, vix 35", "33 8x", {"contracts": 8, "settlement": 33, "debit": 0.77}),
        ("what a 0.65 point move on 3 vx is worth", "minis, 30", {"product": "VXM", "price": 0.65, "contracts": 30}),
        ("advances 1620 1404, declines 1130 1377: A/D line?", "starting from 9,000", {"start": 9000, "advances": [1620, 1404]}),
        (
            "with 4,200 how many VIX flies of 0.88 i can take",
            "and if it comes down to 0.70?",
            {"budget": 4200, "unit_cost": 70},
        ),
    ],
)
def test_a_number_without_words_of_its_own_takes_the_likeliest_place(
    warmed: Assistant, session: str, before: str, after: str, changed: dict[str, Any]
) -> None:
    warmed.ask(before, session)
    (result, *_) = warmed.ask(after, session).results
    assert {name: result.inputs[name] for name in changed} == changed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("7500 hedge budget, 30% first, 15% next ones", "25-30 or 25-35?"),
        ("gain 1.3 loss 0.5 rsi?", "70 or 80 which one does the source take"),
        ("20/25/30 fly for 0.85", "20 cts is a lot isnt it"),
    ],
)
def test_numbers_spoken_about_change_nothing(warmed: Assistant, session: str, before: str, after: str) -> None:
    done = {repr(r.inputs) for r in warmed.ask(before, session).results}
    assert {repr(r.inputs) for r in warmed.ask(after, session).results} <= done


@pytest.mark.parametrize("after", ["thanks, that is 2 things learnt", "is it 25-30% or 25-35% in the article"])
def test_words_about_it_change_nothing(warmed: Assistant, session: str, after: str) -> None:
    warmed.ask("tranches for $9,000", session)
    assert not warmed.ask(after, session).results


@pytest.mark.parametrize("after", ["make it 2.5", "at ½", "and 0.5"])
def test_contracts_are_whole(warmed: Assistant, session: str, after: str) -> None:
    warmed.ask("plan for 8 contracts", session)
    assert warmed.ask(after, session).kind == "clarification"


def test_an_average_over_no_bars_is_no_fault(warmed: Assistant, session: str) -> None:
    assert warmed.ask("0 period ema from 20.5, then 21, 22 and 20. new value?", session).kind != "error"


def test_what_a_number_was_read_as_is_told(warmed: Assistant, session: str) -> None:
    warmed.ask("30/40/50 fly for 1.40 x 20, what can i make", session)
    assert "3 the contracts" in warmed.ask("same w/ only 3", session).text


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("butterfly", {"lower": 20.0, "body": 25.0, "upper": 30.0, "debit": 0.85, "contracts": 3}),
        ("tranche_plan", {"budget": 8000.0, "first": 0.3, "step": 0.2, "unit_cost": 85.0}),
        ("black76", {"forward": 20.0, "strike": 25.0, "years": round(30 / 365, 12), "vol": 0.9, "kind": "call"}),
        ("budget_split", {"budget": 8000.0, "deployed": 0.45}),
        ("layer_split", {"planned": 8000.0, "parts": [4.0, 4.0, 2.0], "of": "dollars"}),
        ("irr", {"cash_flows": [-500.0, 100.0, 600.0]}),
        ("iv_at_tenor", {"days": [20.0, 40.0], "ivs": [0.2, 0.22], "tenor": 30.0}),
    ],
)
def test_a_form_gives_back_what_it_was_told(tool: str, arguments: dict[str, Any], reading: Reading) -> None:
    """Arguments turned into parts and back are the same arguments."""
    told = parts_of(Call(tool, arguments))
    assert told is not None
    again = FORMS[tool].arguments(told, reading)
    assert again is not None
    assert {name: again[name] for name in arguments if name in again} == {
        name: pytest.approx(value) if isinstance(value, float) else value for name, value in arguments.items() if name in again
    }


@pytest.fixture
def reading() -> Reading:
    return Reading("a call")


def test_the_weights_fit_what_is_read() -> None:
    kept = Judgement.kept("assistant.understanding.conversation", "following.npz")
    assert kept.heads == following.HEADS
    assert kept.pooled.shape == (len(following.HEADS), packaged().dimension)
