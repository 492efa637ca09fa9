"""Why a payoff bends where it does: each piece against the payoff itself, worked out option by option beside it."""

import re

import pytest

from assistant import Assistant

FLY = "20/25/30 fly at 1.10, VIX settles 24"
WIDE = "20/25/32 fly 1.4"
CONDOR = "short iron condor spx 4800/4850/5200/5250 credit 12.50"
COVERED = "covered: long vx at 18, short 22c at 1.1"


@pytest.mark.parametrize(
    ("first", "asked", "piece"),
    [
        (FLY, "why does it fall after 30", "At or above 30"),
        (FLY, "why does the profit shrink past 25?", "From 25 to 30"),
        (FLY, "why is nothing made below 20", "At or below 20"),
        (WIDE, "why do i lose more above 32", "At or above 32"),
        (CONDOR, "why is it flat under 4800", "At or below 4800"),
    ],
)
def test_the_piece_asked_about_stands_out(warmed: Assistant, session: str, first: str, asked: str, piece: str) -> None:
    warmed.ask(first, session)
    assert re.search(rf"^- \*\*{piece}\b", warmed.ask(asked, session).text, re.MULTILINE)


def call(strike: float):
    return lambda price: max(price - strike, 0)


def put(strike: float):
    return lambda price: max(strike - price, 0)


HELD = {
    FLY: [(1, call(20)), (-2, call(25)), (1, call(30))],
    WIDE: [(1, call(20)), (-2, call(25)), (1, call(32))],
    CONDOR: [(1, put(4800)), (-1, put(4850)), (-1, call(5200)), (1, call(5250))],
    COVERED: [(10, lambda price: price), (-1, call(22))],  # $1,000 and $100 a point
}


@pytest.mark.parametrize("first", HELD)
def test_every_piece_moves_as_the_options_do(warmed: Assistant, session: str, first: str) -> None:
    warmed.ask(first, session)
    text = warmed.ask("why is the profit limited", session).text
    pieces = re.findall(r"^- (?:\*\*)?(?:From ([\d.]+) to ([\d.]+)|At or (above|below) ([\d.]+)) (.*)$", text, re.MULTILINE)
    assert len(pieces) >= 2
    for low, high, side, edge, told in pieces:
        at = (float(low) + float(high)) / 2 if low else float(edge) + (0.5 if side == "above" else -0.5)
        change = sum(n * (pays(at + 0.1) - pays(at)) for n, pays in HELD[first]) / 0.1
        by = re.search(r"(rises|falls) by (\d+)", told)
        assert change == pytest.approx(0 if by is None else int(by[2]) * (1 if by[1] == "rises" else -1))


@pytest.mark.parametrize("asked", ["why does theta fall", "why macd", "why is contango bad when it falls"])
def test_another_subject_is_explained(warmed: Assistant, session: str, asked: str) -> None:
    warmed.ask(FLY, session)
    assert warmed.ask(asked, session).kind == "explanation"
