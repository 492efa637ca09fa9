"""Numerals of a text as values: digits, words, fractions, scales, any script; each with its unit and its sign.

"$1,890", "1890 dollars", "twenty-five percent", "a quarter", "¼", "1.234,56", "2.5k", "1.2e3", "−8.7%", "２５" are all read.
What is no quantity is left out by rule: ordinals, list marks, citation marks, and numbers inside a word ("VX1", "VIX9D").
Dates are read as dates (see `dates`). Names with a number, such as "10-delta", are for the caller to take out.

Linear in the length of the text: every repetition is bounded or possessive.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from assistant.guards.fractions import fractions
from assistant.guards.naming import NO_QUANTITY
from assistant.guards.numeral import LARGE, PART, SMALL, Numeral, spoken
from assistant.guards.units import ONES, unit_after, unit_of_part

_SCALE: Final = {"k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9} | LARGE

_GREATEST: Final = 200  # no source has a number of more places, and a greater power is no float

_FIGURE: Final = (
    r"\d{1,3}(?:,\d{3})++(?!\d)(?:\.\d++)?"  # 1,234.5
    r"|\d{1,3}(?:\.\d{3})++,\d++"  # 1.234,56
    r"|\d{1,3}(?:[ \u00a0\u202f'’]\d{3})++(?!\d)(?:[.,]\d++)?"  # 1 234,5
    r"|\d++,\d{1,2}(?![\d,])"  # 12,5
    r"|\d++(?:\.\d++)?|\.\d++"
)
_DIGITS: Final = re.compile(
    r"(?<![\w.])(?P<sign>(?<![^\s(\[=:*_/])[-−–+]|(?:(?<=\bis )|(?<=\bof )|(?<=\bat )|(?<=\bto )|(?<=\bby )|(?<=\bwas )|"
    r"(?<=\babout )|(?<=\baround )|(?<=\broughly )|(?<=['’]s )|"
    r"(?<=\bas )|(?<=: )|^)(?:minus|negative)\s)?(?P<money>(?:(?:us|usd)\s?)?[$€£]\s?|usd\s)?"
    rf"(?P<sign2>(?<=[$€£])[-−])?(?P<digits>{_FIGURE})"
    r"(?:e(?P<power>[-+]?\d{1,3})\b|\s?[×x*]\s?10(?:\^|\*\*)(?P<power2>[-−]?\d{1,2})\b)?"
    r"(?:[ -]?(?P<scale>k|m|mm|mn|mio|bn|b|thousand|million|billion|trillion|hundred|dozen)\b)?"
    r"(?P<glued>[a-z]{1,12})?",
    re.IGNORECASE,
)
_NAMES_OF_NUMBERS: Final = "|".join(sorted({*SMALL, *LARGE}, key=len, reverse=True))
_FRACTIONS: Final = "|".join(sorted(PART, key=len, reverse=True))
_WORDS: Final = re.compile(
    r"(?<![\w$])(?P<sign>(?:(?<=\bis )|(?<=\bof )|(?<=\bat )|(?<=\bto )|(?<=\bby )|(?<=\bwas )|(?<=\babout )|(?<=\baround )|"
    r"(?<=\broughly )|(?<=\bas )|(?<=['’]s )|(?<=: )|(?<=[(,] )|(?<=[(*])|^)(?:minus|negative) )?"
    rf"(?P<words>(?:an? (?=hundred|thousand|million|"
    rf"dozen))?(?:{_NAMES_OF_NUMBERS})s?\b"
    # "two hundred and five" is one number, "six and seven" are two.
    rf"(?:(?:[ -]|(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion)),? and )(?:{_NAMES_OF_NUMBERS})\b){{0,12}})"
    r"(?: point (?P<decimals>(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?: |\b)){1,6}))?"
    rf"(?P<half> and a (?:half|quarter)\b(?: (?P<large>hundred|thousand|million|"
    rf"billion)\b)?)?(?P<part>[ -](?:{_FRACTIONS})s?\b(?! (?:tranche|layer|month|step|trigger|"
    rf"signal)))?",
    re.IGNORECASE,
)
_FEW: Final = 3.0  # as words they count what the sentence itself names: "two break-evens", "the three trades"
_THESE: Final = re.compile(
    r"\b(?:first|last|next|nearest|front|these|those|the|other|outer|middle|both|your|own|all|of|between) $", re.IGNORECASE
)
_COUNTED: Final = ("count", "months")  # units that are things too: "the first two months" of a curve
_ESCAPED: Final = re.compile(r"\\(?=[.,\-$%&#])")
# Bold or code that begins or ends within a number; "0.85*100" is a product, "10**2" a power.
_DRESS: Final = r"(?:\*\*|__|`)"
_DRESSED: Final = re.compile(rf"(?<=\d)(?<!10)(?:{_DRESS}?(?P<point>[.,]){_DRESS}?(?=\d)|{_DRESS}(?=\d))")
_POINT: Final = re.compile(r"(?<=\d)[·‧∙](?=\d)|(?<=\d) point (?=\d)")
_GRAND: Final = re.compile(rf"\b(an?|\d{{1,6}}(?:\.\d{{1,3}})?|{'|'.join(SMALL)}) grand\b(?! total| scheme)", re.IGNORECASE)
_WIDE: Final = re.compile(r"[^\x00-\x7f]")
# Words that join numerals of one unit: "25, 45 and 65 percent", "25–30%".
_JOINED: Final = re.compile(r"\s?(?:[-–—/,→]|to|or|and|,\s?and)\s?", re.IGNORECASE)


def as_seen(text: str) -> str:
    """`text` with its numbers as a reader sees them: "26\\.85" and "26**.**85" are shown as 26.85, "4 grand" is 4 thousand."""
    if "&" in text:
        text = html.unescape(text)
    text = _DRESSED.sub(lambda m: m["point"] or "", _ESCAPED.sub("", text))
    text = _POINT.sub(".", text)
    return _GRAND.sub(lambda m: f"{m[1]} thousand dollars", text)


def plain(text: str) -> str:
    """`text` with digits of every script as ASCII, and single characters that are numbers ("½", "Ⅳ", "三") as decimals."""
    return _WIDE.sub(lambda m: _ascii(m.group(), text[m.start() - 1 : m.start()]), text)


def _ascii(c: str, before: str) -> str:
    digit = unicodedata.decimal(c, None)
    if digit is not None:
        return str(digit)
    number = unicodedata.numeric(c, None)
    if number is not None:
        written = f"{number:.4f}".rstrip("0").rstrip(".") if number % 1 else f"{number:.0f}"
        return written.removeprefix("0") if before.isdigit() and number < 1 else f" {written} "
    return {"％": "%", "＄": "$", "．": ".", "，": ",", "－": "-", "﹣": "-"}.get(c, c)


def numerals(text: str) -> list[Numeral]:
    """The numerals of `text` in order."""
    return list(_read(text))


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[Numeral, ...]:
    """Read once, though several guards ask."""
    clean = NO_QUANTITY.sub(lambda m: "\x00" * len(m.group()), plain(text))
    found = sorted([*fractions(clean), *_digits(clean), *_words(clean)], key=lambda n: (n.start, -n.end))
    kept: list[Numeral] = []
    for numeral in found:
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return tuple(_shared(clean, kept))


def _digits(text: str) -> Iterator[Numeral]:
    for m in _DIGITS.finditer(text):
        value, places = _value(m["digits"])
        scale = _SCALE.get((m["scale"] or "").lower(), 1.0)
        if power := m["power"] or m["power2"]:
            scale *= 10.0 ** min(int(power.replace("−", "-")), _GREATEST)
        glued = (m["glued"] or "").lower()
        end = m.start("glued") if glued else m.end()
        unit, end, hundredths = unit_after(text, end)
        if glued and not unit and m["glued"].isupper() and len(glued) <= 4 and glued not in ("c", "p"):
            continue  # a name: "9D", "5DMA"
        if m["money"]:
            unit = "money"
        sign = (m["sign"] or m["sign2"] or "").strip().lower()
        slack = 0.5 * 10.0**-places * scale
        if scale != 1.0:
            slack = min(slack, 0.005 * value * scale)
        if hundredths:
            value, slack = value / hundredths, slack / hundredths
        negative = sign in ("-", "−", "–", "minus", "negative")
        yield Numeral(m.group().strip(), value * scale, slack, unit, negative, m.start(), end, positive=sign == "+")


def _words(text: str) -> Iterator[Numeral]:
    for m in _WORDS.finditer(text):
        value = spoken(m["words"])
        unit, end, hundredths = unit_after(text, m.end())
        part = (m["part"] or "").strip(" -").lower().rstrip("s")
        if m["decimals"]:
            digits = [ONES.index(w) if w in ONES else 0 for w in m["decimals"].lower().split()]
            value += sum(d * 10.0 ** -(n + 1) for n, d in enumerate(digits))
            slack = 0.5 * 10.0 ** -len(digits)
        elif m["half"]:
            scale = LARGE.get((m["large"] or "").lower(), 1.0)
            value, slack = (value + (0.5 if "half" in m["half"] else 0.25)) * scale, 0.05 * scale if scale > 1.0 else 0.0
        elif part:
            value, slack = value / PART[part], min(0.005, 0.5 / PART[part])
            unit, end, hundredths = unit_of_part(text, m.end())
        else:
            slack = 0.5
        # "two break-evens", "one of them": a small number alone counts what the sentence itself names.
        few = value <= _FEW and (
            unit in ("", "bars") or (unit in _COUNTED and bool(_THESE.search(text, max(0, m.start() - 10), m.start())))
        )
        few = few or (value == 1 and unit not in ("share", "money"))
        if few and not (part or m["decimals"] or m["half"] or (m["sign"] and value != 1) or "dozen" in m["words"].lower()):
            continue
        if hundredths:
            value, slack = value / hundredths, slack / hundredths
        yield Numeral(m.group().strip(), value, slack, unit, bool(m["sign"]), m.start(), end)


def _value(digits: str) -> tuple[float, int]:
    """The number written by `digits`, and its decimal places."""
    digits = re.sub(r"[\s\u00a0\u202f'’]", "", digits)
    if "," in digits and ("." not in digits or digits.rindex(",") > digits.rindex(".")):
        head, _, tail = digits.rpartition(",")
        if len(tail) == 3 and "." not in digits:
            digits = digits.replace(",", "")
        else:
            digits = f"{head.replace('.', '').replace(',', '')}.{tail}"
    digits = digits.replace(",", "")
    return float(digits), len(digits.partition(".")[2])


def _shared(text: str, found: list[Numeral]) -> list[Numeral]:
    """Percent said once of several numerals: "25, 45 and 65 percent"."""
    out = list(found)
    for n in range(len(out) - 2, -1, -1):
        one, after = out[n], out[n + 1]
        percent = text[after.start : after.end + 12]
        if (
            one.unit == ""
            and after.unit == "share"
            and _JOINED.fullmatch(text, one.end, after.start)
            and "of" not in percent[:2]
        ):
            out[n] = replace(one, value=one.value / 100, slack=one.slack / 100, unit="share", also=one.value)
    return out
