"""One butterfly at several settlements, some with probabilities, in many people's words; oracle: the payoff by hand."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        (
            "24/30/36 fly at 1.10; settlement 22 with probability 0.5, 29 with 0.3, 33 with 0.2. Profit in each?",
            (-110, 390, 190),
        ),
        ("25/30/35 for 0.85: what do I make if it settles at 24, 28 or 33?", (-85, 215, 115)),
        ("30/35/40 at .60, p/l at 29, at 33 and at 38", (-60, 240, 140)),
        ("three scenarios for my 22/27/32 bought at 1.00: VIX 20, VIX 26, VIX 31", (-100, 300, 0)),
        ("scenario table 25/30/35 @.75: low 22, base 29, high 37", (-75, 325, -75)),
        ("got a 0.30 credit for a 25/30/37 broken wing fly, what now if vix goes 20, 30, 50", (30, 530, -170)),
        ("my 28/33/38 paid 0.60. calm: vix 16, stress: vix 32, crash: vix 60. p/l each", (-60, 340, -60)),
        ("25/30/35 bought .80; first case settles 26, second case settles 33", (20, 120)),
    ],
)
def test_each_state(warmed: Assistant, session: str, asked: str, made: tuple[float, ...]) -> None:
    results = [r for r in warmed.ask(asked, session).results if r.tool == "butterfly"]
    assert [r.settlement_profit for r in results] == pytest.approx(made)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "average"),
    [
        # 0.6 × −80 + 0.3 × 420 + 0.1 × −80
        ("Expected profit of a 25/30/35 fly at 0.80 if VIX ends at 20 with 60%, 30 with 30%, 40 with 10%?", 70),
        # 0.5 × −120 + 0.25 × 280 + 0.25 × 180
        ("A 20/25/30 at 1.20. 50% chance of 18, 25% chance of 24, 25% chance of 27. What is the average result?", 55),
        # 0.2 × −70 + 0.5 × 30 + 0.3 × 330
        ("probabilities 20%, 50%, 30% for VIX 18, 26, 31; expected p/l of the 25/30/35 at 0.70", 100),
    ],
)
def test_their_average(warmed: Assistant, session: str, asked: str, average: float) -> None:
    *_, mean = warmed.ask(asked, session).results
    assert mean.tool == "expected_value"
    assert mean.value == pytest.approx(average)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked",
    [
        "25/30/35 fly for 0.85, 10 contracts, settles 29",
        "4 of the 25/30/35 at .85, fees 2.60, settles at 29",
        "25/30/35 at .85, vix 29",
    ],
)
def test_one_settlement_is_no_list(warmed: Assistant, session: str, asked: str) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.settlement == 29  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "settlements"),
    [
        ("vix misses my body by 2 points, how much of the max is left? 23/30/37, 1.40", [28, 32]),
        ("25/30/35 at 0.85, what do i make if it settles 1.5 points above the body", [31.5]),
        ("settles 3 shy of the middle of my 24/31/38 (cost 1.20)", [28]),
        ("20/25/30 for 1.10, result 2 points off the pin?", [23, 27]),
        ("what is a 25/30/35 bought for 0.90 worth if vro comes 4 under the body", [26]),
    ],
)
def test_so_far_from_the_body(warmed: Assistant, session: str, asked: str, settlements: list[float]) -> None:
    assert [r.settlement for r in warmed.ask(asked, session).results] == settlements  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "settlements"),
    [
        ("would 33 be better than 31 for my 24/32/40 that cost 1.75?", [33, 31]),
        ("is 28 worse than 32 for the 25/30/35 at .85", [28, 32]),
        ("p/l table for 26/32/38 at 1.25 -> 24, 28, 32, 36, 40", [24, 28, 32, 36, 40]),
    ],
)
def test_two_settlements_set_against_each_other(warmed: Assistant, session: str, asked: str, settlements: list[float]) -> None:
    assert [r.settlement for r in warmed.ask(asked, session).results] == settlements  # type: ignore[attr-defined]


def test_what_the_index_comes_from_is_no_settlement(warmed: Assistant, session: str) -> None:
    (result,) = warmed.ask("vix goes from 18 to 31, 25/30/35 at 0.85", session).results
    assert result.settlement == 31  # type: ignore[attr-defined]
