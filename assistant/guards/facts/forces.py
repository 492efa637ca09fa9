"""Whether a sentence turns what drives a value: "a rise in volatility lifts it" where vega is negative."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts
from assistant.understanding.premises.opposites import words_of

_UP: Final = "|".join(
    sorted(
        {w for w in words_of("move", "up") if "_" not in w} | {"higher", "up", "more", "spike", "pop", "rally", "gain"},
        key=len,
        reverse=True,
    )
)
_DOWN: Final = "|".join(
    sorted(
        {w for w in words_of("move", "down") if "_" not in w} | {"lower", "down", "less", "fewer", "dip", "loss"},
        key=len,
        reverse=True,
    )
)
_WAY: Final = rf"(?:(?P<{{up}}>{_UP})|(?P<{{down}}>{_DOWN}))"
_WHAT: Final[dict[str, str]] = {
    "vol": r"(?:implied )?vol(?:atility|atilities|s)?|iv",
    "future": r"(?:the |vix |vx |its )?(?:future|futures|forward|underlying|vx|vix|index|market|spot)",
}
_TIME: Final = re.compile(
    r"\b(?:time|theta|day by day|day after day|days? (?:pass\w*|run\w*|go\w*|tick\w*)|passing days?|"
    r"(?:each|every|a|another|one) (?:passing |further |"
    r"calendar |more )?day|"
    r"as (?:the )?(?:time|days?|weeks?|expiry|expiration)|passage of time|waiting|(?:as|when) \w+ (?:nears|approaches)|the "
    r"calendar|"
    r"towards? (?:expiry|expiration|settlement)|expir\w+ (?:nears|gets nearer|approaches|comes closer|draws near)|fewer "
    r"days)\b",
    re.IGNORECASE,
)
_HELPS: Final = re.compile(
    r"\b(?:friend|ally|help\w*|benefit\w*|good|favou?r\w*|on (?:its|your|the fly's|our) side|add(?:s|ed|ing)?|gain\w*|"
    r"ris(?:e|es|ing)|"
    r"rose|grow\w*|lift\w*|increas\w*|climb\w*|appreciat\w*|earn\w*|swell\w*|dearer|raise\w*|improv\w*|boost\w*|pays?|put "
    r"on|higher|"
    r"more value|worth more|works? for|richer|treats? \w+ (?:well|kindly)|kind to|profit\w*|welcome\w*|pick\w* up)\b",
    re.IGNORECASE,
)
_HURTS: Final = re.compile(
    r"\b(?:enemy|foe|hurt\w*|harm\w*|bad|against|erod\w*|eats?|eating|loses?|losing|lost|fall\w*|fell|drop\w*|shrink\w*|"
    r"decay\w*|cost\w*|"
    r"drain\w*|bleed\w*|cheapen\w*|declin\w*|decreas\w*|withers?|lower\w*|dwindl\w*|ebb\w*|takes? (?:\w+ ){0,3}(?:off|out|"
    r"away)|damag\w*|"
    r"worth less|melt\w*|slip\w*|cut\w*|trim\w*|reduc\w*|suffer\w*|fad\w*|burn\w*|cheaper|weigh\w*|detract\w*|subtract\w*|"
    r"treats? \w+ (?:badly|ill|poorly)|chip\w*|poorer|giv\w+ up|sink\w*|"
    r"less value|shav\w*)\b",
    re.IGNORECASE,
)
_TAX: Final = re.compile(
    r"\b(?:because of (?:the )?tax(?:es)?|tax(?:es)? (?=is\b|are\b|makes?\b|adds?\b|raises?\b|lifts?\b|push\w*|lowers?\b|"
    r"cuts?\b|"
    r"takes?\b|brings?\b)|the tax (?:shield|effect|deduction)|after tax(?:es)?)",
    re.IGNORECASE,
)
_BODY: Final = re.compile(r"\b(?:body|peak|centre|center|middle)\b", re.IGNORECASE)
_DENIED: Final = re.compile(r"\b(?:not|no|never|nor|neither|without|hardly|little)\b|n['’]t\b", re.IGNORECASE)


def _driver(what: str) -> re.Pattern[str]:
    one = _WAY.format(up="u1", down="d1")
    two = _WAY.format(up="u2", down="d2")
    three = _WAY.format(up="u3", down="d3")
    return re.compile(
        rf"\b{one} (?:in|of|by) (?:the |its |implied ){{0,2}}(?:{what})\b|"
        rf"\b(?:{what})(?:'s)? (?:(?:goes|went|moves|moved|is|gets|got|comes|were) )?{two}\b|\b{three} (?:{what})\b",
        re.IGNORECASE,
    )


_DRIVERS: Final = {name: _driver(what) for name, what in _WHAT.items()}


_ALONG: Final = {
    name: re.compile(
        rf"\b(?:moves?|goes|runs?|r[ia]ses?|climbs?|falls?) (?:\w+ly )?(?:(?P<along>(?:along |together |up |in step |in "
        rf"line )?with)|"
        rf"(?P<against>against|opposite(?: to)?|inversely (?:to|with)|counter to))\s(?:the )?(?:{what})\b",
        re.IGNORECASE,
    )
    for name, what in _WHAT.items()
}


def wrong_force(reading: Reading, facts: Facts) -> str:
    """What is wrong with the effects that a sentence tells, in plain words; "" where nothing is."""
    if not facts.forces:
        return ""
    text = reading.text
    for name, pattern in _DRIVERS.items():
        force = facts.forces.get(name, 0)
        along = _ALONG[name].search(text) if force and not _DENIED.search(text) else None
        if along is not None and (1 if along["along"] else -1) != force:
            return f"a rise of {name} {'raises' if force > 0 else 'lowers'} the value"
        m = pattern.search(text) if force else None
        if m is None or _DENIED.search(text):
            continue
        way = 1 if m["u1"] or m["u2"] or m["u3"] else -1
        rest = text[: m.start()] + " · " + text[m.end() :]
        effect = _effect(rest)
        if effect and effect * way != force:
            return f"a rise of {name} {'raises' if force > 0 else 'lowers'} the value"
    time = facts.forces.get("time at the body" if _BODY.search(text) and "time at the body" in facts.forces else "time", 0)
    m = _TIME.search(text) if time else None
    if m is not None and not _DENIED.search(text):
        effect = _effect(text[: m.start()] + " · " + text[m.end() :])
        if effect == -time:
            return f"time {'raises' if time > 0 else 'lowers'} the value"
    return _of_tax(text, facts)


def _of_tax(text: str, facts: Facts) -> str:
    """Whether tax is said to raise a cost that it lowers."""
    m = _TAX.search(text) if facts.forces.get("tax") else None
    if m is None or _DENIED.search(text):
        return ""
    way = _effect(text[: m.start()] + " · " + text[m.end() :])
    return "tax lowers the cost" if way == -facts.forces["tax"] else ""


def _effect(rest: str) -> int:
    up, down = _HELPS.search(rest) is not None, _HURTS.search(rest) is not None
    return 0 if up == down else 1 if up else -1
