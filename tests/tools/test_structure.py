"""Structures by name."""

import pytest

from tools.structure import name_of

C, P, F = "call", "put", "future"
NAMES = [
    ([(1, C, 20)], "long call"),
    ([(-2, P, 20)], "short put"),
    ([(1, C, 20), (-1, C, 25)], "bull call vertical spread"),
    ([(-1, C, 20), (1, C, 25)], "bear call vertical spread"),
    ([(1, P, 20), (-1, P, 25)], "bull put vertical spread"),
    ([(-1, P, 20), (1, P, 25)], "bear put vertical spread"),
    ([(1, C, 20), (-2, C, 25)], "call ratio spread"),
    ([(1, C, 20), (1, P, 20)], "long straddle"),
    ([(-3, C, 20), (-3, P, 20)], "short straddle"),
    ([(1, C, 25), (1, P, 20)], "long strangle"),
    ([(-1, C, 25), (-1, P, 20)], "short strangle"),
    ([(1, F, 20), (-1, C, 25)], "covered call"),
    ([(1, F, 25), (-1, C, 20)], "covered call"),
    ([(1, F, 20), (1, P, 18)], "protective put"),
    ([(1, F, 20), (-1, C, 25), (1, P, 18)], "collar"),
    ([(1, F, 20), (-1, C, 20), (1, P, 20)], "conversion"),
    ([(-1, F, 20), (1, C, 21), (-1, P, 21)], "reversal"),
    ([(1, C, 20), (-1, P, 20)], "synthetic long future"),
    ([(1, C, 25), (-2, C, 30), (1, C, 35)], "long call butterfly"),
    ([(6, C, 25), (-12, C, 30), (6, C, 35)], "long call butterfly"),
    ([(-1, P, 25), (2, P, 30), (-1, P, 35)], "short put butterfly"),
    ([(1, C, 20), (-2, C, 30), (1, C, 35)], "long broken-wing call butterfly"),
    ([(1, P, 45), (-1, P, 50), (-1, C, 50), (1, C, 55)], "iron butterfly"),
    ([(1, P, 45), (-1, P, 50), (-1, C, 60), (1, C, 65)], "iron condor"),
    ([(-1, P, 45), (1, P, 50), (1, C, 60), (-1, C, 65)], "reverse iron condor"),
    ([(1, C, 45), (-1, C, 50), (-1, C, 60), (1, C, 65)], "long call condor"),
    ([(1, C, 20), (-1, P, 20), (-1, C, 25), (1, P, 25)], "long box"),
    ([(1, C, 20), (2, P, 20), (1, C, 30)], "position of 3 legs"),
    ([(2, F, 20), (-1, C, 25)], "position of 2 legs"),
    ([(1, C, 20), (-1, C, 20)], "position whose legs cancel out"),
]


@pytest.mark.parametrize(("held", "name"), NAMES)
def test_known_structures_have_their_names(held, name):
    assert name_of(held) == name
    assert name_of(list(reversed(held))) == name


def test_legs_of_one_strike_are_added_up():
    assert name_of([(1, C, 25), (-1, C, 30), (-1, C, 30), (1, C, 35)]) == "long call butterfly"
