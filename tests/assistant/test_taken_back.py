"""Changes taken back, each by itself and further back, until nothing is left to take back."""

import pytest

from .conftest import Ask

CHANGES = ("make it 5", "strikes 22/27/32 instead", "and at 1.10?")
STATES = (
    (24.0, 29.0, 34.0, 1.35, 3),
    (24.0, 29.0, 34.0, 1.35, 5),
    (22.0, 27.0, 32.0, 1.35, 5),
    (22.0, 27.0, 32.0, 1.10, 5),
)
FIRST = "long 3 of the 24/29/34 call fly @ 1.35"


@pytest.mark.parametrize("said", ["undo", "undo that", "no, scrap that", "take that back", "go back", "put it back as it was"])
@pytest.mark.parametrize("made", [1, 2, 3])
def test_the_last_change_is_taken_back(ask: Ask, said: str, made: int) -> None:
    (result,) = ask(FIRST, *CHANGES[:made], said).results
    assert tuple(result.inputs[k] for k in ("lower", "body", "upper", "debit", "contracts")) == STATES[made - 1]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_one_after_the_other(ask: Ask, times: int) -> None:
    (result,) = ask(FIRST, *CHANGES, "what is theta?", *["undo"] * times).results
    assert tuple(result.inputs[k] for k in ("lower", "body", "upper", "debit", "contracts")) == STATES[3 - times]


def test_what_is_only_shown_again_is_no_change(ask: Ask) -> None:
    (result,) = ask(FIRST, CHANGES[0], "show the working", "what's the max loss?", "undo").results
    assert result.inputs["contracts"] == 3


def test_a_change_in_the_place_of_the_one_taken_back(ask: Ask) -> None:
    (result,) = ask(FIRST, "and at 1.10?", "scrap that and make it 7 contracts").results
    assert (result.inputs["debit"], result.inputs["contracts"]) == (1.35, 7)


@pytest.mark.parametrize("said", ["scrap that, go back to the first", "undo that and back to the original"])
def test_back_to_the_first_of_all(ask: Ask, said: str) -> None:
    (result,) = ask("25/30/35 fly at 1.00", "and at 1.20?", "ok and 24/30/36", said).results
    assert tuple(result.inputs[k] for k in ("lower", "body", "upper", "debit")) == (25.0, 30.0, 35.0, 1.0)


def test_nothing_to_take_back_is_said(ask: Ask) -> None:
    answer = ask(FIRST, "undo")
    assert answer.kind == "clarification"
    assert "nothing has been changed" in answer.text


def test_the_value_of_cash_flows_and_their_rate_of_return(ask: Ask) -> None:
    flows = [-1200.0, 300.0, 420.0, 560.0]
    (result,) = ask("my cash flows are -1000, 300, 420, 560. irr?", "first one -1200", "npv at 8%", "and at 10 %?").results
    assert result.inputs == {"cash_flows": flows, "rate": 0.1}
    assert result.value == pytest.approx(sum(f / 1.1**n for n, f in enumerate(flows)))  # type: ignore[attr-defined]
    (back,) = ask("irr?").results
    assert (back.tool, back.inputs["cash_flows"]) == ("irr", flows)


@pytest.mark.parametrize(
    ("said", "budget"), [("and if budget is 12 000?", 12_000), ("budget 12 500", 12_500), ("what about 1 250 000", 1_250_000)]
)
def test_thousands_parted_by_a_space(ask: Ask, said: str, budget: float) -> None:
    (result,) = ask("I have budget 20 000 dollars for hedge. how to split in tranches?", said).results
    assert result.inputs["budget"] == budget
