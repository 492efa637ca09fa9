"""What a set of legs is called: the names of the common option structures, found from the legs alone.

All legs share one expiry. Names follow the field: an iron condor is short the two inner strikes (a credit); its mirror
image is a reverse iron condor. Where no name fits, the answer is "position of n legs".
"""

from __future__ import annotations

from collections.abc import Iterable
from math import gcd

from tools.payoff import Kind

Holding = tuple[int, Kind, float]  # signed quantity, kind, strike

_SHAPES: dict[tuple[tuple[int, Kind], ...], tuple[str, str]] = {
    # legs by ascending strike, at different strikes: (name as it is, name with every sign turned)
    ((1, "call"),): ("long call", "short call"),
    ((1, "put"),): ("long put", "short put"),
    ((1, "call"), (-1, "call")): ("bull call vertical spread", "bear call vertical spread"),
    ((1, "put"), (-1, "put")): ("bull put vertical spread", "bear put vertical spread"),
    ((1, "put"), (1, "call")): ("long strangle", "short strangle"),
    ((1, "call"), (1, "put")): ("long guts", "short guts"),
    ((-1, "put"), (1, "call")): ("bullish risk reversal", "bearish risk reversal"),
    ((1, "call"), (-1, "call"), (-1, "call"), (1, "call")): ("long call condor", "short call condor"),
    ((1, "put"), (-1, "put"), (-1, "put"), (1, "put")): ("long put condor", "short put condor"),
    ((1, "put"), (-1, "put"), (-1, "call"), (1, "call")): ("iron condor", "reverse iron condor"),
}
_WITH_FUTURE: dict[tuple[tuple[int, Kind], ...], tuple[str, str]] = {
    # the options beside one long future or share, by ascending strike: (name, name with every sign turned)
    (): ("long future or share", "short future or share"),
    ((-1, "call"),): ("covered call", "short future or share with a long call"),
    ((1, "put"),): ("protective put", "covered put"),
    ((1, "put"), (-1, "call")): ("collar", "reverse collar"),
}


def name_of(holdings: Iterable[Holding]) -> str:
    """The structure's name; equal legs are added up, legs that cancel are left out."""
    net = _net(holdings)
    if not net:
        return "position whose legs cancel out"
    for sign, which in ((1, 0), (-1, 1)):
        turned = [(sign * quantity, kind, strike) for quantity, kind, strike in net]
        found = _named(turned, which)
        if found:
            return found
    return f"position of {len(net)} leg{'s' if len(net) > 1 else ''}"


def _named(net: list[Holding], which: int) -> str:
    shape = tuple((quantity, kind) for quantity, kind, _ in net)
    strikes = [strike for _, _, strike in net]
    options = tuple((quantity, kind) for quantity, kind in shape if kind != "future")
    if len(options) < len(shape):
        if sum(quantity for quantity, kind in shape if kind == "future") != 1 or len(shape) - len(options) != 1:
            return ""
        same = len({strike for _, kind, strike in net if kind != "future"}) == 1
        if same and set(options) == {(-1, "call"), (1, "put")}:
            return ("conversion", "reversal")[which]
        return _WITH_FUTURE.get(options, ("", ""))[which]
    if len(set(strikes)) == len(strikes):
        if shape in _SHAPES:
            return _SHAPES[shape][which]
        return _butterfly(net, which) or _ratio(net)
    return _sharing_strikes(net, which)


def _sharing_strikes(net: list[Holding], which: int) -> str:
    """Structures with a call and a put at one strike."""
    at: dict[float, dict[Kind, int]] = {}
    for quantity, kind, strike in net:
        at.setdefault(strike, {})[kind] = quantity
    rows = [at[strike] for strike in sorted(at)]
    if rows == [{"call": 1, "put": 1}]:
        return ("long straddle", "short straddle")[which]
    if rows == [{"call": 1, "put": -1}]:
        return ("synthetic long future", "synthetic short future")[which]
    if rows == [{"put": 1}, {"call": -1, "put": -1}, {"call": 1}]:
        return ("iron butterfly", "reverse iron butterfly")[which]
    if rows == [{"call": 1, "put": -1}, {"call": -1, "put": 1}]:
        return ("long box", "short box")[which]
    return ""


def _butterfly(net: list[Holding], which: int) -> str:
    kinds = {kind for _, kind, _ in net}
    if [quantity for quantity, _, _ in net] != [1, -2, 1] or len(kinds) != 1:
        return ""
    low, middle, high = (strike for _, _, strike in net)
    broken = "" if abs((middle - low) - (high - middle)) <= 1e-9 * high else "broken-wing "
    return f"{('long', 'short')[which]} {broken}{kinds.pop()} butterfly"


def _ratio(net: list[Holding]) -> str:
    kinds = {kind for _, kind, _ in net}
    if len(net) == 2 and len(kinds) == 1 and net[0][0] * net[1][0] < 0 and net[0][0] + net[1][0]:
        return f"{kinds.pop()} ratio spread"
    return ""


def _net(holdings: Iterable[Holding]) -> list[Holding]:
    """Equal legs added up, cancelled ones dropped, quantities divided by what they share, by strike, then call before put."""
    summed: dict[tuple[float, Kind], int] = {}
    for quantity, kind, strike in holdings:
        summed[strike, kind] = summed.get((strike, kind), 0) + quantity
    kept = {key: quantity for key, quantity in summed.items() if quantity}
    shared = gcd(*kept.values()) if kept else 1
    return [(kept[key] // shared, key[1], key[0]) for key in sorted(kept)]
