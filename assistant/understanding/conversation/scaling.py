"""One number of the last calculation doubled, halved or otherwise scaled: "double it", "half the debit", "3x the size"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.session import Call
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from tools import CATALOGUE

_TIMES: Final[Mapping[str, float]] = {
    **dict.fromkeys(("double", "doubled", "doubles", "doubling", "twice"), 2.0),
    **dict.fromkeys(("triple", "tripled", "triples", "tripling", "thrice"), 3.0),
    **dict.fromkeys(("quadruple", "quadrupled", "quadruples"), 4.0),
    **dict.fromkeys(("half", "halve", "halved", "halves", "halving"), 0.5),
}
_FACTOR: Final = rf"(?:{'|'.join(_TIMES)}|\d{{1,3}}(?:\.\d{{1,2}})?(?: ?x| times))"
# What the words stand for, in the order in which a bare "it" is tried.
_THINGS: Final[Mapping[str, str]] = {
    "contracts": r"contracts?|size|position|lots?|many|quantity|number(?: of (?:contracts|lots|flies))?|flies|butterflies|cars",
    "planned": r"contracts?|size|many|number(?: of contracts)?|plan",
    "planned_budget": r"budget|money|plan|hedge|amount|dollars|much",
    "budget": r"budget|money|account|amount|dollars|much|stake",
    "debit": r"debit|cost|price|premium|credit",
    "net": r"net|debit|cost|price|premium|credit",
    "entry": r"entry|cost|price|debit",
    "unit_cost": r"(?:unit )?cost|price|premium",
    "fees": r"fees?|commissions?",
    "settlement": r"settlement|vix|level",
    "vol": r"vol(?:atility)?|iv|implied vol(?:atility)?",
    "forward": r"future|forward",
    "price": r"price",
    "years": r"time|days?|tenor",
    "days": r"time|days?|tenor",
    "share": r"share|risk",
    "average_gain": r"(?:(?:avg|average|mean) )?(?:gains?|up)",
    "average_loss": r"(?:(?:avg|average|mean) )?(?:loss(?:es)?|down)",
}
_WHOLE: Final = ("contracts", "planned")
_BARE: Final = ("contracts", "planned", "planned_budget", "budget")
_POINTED: Final = r"it|that|this|them|those|everything"
_LEAD: Final = (
    r"(?:(?:and|so|ok(?:ay)?|now|then|but|what (?:if|about)|how about|if|please|let'?s say|with|at|for|make|say),? ){0,4}"
)
_WHOSE: Final = r"(?:of )?(?:the |my |its |that |this |our )?"
_SCALED: Final = re.compile(
    rf"^\W*{_LEAD}(?:(?:i|we|you) (?:\w{{2,6}} )?)?(?:(?:it|that) (?:was |is |were )?)?(?P<factor>{_FACTOR})"
    rf"(?: (?:as )?{_WHOSE}(?P<thing>[a-z][a-z ]{{1,28}}?))?(?:,? (?:instead|please|pls|then|now))?\W*$"
    rf"|^\W*{_LEAD}{_WHOSE}(?P<named>[a-z][a-z ]{{1,28}}?) (?:is |was |were |gets? |goes )?(?P<by>{_FACTOR})(?: up)?\W*$"
)
_OF_SO_MANY: Final = re.compile(
    rf"^\W*{_LEAD}(?:how much|what)(?:'?s| is| are| does| do| would| will| did)?(?: \w{{1,8}}){{0,5}} for (?:all )?"
    rf"(\d{{1,4}}|{'|'.join(WORDS)})(?: (?:of (?:them|those|these)|contracts?|lots?|flies|cars|of it))?\W*$"
)
_HELD: Final = re.compile(
    r"^\W*(?:(?:and|so|ok(?:ay)?|but|now|then|say|what|if|about|how|i|we|i'?ve|there|are|is|it'?s|just|only|actually"
    r"|for|with|on|make|it"
    r"|that|a|total|all|of),? ){0,6}"
    rf"(?:(?:have|got|had|hold|held|own(?:ed)?|bought|buy|took|did|do|traded?|am long|was|were) (?:got |only "
    rf"|just )?(?P<bare>\d{{1,3}}|{'|'.join(WORDS)})(?= ?(?:now|then|instead|though)?\W*$)"
    rf"|(?:(?:have|got|had|hold|held|own(?:ed)?|bought|buy|took|did|do|traded?) (?:only |just )?)?(?P<many>\d{{1,4}}"
    rf"|{'|'.join(WORDS)}) of (?:'?em|them|those|these)\b)"
    r"(?: (?:now|then|instead|though|in total|altogether))*\W*$"
)
"""How many are held, and hardly more: "i have 4", "ten of em"."""
_PATTERNS: Final = {name: re.compile(words) for name, words in _THINGS.items()}
_ARTICLE: Final = re.compile(r"^(?:the|my|its|of|a) ")


@dataclass(frozen=True)
class Scaled:
    """The calls with the number scaled, and which one was taken where the words leave it open; or what could be scaled.

    `choices` are questions that can be sent as they stand: half of one contract is none, so what is to be halved is asked.
    """

    calls: tuple[Call, ...]
    assumed: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


def for_so_many(reading: Reading, last: Sequence[Call]) -> Scaled | None:
    """The calls for another number of contracts: a result of so many is asked for, or so many are held."""
    found = _OF_SO_MANY.match(reading.lower) if last and "for " in reading.lower else None
    held = _HELD.match(reading.lower) if last and found is None else None
    known = [{p.name for p in CATALOGUE[c.tool].parameters} for c in last if c.tool in CATALOGUE]
    if (found is None and held is None) or not known or not all("contracts" in names for names in known):
        return None
    said = found[1] if found is not None else next(g for g in held.groups() if g) if held is not None else ""
    count = WORDS.get(said) or int(said)
    return Scaled(tuple(Call(c.tool, {**c.arguments, "contracts": count}) for c in last)) if count else None


def scaled(reading: Reading, last: Sequence[Call]) -> Scaled | None:
    """The calls with one number scaled, in each that has it; None where the words scale none of the last one's."""
    found = _SCALED.match(reading.lower) if last else None
    if found is None or last[-1].tool not in CATALOGUE:
        return None
    thing = _ARTICLE.sub("", (found["thing"] or found["named"] or "it").strip())
    bare = re.fullmatch(_POINTED, thing) is not None
    held = _numbers(last[-1])
    name = next((n for n in _BARE if n in held), None) if bare else _meant(thing, held)
    if name is None or not held[name]:
        return None
    word = found["factor"] or found["by"]
    times = _times(word)
    if name in _WHOLE and not (held[name] * times).is_integer():
        others = _scalable(times, held)
        if len(others) != 1:
            return (
                Scaled((), choices=tuple(f"{word.capitalize()} the {n.replace('_', ' ')}" for n in others)) if others else None
            )
        name = others[0]
    calls = tuple(_scaled(call, name, times) for call in last)
    return Scaled(calls, (f"“{thing}” is taken for the {name.replace('_', ' ')}.",) if bare else ())


def _numbers(call: Call) -> dict[str, float]:
    """The call's numbers, those left out as they are by default."""
    known = CATALOGUE[call.tool].parameters if call.tool in CATALOGUE else ()
    numbers = {p.name: call.arguments.get(p.name, p.default) for p in known}
    return {name: float(v) for name, v in numbers.items() if isinstance(v, (int, float)) and not isinstance(v, bool)}


def _scaled(call: Call, name: str, times: float) -> Call:
    """The call with that number scaled; as it is where it has none."""
    held = _numbers(call).get(name)
    if held is None:
        return call
    value = round(held * times, 10)
    return Call(call.tool, {**call.arguments, name: int(value) if name in _WHOLE else value})


def _scalable(times: float, held: Mapping[str, float]) -> tuple[str, ...]:
    """What else of the calculation could be meant: each number of it that stays one when it is scaled."""
    return tuple(n for n in _PATTERNS if held.get(n) and (n not in _WHOLE or (held[n] * times).is_integer()))


def _meant(thing: str, held: Mapping[str, float]) -> str | None:
    return next((n for n, words in _PATTERNS.items() if n in held and words.fullmatch(thing)), None)


def _times(word: str) -> float:
    return _TIMES[word] if word in _TIMES else float(re.sub(r" ?x| times", "", word))
