"""Lists that were typed are edited in words: what is dropped, added or replaced, and where."""

import pytest

from assistant import Assistant
from assistant.session import Call
from assistant.understanding.conversation.edits import edited, names_other
from assistant.understanding.text.quantities import Reading

FLOWS = [-1000.0, 300.0, 400.0, 500.0]
FILLS = [{"price": 1.0, "units": 30.0}, {"price": 1.4, "units": 20.0}]


def cash(text: str) -> list[float] | None:
    call = edited(Reading(text), Call("irr", {"cash_flows": FLOWS}))
    return None if call is None else list(call.arguments["cash_flows"])


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("and with -1200 first", [-1200, 300, 400, 500]),
        ("with 1200 first", [-1200, 300, 400, 500]),  # an amount without a sign stays an outlay
        ("what if the first is +1200", [1200, 300, 400, 500]),
        ("drop the last one", [-1000, 300, 400]),
        ("Remove the second cash flow, please", [-1000, 400, 500]),
        ("without the last two", [-1000, 300]),
        ("leave the 3rd out", [-1000, 300, 500]),
        ("delete 400", [-1000, 300, 500]),
        ("add 21.4 at the end", [-1000, 300, 400, 500, 21.4]),
        ("append $600", [-1000, 300, 400, 500, 600]),
        ("and another 250", [-1000, 300, 400, 500, 250]),
        ("put 100 at the front", [100, -1000, 300, 400, 500]),
        ("and 50 at the end", [-1000, 300, 400, 500, 50]),
        ("add one more year", [-1000, 300, 400, 500, 500]),
        ("add two more", [-1000, 300, 400, 500, 500, 500]),
        ("replace the second with 350", [-1000, 350, 400, 500]),
        ("make the last one 1,700", [-1000, 300, 400, 1700]),
        ("and if the third was 10?", [-1000, 300, 10, 500]),
        ("change 400 to 450", [-1000, 300, 450, 500]),
        ("450 instead of 400", [-1000, 300, 450, 500]),
        ("not 300 but 320", [-1000, 320, 400, 500]),
    ],
)
def test_cash_flows(text: str, flows: list[float]) -> None:
    assert cash(text) == flows
    assert FLOWS == [-1000.0, 300.0, 400.0, 500.0]


@pytest.mark.parametrize(
    "text",
    [
        "drop the fifth",  # there is none
        "drop 77",
        "drop the first four",  # nothing would be left
        "when do i add the second tranche",
        "add the second tranche",
        "why is the last one so large",
        "what is the first tranche",
        "with period 10",
        "add 20% at 0.90",
        "the last one",
        "make it 10 contracts",
        "",
    ],
)
def test_what_edits_nothing(text: str) -> None:
    assert cash(text) is None


def test_a_value_that_is_not_there_is_no_new_list() -> None:
    call = Call("irr", {"cash_flows": FLOWS})
    assert names_other(Reading("change 77 to 80"), call)
    assert not names_other(Reading("change 400 to 450"), call)
    assert not names_other(Reading("change 77 to 80"), Call("butterfly", {"debit": 0.85}))


@pytest.mark.parametrize(
    ("text", "fills"),
    [
        ("add 20% at 0.90", [*FILLS, {"price": 0.9, "units": 20}]),
        ("and the first at 1.10", [{"price": 1.1, "units": 30}, FILLS[1]]),
        ("make the second 40%", [FILLS[0], {"price": 1.4, "units": 40}]),
        ("drop the last buy", FILLS[:1]),
    ],
)
def test_fills(text: str, fills: list[dict[str, float]]) -> None:
    call = edited(Reading(text), Call("staged_cost", {"fills": FILLS}))
    assert call is not None
    assert call.arguments["fills"] == fills


def test_lists_side_by_side_stay_of_one_length() -> None:
    dated = Call("xirr", {"dates": ["2024-01-02", "2024-07-01", "2025-01-02"], "cash_flows": [-1000.0, 400.0, 700.0]})
    dropped = edited(Reading("drop the second"), dated)
    assert dropped is not None
    assert dropped.arguments == {"dates": ["2024-01-02", "2025-01-02"], "cash_flows": [-1000.0, 700.0]}
    added = edited(Reading("add 2025-06-30 250"), dated)
    assert added is not None
    assert added.arguments["dates"][-1] == "2025-06-30"
    assert added.arguments["cash_flows"][-1] == 250
    assert edited(Reading("add 250"), dated) is None  # no date for it
    breadth = Call("advance_decline", {"advances": [1800.0, 1500.0], "declines": [1200.0, 1450.0], "start": 1000.0})
    longer = edited(Reading("add 1600-1300 at the end"), breadth)
    assert longer is not None
    assert longer.arguments == {"advances": [1800, 1500, 1600], "declines": [1200, 1450, 1300], "start": 1000}


SERIES = "rsi of 20 21 22 23 22 24 25 26 25 27 28 29 30 31 33 32 35"


def test_an_edited_list_is_edited_further(warmed: Assistant, session: str) -> None:
    warmed.ask(SERIES, session=session)
    for question, count, last in (("append 36", 18, 36), ("drop the last two", 16, 32), ("make the last 40", 16, 40)):
        values = warmed.ask(question, session=session).results[0].inputs["series"].tolist()
        assert (len(values), values[-1]) == (count, last), question
    assert warmed.ask("with period 10", session=session).results[0].inputs["period"] == 10


def test_weeks_of_typed_numbers_are_refused_and_forgotten(warmed: Assistant, session: str) -> None:
    warmed.ask(SERIES, session=session)
    answer = warmed.ask("weekly instead", session=session)
    assert answer.kind == "clarification"
    assert "Weeks can only be told from dates" in answer.text
    assert len(warmed.ask("append 36", session=session).results[0].inputs["series"]) == 18


def test_a_change_of_nothing_that_is_there_is_asked_about(warmed: Assistant, session: str) -> None:
    warmed.ask("ema yesterday 18.2 today 19.0 12 period", session=session)
    answer = warmed.ask("weekly instead", session=session)
    assert answer.kind == "clarification"
    assert "previous, value or span" in answer.text
    changed = warmed.ask("with 20 today", session=session).results[0].inputs
    assert (changed["previous"], changed["value"], changed["span"]) == (18.2, 20, 12)
    assert warmed.ask("and if yesterday's was 18.6?", session=session).results[0].inputs["previous"] == 18.6
