"""A cost of capital with one source changed by its name, against the formula worked out beside it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant

FREELY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
RATES = st.integers(2, 20)
SHARES = st.integers(1, 19).map(lambda n: 5 * n)


def formula(equity: float, cost: float, rate: float, tax: float = 0.0) -> float:
    return equity / 100 * cost / 100 + (1 - equity / 100) * rate / 100 * (1 - tax / 100)


@FREELY
@given(SHARES, RATES, RATES, RATES, RATES, SHARES, st.integers(10, 40))
def test_one_thing_after_the_other(
    warmed: Assistant, session: str, share: int, cost: int, rate: int, rate2: int, cost2: int, share2: int, tax: int
) -> None:
    steps = [
        (f"wacc of {share}% equity at {cost}% and {100 - share}% debt at {rate}%", formula(share, cost, rate)),
        (f"make the debt cost {rate2}%", formula(share, cost, rate2)),
        (f"what if equity costs {cost2}%?", formula(share, cost2, rate2)),
        (f"equity {share2}/{100 - share2} instead", formula(share2, cost2, rate2)),
        (f"and with {tax}% tax", formula(share2, cost2, rate2, tax)),
        (f"with {share}% equity", formula(share, cost2, rate2, tax)),
        (f"cost of debt {rate}%", formula(share, cost2, rate, tax)),
        ("without tax", formula(share, cost2, rate)),
    ]
    before = None
    for said, value in steps:
        answer = warmed.ask(said, session)
        if before is not None and value == pytest.approx(before):
            continue  # the same number was drawn again
        (result,) = answer.results
        assert result.value == pytest.approx(value), said  # type: ignore[attr-defined]
        before = value


@FREELY
@given(st.permutations(["equity", "debt", "preferred"]), RATES)
def test_the_order_of_the_sources_is_kept(warmed: Assistant, session: str, order: list[str], rate: int) -> None:
    told = {"equity": (50, 10), "debt": (30, 5), "preferred": (20, 7)}
    warmed.ask("wacc: " + ", ".join(f"{told[name][0]}% {name} at {told[name][1]}%" for name in order), session)
    (result,) = warmed.ask(f"preferred at {rate + 0.5}%", session).results
    assert result.value == pytest.approx(0.05 + 0.015 + 0.2 * (rate + 0.5) / 100)  # type: ignore[attr-defined]


def test_sums_of_money_stand_alone_and_shares_make_room(warmed: Assistant, session: str) -> None:
    warmed.ask("wacc: $600k equity at 9% and $400k debt at 5%", session)
    (result,) = warmed.ask("debt 500k", session).results
    assert result.inputs["values"] == [600e3, 500e3]
    warmed.ask("wacc: 60% equity at 10%, 30% debt at 5%, 10% preferred at 7%", session)
    (result,) = warmed.ask("equity share 50%", session).results
    assert result.inputs["values"] == pytest.approx([50, 37.5, 12.5])


def test_a_question_on_the_subject_is_no_change(warmed: Assistant, session: str) -> None:
    warmed.ask("wacc of 60% equity at 9% and 40% debt at 5%", session)
    assert not warmed.ask("what is the cost of debt?", session).results
