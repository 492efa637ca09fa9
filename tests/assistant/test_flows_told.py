"""Cash flows told in words: each with the sign of its verb, in its period."""

import pytest

from assistant import Assistant
from assistant.understanding.positions.flows_told import flows_told
from assistant.understanding.text.quantities import Reading


@pytest.mark.parametrize(
    ("asked", "flows"),
    [
        ("irr if i pay 2500 now, 2000 next month and get 5400 the month after", [-2500, -2000, 5400]),
        ("irr: i put in 1000 today, another 500 in a month, sell for 1800 in month 3", [-1000, -500, 0, 1800]),
        (
            "irr when 3000 is spent at the start, 1000 spent one quarter later and 4600 received two quarters later",
            [-3000, -1000, 4600],
        ),
        ("paid 600, paid 500, paid 500, got 2,100 back the month after. irr?", [-600, -500, -500, 2100]),
        ("invested 1200, got 400 after 1 year, 500 after 2 years and 600 after 3 years", [-1200, 400, 500, 600]),
        ("buying at 900, adding 700 in month 1, 700 in month 2, selling for 2,600 in month 4", [-900, -700, -700, 0, 2600]),
        ("costs 2000 up front, pays 700 each year for 4 years. IRR?", [-2000, 700, 700, 700, 700]),
        ("irr: 500 out now, 400 out next month, 1000 back the month after", [-500, -400, 1000]),
        ("IRR: I get 500 now and pay 600 in a year", [500, -600]),
        ("I buy at 800, a month later add 300, two months after that I receive 1300, irr", [-800, -300, 0, 1300]),
    ],
)  # fmt: skip
def test_each_flow_goes_the_way_of_its_verb(asked: str, flows: list[float]) -> None:
    told = flows_told(Reading(asked))
    assert told is not None
    assert told["cash_flows"] == pytest.approx(flows)


@pytest.mark.parametrize(
    "asked", ["irr of -1000, 300, 420", "irr of 1000, 300 and 420", "irr: pay 500 in month 3, get 300 in month 1", "irr 8%"]
)
def test_what_has_signs_or_leaves_them_open_is_not_read_by_verbs(asked: str) -> None:
    assert flows_told(Reading(asked)) is None


def test_months_are_compounded_to_a_year(warmed: Assistant, session: str) -> None:
    (found,) = warmed.ask("irr if i pay 2500 now, 2000 next month and get 5400 the month after", session).results
    monthly = found.value  # type: ignore[attr-defined]
    assert -2500 - 2000 / (1 + monthly) + 5400 / (1 + monthly) ** 2 == pytest.approx(0, abs=1e-6)
    assert found.yearly == pytest.approx((1 + monthly) ** 12 - 1)  # type: ignore[attr-defined]
    assert "a month**" in found.summary()
    assert "sign once" in found.summary()


@pytest.mark.parametrize(
    ("asked", "flows"),
    [
        ("-500 now, -300 in year 1, +1100 in year 2, IRR of that hedge", [-500, -300, 1100]),
        ("irr: year 0 -800, year 1 -200, year 2 +1,300", [-800, -200, 1300]),
        ("t0 -1000 t1 -500 t2 2000 whats the irr", [-1000, -500, 2000]),
        ("month 0: -900, month 1: -300, month 3: +1500. irr of hedge", [-900, -300, 0, 1500]),
        ("three layers -400 -250 -250 all expired worthless, irr =?", [-400, -250, -250]),
        ("irr if i paid 500, 300 and 300 and got nothing back", [-500, -300, -300]),
        ("i have 3 layers, 900 each. irr if i get 3,500 back in year 1", [-2700, 3500]),
    ],
)
def test_signs_times_and_what_never_comes_back(asked: str, flows: list[float]) -> None:
    found = flows_told(Reading(asked))
    assert found is not None
    assert found["cash_flows"] == flows
