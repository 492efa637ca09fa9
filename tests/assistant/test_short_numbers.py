"""Few words with a number or two: a share at risk, a month that jumps, a move in points, what is in after so many adds."""

from typing import Any

import pytest

from assistant import Assistant
from tests.assistant.asked import computed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("risk 1% of 50k on a fly costing 0.85", {"share": 0.01, "budget": 50_000.0, "unit_cost": 85.0}),
        ("risking 2% of 30000 on flies at $1.20 each", {"share": 0.02, "budget": 30_000.0, "unit_cost": 120.0}),
        ("risk at most 0.5% of $120k, margin 600 each", {"share": 0.005, "budget": 120_000.0, "unit_cost": 600.0}),
    ],
)
def test_a_share_at_risk_pays_for_so_many(text: str, wanted: dict[str, Any]) -> None:
    assert computed(text) == ("units_for_budget", wanted)


def test_a_share_at_risk_on_the_fly_before(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session)
    assert warmed.ask("risk 1% of 50k", session).results[-1].to_dict()["units"] == 5  # 500 / 85 = 5.88


@pytest.mark.parametrize(
    ("move", "curve"),
    [
        ("front jumps to 22", [22.0, 17.4, 18.2]),
        ("what if the front spikes up to 23.5", [23.5, 17.4, 18.2]),
        ("and the second slides back to 16", [16.5, 16.0, 18.2]),
        ("third month drops to 17", [16.5, 17.4, 17.0]),
    ],
)
def test_a_month_of_the_curve_moves(warmed: Assistant, session: str, move: str, curve: list[float]) -> None:
    warmed.ask("curve 16.5 17.4 18.2", session)
    assert warmed.ask(move, session).results[-1].inputs["curve"] == curve


@pytest.mark.parametrize(
    ("text", "dollars", "noted"),
    [
        ("3 point move on 2 contracts", 6000, True),
        ("a 1.5 point drop on 4 contracts", 6000, True),
        ("what does a 1.5 point move on 3 minis make", 450, False),
        ("2 points rise in 5 vx futures", 10_000, False),
    ],
)
def test_a_move_in_points(warmed: Assistant, session: str, text: str, dollars: float, noted: bool) -> None:
    answer = warmed.ask(text, session)
    assert answer.results[-1].to_dict()["notional"] == pytest.approx(dollars)
    assert ("The VIX future is meant" in answer.text) == noted


@pytest.mark.parametrize(
    ("text", "net"),
    [
        ("advances 1500, 1400, 1700 declines 1300, 1500, 1200", [200, -100, 500]),
        ("advancers: 1,500 1,250, decliners: 1,100 1,600", [400, -350]),
        ("adv 900/1100/1300/1000 dec 1000/900/1000/1200", [-100, 200, 300, -200]),
    ],
)
def test_breadth_in_two_lists(text: str, net: list[float]) -> None:
    tool, found = computed(f"a/d line of {text}")
    assert tool == "advance_decline"
    assert [a - b for a, b in zip(found["advances"], found["declines"], strict=True)] == net


@pytest.mark.parametrize("ask", ["plot the a/d line", "show me the a/d line", "a/d line?", "draw the line"])
def test_the_line_is_shown_again(warmed: Assistant, session: str, ask: str) -> None:
    warmed.ask("1400 advancers 1600 declines yesterday, 1500 up 1300 down today", session)
    assert [r.tool for r in warmed.ask(ask, session).results] == ["advance_decline"]


@pytest.mark.parametrize(
    ("ask", "used"),
    [
        ("how much is in after the second add", 13_000),  # 25% + 2 x 20% = 65%
        ("what have I spent after 3 tranches", 13_000),
        ("left after the first add?", 9_000),
        ("how much is deployed after the 4th tranche", 17_000),
    ],
)
def test_an_add_comes_after_the_first_tranche(warmed: Assistant, session: str, ask: str, used: float) -> None:
    warmed.ask("plan 20k hedge", session)
    assert warmed.ask(ask, session).results[-1].to_dict()["used"] == pytest.approx(used)


@pytest.mark.parametrize(("ask", "held"), [("how many after the second add", 7), ("how many do I have after 2 tranches", 5)])
def test_contracts_held_after_so_many_adds(warmed: Assistant, session: str, ask: str, held: int) -> None:
    warmed.ask("12 contracts planned", session)
    assert warmed.ask(ask, session).results[-1].to_dict()["held"] == held


@pytest.mark.parametrize("text", ["what is conago", "is 16.5 17.4 18.2 in contgo", "explain backwrdtion"])
def test_letters_left_out_of_a_term(warmed: Assistant, session: str, text: str) -> None:
    assert warmed.ask(text, session).kind in ("explanation", "calculation")


def test_the_volatility_of_puts_among_other_columns_is_the_series(warmed: Assistant, session: str) -> None:
    rows = "\n".join(f"2024-{1 + n // 28:02d}-{1 + n % 28:02d},{4000 + n},{18 + n % 7}" for n in range(60))
    warmed.load(f"date,spx,put_iv\n{rows}\n".encode(), name="t.csv", session=session)
    assert warmed.ask("did it trigger", session).results[-1].inputs["series"].name == "put_iv"
    assert warmed.ask("drop the first 10", session).results[-1].to_dict()["bars"] == 50
