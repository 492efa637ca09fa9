"""A planned hedge shared out over layers in a ratio, such as the 4/4/2 of several VixShield pages.

The pages do not agree what the 4/4/2 counts, and the primary article has no such ratio. Here the parts are parts of the whole,
which is what its readings as contracts and as 40/40/20% of the hedge money come to. Whole contracts: each layer is rounded
down and what is left goes to the largest fractions (Hamilton's method), so that the layers together make the planned number.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction as Exact
from typing import ClassVar, Final, Literal

from tools.errors import ToolError
from tools.expression import dollars, figure, total
from tools.methodology import Assumption
from tools.parameters import Budget, Numbers, checked
from tools.payoff import exact
from tools.result import Result
from tools.series import as_series
from tools.wording import counted, listed, money, percent, significant
from tools.working import WorkingStep, step

PARTS: Final = (4.0, 4.0, 2.0)
_MOST: Final = 12
_TOLD: Final = 4  # equal parts told one by one
_LAYERS: Final = ("near", "middle", "far")
_CONTRACTS: Final = 1_000_000
_SAYS: Final = (
    "The primary article has no ratio of layers, it adds in tranches. VixShield's pages read 4/4/2 as contracts, as 40%, 40% "
    "and 20% of the hedge money, as percentages of condor notional and in other ways; here the figures are parts of the whole."
)


@dataclass(frozen=True, kw_only=True)
class LayerSplit(Result):
    """What falls to each layer.

    Attributes:
        shares: each layer's share of the whole, in the order of the parts.
        exact: contracts or dollars of each layer before rounding.
        layers: whole contracts, or dollars, of each layer; together the planned number.
    """

    tool: ClassVar[str] = "layer_split"
    shares: tuple[float, ...]
    exact: tuple[float, ...]
    layers: tuple[float, ...]

    def summary(self) -> str:
        """The layers, their shares, what was rounded, and that the pages differ."""
        ratio = "/".join(f"{part:g}" for part in self.inputs["parts"])
        names = _LAYERS if len(self.layers) == len(_LAYERS) else ()
        told = [f"{self._amount(n)}{f' {names[i]}' if names else ''}" for i, n in enumerate(self.layers)]
        lines = [
            f"**{self._amount(self.inputs['planned'])} {self._unit}in parts of {ratio}: {' + '.join(told)}**.",
            f"Shares of the whole: {listed([percent(share, 4) for share in self.shares])}.",
        ]
        if len(self.layers) > _TOLD and len({*self.layers}) == 1:  # "1/1/1/…" of a year's months says less
            each = f"{self._amount(self.layers[0])} each, {percent(self.shares[0], 4)} of the whole"
            lines = [f"**{self._amount(self.inputs['planned'])} {self._unit}in {len(self.layers)} equal parts: {each}**."]
        if self.layers != self.exact:
            before = listed([significant(n, 6) for n in self.exact])
            lines.append(f"Before rounding: {before}; what rounding down leaves goes to the largest fractions.")
        lines.append(_SAYS)
        return "\n".join(f"- {line}" for line in lines)

    @property
    def _unit(self) -> str:
        return "" if self.inputs["of"] == "dollars" else "contract " if self.inputs["planned"] == 1 else "contracts "

    def _amount(self, number: float) -> str:
        return money(number) if self.inputs["of"] == "dollars" else f"{number:,.0f}"

    def _rounded(self, n: int) -> str:
        """How a layer was rounded; "" where that does not show."""
        before = money(self.exact[n]) if self.inputs["of"] == "dollars" else self.exact[n]
        told = money(self.layers[n]) if self.inputs["of"] == "dollars" else self.layers[n]
        return "" if told == before else f"rounded to {self._amount(self.layers[n])}"

    def working(self) -> tuple[WorkingStep, ...]:
        """The sum of the parts, each layer's share of the whole, and the layers together."""
        parts, planned = self.inputs["parts"], self.inputs["planned"]
        whole, unit = (dollars(planned), "$") if self.inputs["of"] == "dollars" else (figure(planned), "contracts")
        return (
            step("Parts in all", total(parts)),
            *(
                step(f"Layer {n}", whole * figure(part) / figure(sum(parts)), unit, self._rounded(n - 1))
                for n, part in enumerate(parts, start=1)
            ),
            step("Together", total(map(dollars, self.layers) if unit == "$" else self.layers), unit),
        )


@checked
def layer_split(planned: Budget, parts: Numbers = PARTS, of: Literal["contracts", "dollars"] = "contracts") -> LayerSplit:
    """Share a planned number of contracts, or a sum of money, out over layers in a ratio such as 4/4/2.

    Args:
        planned: what is shared out: contracts, or dollars.
        parts: the ratio, nearest layer first: two to twelve numbers above zero.
        of: contracts: whole ones; dollars: to the cent.

    Raises:
        ToolError: parts that are no ratio, or a number of contracts that is not whole.
    """
    ratio = _ratio(parts)
    if of == "contracts" and not (planned.is_integer() and planned <= _CONTRACTS):
        raise ToolError("planned", planned, f"a whole number of contracts up to {_CONTRACTS:,}", 'For money say of="dollars".')
    planned_each = [exact(planned) * part / sum(ratio) for part in ratio]
    unit = Exact(1) if of == "contracts" else Exact(1, 100)
    layers = _whole([share / unit for share in planned_each])
    return LayerSplit(
        inputs={"planned": int(planned) if of == "contracts" else planned, "parts": [float(p) for p in ratio], "of": of},
        assumptions=(Assumption("parts", tuple(float(p) for p in ratio), "assumption", _SAYS),),
        shares=tuple(float(part / sum(ratio)) for part in ratio),
        exact=tuple(map(float, planned_each)),
        layers=tuple(float(n * unit) for n in layers),
    )


def _ratio(parts: Numbers) -> list[Exact]:
    """The parts as exact numbers; ToolError where they are no ratio."""
    given = as_series(parts, "parts").to_numpy()
    allowed = f"2 to {_MOST} numbers above 0 and at most 1,000,000"
    if not 1 < len(given) <= _MOST:
        raise ToolError("parts", counted(len(given), "number"), allowed)
    wrong = [part for part in given.tolist() if not 0 < part <= 1e6]  # NaN is not above 0
    if wrong:
        raise ToolError("parts", wrong[0], allowed)
    return [exact(part) for part in given.tolist()]


def _whole(shares: list[Exact]) -> list[int]:
    """Whole numbers with the same sum: rounded down, what is left to the largest fractions, of equal ones to the first."""
    down = [int(share) for share in shares]
    left = round(sum(shares)) - sum(down)
    by_fraction = sorted(range(len(shares)), key=lambda n: (down[n] - shares[n], n))
    return [n + (i in by_fraction[:left]) for i, n in enumerate(down)]
