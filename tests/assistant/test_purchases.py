"""Purchases told in records, brackets and with the price first, against the sum over all units."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant

FREELY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
BOUGHT = st.lists(st.tuples(st.integers(20, 300).map(lambda n: n / 100), st.integers(2, 60)), min_size=2, max_size=5)


def average(bought: list[tuple[float, int]]) -> float:
    return sum(price * units for price, units in bought) / sum(units for _, units in bought)


@FREELY
@given(BOUGHT, st.sampled_from(["brackets", "turned", "records", "at"]))
def test_the_average_of_purchases(warmed: Assistant, session: str, bought: list[tuple[float, int]], form: str) -> None:
    asked = {
        "brackets": "fills (price, units): " + ", ".join(f"({p:.2f}, {n})" for p, n in bought) + ". average?",
        "turned": "fills (units, price): " + ", ".join(f"({n}, {p:.2f})" for p, n in bought) + ". average?",
        "records": "fills=[" + ",".join(f'{{"px":{p:.2f},"n":{n}}}' for p, n in bought) + "] avg?",
        "at": "column: " + ", ".join(f"{n}@{p:.2f}" for p, n in bought) + ". sumproduct/sum?",
    }[form]
    (result,) = warmed.ask(asked, session).results
    assert result.average == pytest.approx(average(bought))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "bought"),
    [
        ("paid 60 bucks a fly for 5, then 90 for 4, then 45 for 4. whats the average per fly", [(60, 5), (90, 4), (45, 4)]),
        (
            "25 units .60, then 20 at .85, then 20 at 1.10. averaging lowered my cost?",
            [(0.6, 25), (0.85, 20), (1.1, 20)],
        ),
        ("average cost: 3 at 0.80, 2 at 1.10, 2 at .95", [(0.8, 3), (1.1, 2), (0.95, 2)]),
    ],
)
def test_the_price_first_and_units_alone(warmed: Assistant, session: str, asked: str, bought: list[tuple[float, int]]) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.average == pytest.approx(average(bought))  # type: ignore[attr-defined]
