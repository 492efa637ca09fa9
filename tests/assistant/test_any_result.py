"""Whatever a tool answers, a sentence about it can be judged: no result makes the guards fail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guards.evidence import Evidence
from assistant.guards.screening import screen
from assistant.guards.support import Rarity
from knowledge import Index
from tests.tools.test_nasty import allowed, arguments
from tools import CATALOGUE, ToolError
from tools.catalogue import Tool

SAID = (
    "It lies above the first one, is larger than before and costs $100 less than the second in all three months.",
    "You bought it at 25 and sold it for a loss; the call is worth more than the put.",
    "No signal fired, since the front is cheaper than the later one [contango:000000].",
)
ONE_NUMBER = {"parity": {"call": 3.05, "put": 1.45, "forward": 21.5}, "pair_forward": {"call": 3.05, "put": 1.45}}


@pytest.fixture(scope="module")
def rarity(index: Index) -> Rarity:
    return Rarity(index.glossary, index.embedding)


def judge_all(index: Index, rarity: Rarity, tool: Tool, given_: dict[str, object]) -> None:
    try:
        result = tool.run(**given_)
    except ToolError:
        return
    evidence = Evidence(index.glossary, rarity, "What does it say?", (result,), index=index)
    for said in SAID:
        screen(said, evidence)
    for line in result.summary().split("\n"):
        screen(line, evidence)


@pytest.mark.parametrize("tool", CATALOGUE.values(), ids=CATALOGUE)
@settings(max_examples=10)
@given(data=st.data())
def test_any_result_can_be_judged_by(index: Index, rarity: Rarity, tool: Tool, data: st.DataObject) -> None:
    chosen = arguments(tool)
    for p in tool.parameters:
        if p.number is not None and not p.number.many and data.draw(st.booleans()):
            chosen[p.name] = allowed(p.number, data)
    judge_all(index, rarity, tool, chosen)


@pytest.mark.parametrize("name", ONE_NUMBER)
def test_one_number_in_the_place_of_two_can_be_judged_by(index: Index, rarity: Rarity, name: str) -> None:
    judge_all(index, rarity, CATALOGUE[name], {**arguments(CATALOGUE[name]), **ONE_NUMBER[name]})
