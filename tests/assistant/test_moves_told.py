"""A volatility asked for the move that it implies, and the same with something changed."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("text", "inputs"),
    [
        ("what does vix 15 mean for the next month in percent", {"vol": 0.15, "days": 30.0, "counted": "calendar"}),
        (
            "VIX 18, expected move for one day on SPX 5800?",
            {"vol": 0.18, "days": 1.0, "price": 5800.0, "counted": "trading"},
        ),
        ("one sigma of spx 5800 at 18% iv over 45 days", {"vol": 0.18, "days": 45.0, "price": 5800.0, "counted": "calendar"}),
        ("rule of 16 for vix 24", {"vol": 0.24, "days": 1.0, "counted": "trading"}),
        ("how many points a day is vix 16 at spx 5000", {"vol": 0.16, "days": 1.0, "price": 5000.0, "counted": "trading"}),
        ("what weekly move does a vix of 20 imply?", {"vol": 0.2, "days": 7.0, "counted": "calendar"}),
        ("two week expected move, vix at 21.5", {"vol": 0.215, "days": 14.0, "counted": "calendar"}),
        ("expected move spx 5000 vix 16 one day", {"vol": 0.16, "days": 1.0, "price": 5000.0, "counted": "trading"}),
        ("future 20, iv 80%, 30 days: expected move", {"vol": 0.8, "days": 30.0, "price": 20.0, "counted": "calendar"}),
        ("expected move of vix at 20, iv 80, 30 days", {"vol": 0.8, "days": 30.0, "price": 20.0, "counted": "calendar"}),
    ],
)
def test_the_move_is_worked_out(warmed: Assistant, session: str, text: str, inputs: dict[str, object]) -> None:
    (found,) = warmed.ask(text, session=session).results
    assert (found.tool, {k: v for k, v in found.inputs.items() if v is not None}) == ("expected_move", inputs)


@pytest.mark.parametrize(
    ("then", "inputs"),
    [
        ("and daily", {"vol": 0.15, "days": 1.0, "counted": "trading"}),
        ("for 22?", {"vol": 0.22, "days": 30.0, "counted": "calendar"}),
        ("with spx at 5800", {"vol": 0.15, "days": 30.0, "price": 5800.0, "counted": "calendar"}),
        ("and over 60 days", {"vol": 0.15, "days": 60.0, "counted": "calendar"}),
    ],
)
def test_something_else_in_it(warmed: Assistant, session: str, then: str, inputs: dict[str, object]) -> None:
    warmed.ask("what does vix 15 mean for the next month", session=session)
    (found,) = warmed.ask(then, session=session).results
    assert {k: v for k, v in found.inputs.items() if v is not None} == inputs


@pytest.mark.parametrize(
    "text",
    [
        "what does EDR say at vix 20 for one day",
        "vix settles at 29 next month, 25/30/35 fly at 0.85",
        "what is the expected move",
        "front 27.5, second 25.1 next month",
    ],
)
def test_other_questions_are_none(warmed: Assistant, session: str, text: str) -> None:
    assert all(r.tool != "expected_move" for r in warmed.ask(text, session=session).results)
