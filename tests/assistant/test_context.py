"""What one turn runs with."""

from assistant.context import TurnContext
from assistant.session import Session
from knowledge import Index


def test_a_turn_starts_with_nothing_used_and_shares_nothing(index: Index) -> None:
    one, other = TurnContext("a", Session("s"), index), TurnContext("b", Session("s"), index)
    one.notes.append("x")
    assert other.notes == []
    assert (other.model_calls, other.tool_calls, other.embedded_only, other.pending) == (0, 0, False, None)


def test_it_ages(index: Index) -> None:
    turn = TurnContext("a", Session("s"), index)
    first = turn.age()
    assert 0 <= first <= turn.age()
