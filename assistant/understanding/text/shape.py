"""The shape of a question: what kind of answer its words ask for."""

from __future__ import annotations

import re
from typing import Literal

from assistant.understanding.text.sought import Sought

Shape = Literal[
    "what", "why", "how", "when", "how-much", "difference", "list", "example", "source", "yes-no", "formula", "risk"
]

# First match wins: from the most telling words to the least.
_SHAPES: tuple[tuple[Shape, str], ...] = (
    (
        "difference",
        r"\bvs?\b\.?|\bversus\b|\bdiff(?:er\w*)?\b|\bcompare[ds]?\b|\bcomparison\b|\b(?:same|different) "
        r"(?:as|from|to|thing)\b|\bpros\b|\bbetter\b.{0,80}\bor\b|\bdistinguish\b",
    ),
    (
        "risk",
        r"^\W{0,3}(?:(?:and|so|but|ok),? ){0,2}(?:(?:what|which)(?:'?s| is| are) |tell me |any |name |list |are there )?"
        r"(?:the |any |some |its |main |biggest |about ){0,3}"
        r"(?:risks?|dangers?|limits?|limitations?|problems?|catch|critici\w+)"
        r"(?: (?:of|in|with|to|for|from|here|there|then|involved)\b|\W{0,3}$)"
        r"|\bdown-?sides\b|\bdown-?side (?:of|to|in|is|here)\b|\bdrawbacks?\b|\bdisadvantages?\b|\bweakness\w*|\bpitfalls?\b"
        r"|\bscam\b|\bhow risky\b|\bwhat (?:can|could|might) go wrong\b|\bcan (?:i|we|one) trust the (?:article|method)\b",
    ),
    (
        "source",
        r"\b(?:who says|source|sources|cite|citation|reference|where (?:does|do|did) (?:that|this|it) "
        r"come from|where .{0,80} say)\b",
    ),
    ("example", r"\bexample\b|\bfor instance\b|\bshow me (?:a|an|one)\b|\bworked\b"),
    (
        "formula",
        r"\bformula\b|\bequation\b|\bhow (?:is|are|do (?:i|you|we)) .{0,30}\b(?:calculated?|computed?|"
        r"worked out)\b|\bcalculate\b",
    ),
    (
        "why",
        r"\bwhy\b|\breason\b|\bhow come\b|\bwhat for\b|\bpurpose\b|\bmatter\b"
        r"|\bwhat(?:'?s| is) the (?:whole |real )?(?:point|idea)(?: (?:of|in|behind) (?!\d|one\b|an?\b)|\W*$)",
    ),
    (
        "how-much",
        r"\bhow (?:much|many|big|large|long|far|often|high|low)\b|\bwhat (?:percent\w*|%|level|value|"
        r"values|size|delta|number|threshold|lengths?|periods?|settings?|parameters?|widths?|range|amount|share|ratio|multiplier|"
        r"strikes?|expir\w+|weights?)\b|\bwhich (?:level|value)s?\b|\bcosts?\b",
    ),
    ("when", r"\bwhen\b|\bwhat time\b|\bhow soon\b|\bat what point\b|\bwhich (?:day|month|date)\b"),
    ("list", r"\bwhich\b|\blist\b|\bwhat are the\b|\bname the\b|\bkinds?\b|\btypes?\b|\ball the\b|\bsteps\b"),
    ("how", r"\bhow\b"),
    (
        "what",
        r"\bwhat(?:'?s| is| are| does)\b|\bdefin\w*\b|\bmean(?:s|ing)?\b|\bexplain\b|\bdescribe\b|\btell "
        r"me about\b|\bstands? for\b",
    ),
    (
        "yes-no",
        r"^\W*(?:so |and |but |since .{0,120},? )?(?:is|are|was|does|do|did|can|could|will|would|has|have|must|"
        r"may)\b|\b(?:right|correct|true|ya|yeah|no)\s*\?",
    ),
)
_SUBJECT = re.compile(
    r"^\W{0,4}(?:(?:so|and|hey|hi|pls|please|can you|could you)\W{1,3}){0,2}"
    r"(?:what(?:'?s| is| are| does| do)|who(?:'?s| is| was)|define|explain|describe|tell me about|meaning of|how (?:do|does))\s"
    r"(?:an?\s|the\s)?(?P<subject>(?!(?:a|an|the|it|this|that|they|you|we|i|my)\b)[\w/&'’-]+"
    r"(?:\s(?!(?:a|an|the|of|in|on|to|for|with|and|or|my|it|this|that|you|they|we|i|from|by|at)\b)[\w/&'’-]+){0,3}?)"
    r"(?:\s(?:mean|means|work|works|called|stand for))?(?:\s(?:for|in|of|with)(?:\s[\w/&'’-]+){1,4})?\W{0,4}$",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"^\W{0,3}(?:(?:so|and|ok|but),? ){0,2}(?:what (?:does|did|do you mean by)(?: the (?:word|term))?|what'?s|whats) [\"'“]?"
    r"([a-z-]{5,24})[\"'”]? (?:mean|stand for|supposed to mean)(?: (?:here|there|in this|exactly|then))?\W{0,4}$"
    r"|^\W{0,3}(?:the )?meaning of [\"'“]?([a-z-]{5,24})[\"'”]?\W{0,4}$",
    re.IGNORECASE,
)
_COMPILED = tuple((shape, Sought(pattern)) for shape, pattern in _SHAPES)


def shapes_of(text: str) -> tuple[Shape, ...]:
    """The shapes of `text`, the leading one first ("what is X and why" has two); a bare term ("theta?") asks what it is."""
    lower = text.lower()
    return tuple(dict.fromkeys(shape for shape, pattern in _COMPILED if pattern.search(lower))) or ("what",)


def word_asked(text: str) -> str:
    """The one word whose meaning is asked for in so many words ("what does natural mean here"); "" where none is."""
    match = _MEANT.match(text)
    return (match[1] or match[2]) if match else ""


def subject(text: str) -> str:
    """What a short question asks the meaning of ("what is X", "how do X work", "explain X"); "" where it asks otherwise."""
    match = _SUBJECT.match(text)
    return match["subject"] if match else ""
