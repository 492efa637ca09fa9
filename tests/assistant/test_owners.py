"""A figure of a result belongs to one of its things: the place of one line is not that of another, nor one fill's price."""

import pytest

from assistant.guards.contradictions import Contradictions
from tools import CATALOGUE


def wrong(text: str, tool: str, **given: object) -> bool:
    result = CATALOGUE[tool].function(**given)
    return bool(Contradictions([(result, result.to_dict())]).fault(text))


@pytest.mark.parametrize(
    ("right", "false"),
    [
        ("The signal begins at bar 34.", "The signal begins at bar 26."),
        ("A cross can be told at bar 35.", "A cross can be told at bar 34."),
        ("The MACD starts at bar 26.", "The MACD starts at bar 34."),
    ],
)
def test_each_line_begins_at_its_own_bar(right: str, false: str) -> None:
    assert not wrong(right, "first_bars")
    assert wrong(false, "first_bars")


def test_each_of_several_keeps_its_own_figure() -> None:
    fills = [[2.4, 2], [1.8, 5], [1.3, 3]]
    assert not wrong("Your second fill was at 1.80.", "staged_cost", fills=fills)
    assert wrong("Your second fill was at 1.30.", "staged_cost", fills=fills)
    assert wrong("The last fill was at 1.80.", "staged_cost", fills=fills)


def test_flows_that_come_in_are_numbered_among_themselves() -> None:
    flows = [-900, 300, 750]
    assert not wrong("The second flow is $300.", "irr", cash_flows=flows)
