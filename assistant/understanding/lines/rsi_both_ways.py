"""The ratio behind an RSI and the RSI behind a ratio, both in one question; gains told as so many times the losses."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.text.number_rows import named_rows
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import NUMBER
from tools.methodology import METHOD

_N: Final = rf"(?P<n>{NUMBER})"
_IS: Final = (
    r"(?:\s(?:of|is|was|at|to|be|value|reading|ratio|exactly|equals?|equal|gives?|shows?|reads?|stands|corresponds|just|a|an"
    r"|for)){0,4}\s?[:=]?\s?"
)
_RSI: Final = re.compile(rf"\brsi(?:\s?\(\d{{1,2}}\))?{_IS}{_N}(?![\w%]|\.\d)")
_RS: Final = re.compile(rf"\b(?:rs|relative strength(?! index)){_IS}{_N}(?![\w%]|\.\d)")
_LIMIT: Final = 100.0
_LISTED: Final = 2  # moves of a list
_TIMES: Final = {"twice": 2.0, "double": 2.0, "triple": 3.0, "half": 0.5, "equal": 1.0, "same": 1.0}
_FACTOR: Final = (
    rf"(?P<factor>{'|'.join(_TIMES)}|(?:\d++(?:\.\d++)?|{'|'.join(WORDS)})(?: times|x))"
    r"(?: (?:as|the|to|of|size|big|large|average|avg|my|its|their)){0,5} "
)
_SIDE: Final = {"gain": r"(?:gains?|up[ -]?moves?|rises|ups)", "loss": r"(?:loss(?:es)?|down[ -]?moves?|falls|downs)"}
_RATIOS: Final = tuple(
    (
        side,
        re.compile(
            rf"\b{_SIDE[side]} (?:(?:is|are|was|were|run|at|average[sd]?|exactly|just) ){{0,3}}{_FACTOR}{_SIDE[other]}\b"
        ),
    )
    for side, other in (("gain", "loss"), ("loss", "gain"))
)
_COUNTED: Final = re.compile(
    rf"(?<![\w.])(?P<count>\d{{1,3}}|{'|'.join(WORDS)}) (?:days? |bars? |closes? )?(?:of )?"
    r"(?P<side>ups?|gains?|gaining|rises?|rising|advances?|winners?|higher|downs?|loss(?:es)?|losing|falls?|falling|declines?"
    r"|losers?|lower)"
    r"(?:[ -](?:days?|bars?|closes?|moves?|sessions?))?(?: (?:of|at|by|each|worth|averaging|with|point)){0,2}"
    r" (?P<size>\d++(?:\.\d++)?|\.\d++)(?![\w%])"
)
_IN_A_ROW: Final = re.compile(  # "up 10 days in a row by .3, then down 4 days by .2"
    r"\b(?P<side>up|rises?|rose|gains?|down|falls?|fell|loses?|lost) (?:for )?"
    rf"(?P<count>\d{{1,3}}|{'|'.join(WORDS)}) (?:straight )?(?:days?|bars?|closes?|sessions?)"
    r"(?: in a row| running| straight)? (?:by|of|at|each) (?P<size>\d++(?:\.\d++)?|\.\d++)(?![\w%])"
)
_UP: Final = ("up", "gain", "ris", "ros", "adv", "win", "hig")
_PERIOD: Final = re.compile(
    r"(?<![\w.])(\d{1,3})[ -](?:bars?|days?|periods?|sessions?|closes?)\b(?! (?:of )?(?:up|down|gain|los))"
)
_ROWS: Final = {
    "gain": re.compile(r"\bgains?\b|\bups?(?: days?| moves?| closes?| bars?)?\b"),
    "loss": re.compile(r"\bloss(?:es)?\b|\bdowns?(?: days?| moves?| closes?| bars?)?\b"),
}
_SUMS: Final = re.compile(
    rf"\b(?:sum|total|summed)(?: of)?(?: (?:the|all|my))? (?P<side>gains?|loss(?:es)?)(?: (?:is|of|was|are|=))"
    rf"{{0,2}}\s?[:=]?\s?{_N}(?![\w%])"
    r"|\b(?P<of>gains?|loss(?:es)?) (?:(?:all |together |which )*+(?:sum|total|add|amount)(?:s|ed|med|ming|ling|led)?"
    rf"(?: up)?(?: (?:to|is|of|at))?|sum:?|total:?|to)\s?[:=]?\s?(?P<m>\d++(?:\.\d++)?|\.\d++)(?![\w%])"
)
_OF_INDEX: Final = re.compile(r"(?<![\d.])(?:70|30)\b(?![.,%]?\d)|\boverbought\b|\boversold\b|\bwilder")
_CHANGES: Final = re.compile(r"(?<![\w.])(?P<bars>\d{1,3})[ -](?:changes|moves|bars?|days?|periods?|closes?|sessions?)\b")
_NONE: Final = re.compile(
    r"\b(?:no|zero|without(?: any)?|not (?:a single|one)|never an?) (?:(?:single|average|avg) )?"
    r"(?:(?P<loss>loss(?:es)?|down (?:day|close|move|bar)s?|losing days?|declines?|falls?)"
    r"|(?P<gain>gains?|up (?:day|close|move|bar)s?|rises?|advances?))\b"
)
_RUN: Final = re.compile(
    r"\bin a row\b|\bstraight\b|\bconsecutive\b|\brunning\b|\bevery (?:one|single|day|bar|close)\b"
    r"|\ball (?:of )?(?:the )?(?:last )?\d"
)
_OF_RSI: Final = re.compile(r"\brsi[ -]?\(?\d{1,3}\)?|(?<![\w.])\d{1,3}[ -](?:periods? )?rsi\b|\d{1,3}[ -]periods?\b")
_RAN: Final = (
    re.compile(r"\b(?:up|ris(?:es?|ing)|rose|gain(?:s|ed|ing)?|higher|green)\b"),
    re.compile(r"\b(?:down|fall(?:s|ing)?|fell|los(?:s|ses|ing|t)|declin\w+|lower|red)\b"),
)
_ANY: Final = "the RSI depends on the ratio of gains to losses alone, so any size will do: "


def both_ways(reading: Reading) -> tuple[Calculation, ...]:
    """Each RSI turned into its ratio and each ratio into its RSI; () where the question does not ask for both."""
    text = plainly(reading).lower
    if not ("rs " in text or "rs=" in text or "strength" in text):
        return ()
    found: list[tuple[int, Call]] = []
    for match in _RSI.finditer(text):
        if float(match["n"]) < _LIMIT:
            found.append((match.start(), Call("rsi_ratio", {"rsi": float(match["n"])})))
    for match in _RS.finditer(text):
        found.append((match.start(), Call("rsi_value", {"average_gain": float(match["n"]), "average_loss": 1.0})))
    if len({call.tool for _, call in found}) < 2:
        return ()
    return tuple(Calculation(call) for _, call in sorted(found, key=lambda f: f[0]))


def told_by_ratio(reading: Reading) -> tuple[Calculation, ...]:
    """An RSI from gains that are so many times the losses, from counts of equal moves, or without any of one side."""
    text = plainly(reading).lower
    for side, pattern in _RATIOS:
        if (found := pattern.search(text)) is not None:
            factor = _factor(found["factor"])
            gain, loss = (factor, 1.0) if side == "gain" else (1.0, factor)
            return _value(gain, loss, f"{_ANY}gains of {gain:g} to losses of {loss:g}.")
    moves = [(m["side"].startswith(_UP), _count(m["count"]), float(m["size"])) for m in _COUNTED.finditer(text)]
    if not moves:
        moves = [(m["side"].startswith(_UP), _count(m["count"]), float(m["size"])) for m in _IN_A_ROW.finditer(text)]
    if len(moves) == 2 and moves[0][0] != moves[1][0]:
        period = _PERIOD.search(text)
        bars = max(int(period[1]) if period else 0, sum(count for _, count, _ in moves))
        sums = {up: round(count * size / bars, 12) for up, count, size in moves}
        return _value(sums[True], sums[False], f"each average is the sum of its moves over {bars} bars.")
    if summed := _of_sums(text):
        return summed
    if (listed := _lists(text)) is not None:
        return listed
    if (ran := _ran_one_way(reading)) is not None:
        gain, loss = ran
        return _value(gain, loss, f"{_ANY}gains of {gain:g} to losses of {loss:g}.")
    none = _NONE.search(text)
    if none is not None and not any(q.unit == "plain" and not q.value.is_integer() for q in reading.quantities):
        gain, loss = (1.0, 0.0) if none["loss"] else (0.0, 1.0)
        return _value(gain, loss, f"{_ANY}gains of {gain:g} to losses of {loss:g}.")
    return ()


def unnamed(reading: Reading) -> tuple[Calculation, ...]:
    """An RSI that is not named, by its sums and its line ("14 bars on VX: gains sum to 8.4, losses to 2.1. above 70?")."""
    text = reading.lower
    told = "gain" in text and "loss" in text and "$" not in text and _OF_INDEX.search(text) is not None
    return _of_sums(plainly(reading).lower) if told and _CHANGES.search(text) else ()


def _of_sums(text: str) -> tuple[Calculation, ...]:
    """An RSI from the sums of its gains and of its losses, over so many changes where that is told."""
    sums = {(m["side"] or m["of"])[0]: float(m["n"] or m["m"]) for m in _SUMS.finditer(text)}
    if sums.keys() != {"g", "l"}:
        return ()
    period = _CHANGES.search(text)
    if period is None or not int(period["bars"]):
        return _value(sums["g"], sums["l"], "sums over the same bars have the ratio of their averages.")
    bars = int(period["bars"])
    gain, loss = (round(sums[side] / bars, 12) for side in "gl")
    return _value(gain, loss, f"each average is its sum over {bars} changes: {sums['g']:g}/{bars} and {sums['l']:g}/{bars}.")


def _ran_one_way(reading: Reading) -> tuple[float, float] | None:
    """As many moves in a row as the averages hold, all up or all down: gains alone, or losses alone."""
    plain = Reading(_OF_RSI.sub("rsi", plainly(reading).lower))
    text = plain.lower
    up, down = (side.search(text) is not None for side in _RAN)
    counts = [q.value for q in plain.quantities]
    if _RUN.search(text) is None or up == down or not all(n.is_integer() for n in counts):
        return None
    words = [n for word, n in WORDS.items() if re.search(rf"\b{word}\b", text)]
    return (float(up), float(down)) if max([*counts, *words], default=0) >= METHOD.rsi_period.value else None


def _lists(text: str) -> tuple[Calculation, ...] | None:
    """Gains and losses listed one by one, averaged over the bars that are told; None where they are not listed so."""
    rows = named_rows(text, _ROWS) if all(pattern.search(text) for pattern in _ROWS.values()) else {}
    period = _PERIOD.search(text)
    if (
        rows.keys() != _ROWS.keys()
        or period is None
        or any(v < 0 for v in rows["gain"])
        or max(map(len, rows.values())) < _LISTED
    ):
        return None
    bars = int(period[1])
    gain, loss = (round(sum(map(abs, rows[side])) / bars, 12) for side in ("gain", "loss"))
    return _value(gain, loss, f"each average is the sum of its moves over {bars} bars.")


def _value(gain: float, loss: float, note: str) -> tuple[Calculation, ...]:
    return (Calculation(Call("rsi_value", {"average_gain": gain, "average_loss": loss}), note=note),)


def _factor(told: str) -> float:
    number = told.removesuffix(" times").removesuffix("x").strip()
    return _TIMES.get(told) or (float(WORDS[number]) if number in WORDS else float(number))


def _count(told: str) -> int:
    return int(told) if told.isdigit() else WORDS[told]
