"""Frames of the staged hedge: a planned number of contracts, or a budget, in tranches."""

from __future__ import annotations

from typing import Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.payoff_slots import COUNT_AFTER
from assistant.understanding.filling.slots import Slot

TRANCHES: Final = (
    Frame(
        "tranche_units",
        r"\b(?:tranches?|layers?|first|slices?|adds?|allocation|start|split|contracts planned|planned contracts)\b"
        r"|\b(?:percentages?|percents|ladder|25 ?(?:%|percent)? ?(?:-|to) ?30)\b"
        r"|\bplan(?:ning)? (?:for |with |on |to buy )?\d{1,5} (?:vix |mini |vx ){0,2}(?:contracts?|lots?|futures|minis"
        r"|flies|butterflies|calls?|units?)\b",
        (
            Slot(
                "planned",
                "the number of units planned in all",
                ("plain", "count"),
                before=r"\b(?:planned|plan(?:ning)?(?: for| with| on| to buy)?|total(?: of)?|have|want|afford"
                r"|only(?: (?:have|got|buy"
                r"|do|hold|get))?|(?:money|room|enough|cash) for)",
                after=rf"(?:vix )?(?:call )?(?:{COUNT_AFTER}|(?:mini )?(?:vix |vx )?(?:futures|minis|vxm?s?\b))"
                r"(?: planned| in total| total| in all)?",
                low=1,
                high=1e6,
                whole=True,
                required=True,
            ),
            Slot(
                "first",
                "",
                ("percent", "plain"),
                before=r"\b(?:first|start\w*|begin\w*)(?: (?:at|with|of|from))?",
                after=r"first|to start|start\b",
                low=0.01,
                high=100,
            ),
            Slot(
                "step", "", ("percent",), before=r"\b(?:steps?|adds?|later)(?: of| at)?", after=r"(?:steps?|adds?|later|each)"
            ),
        ),
        unless=r"\$|\bbudget\b|\d\s?k\b|\bdebit\b|\b(?:over|across|among|between|into) (?:the |my |three |3 )?#{2,3}/#",
    ),
    Frame(
        "tranche_plan",
        r"\b(?:tranches?|layers?|layer(?:ed|ing)?|allocations?|allocate|slices?|ladder|(?:hedge )?budget|"
        r"planned hedge|in (?:steps|stages|parts|slices)|stag(?:ed?|ing)|initial|first (?:step|buy|entry|\d++)"
        r"|adds?|start(?:ed|ing)?)\b|"
        r"\baccount\b[^?!]{0,16}\bhedg\w+ (?:of |is |at )?[\d.]{1,5}\s?%"
        r"|^(?!.*(?:%|percent)).*(?<![\w.])(?:\$\d[\d,.]{0,9}k?|\d[\d,.]{0,6}k|\d[\d,]{3,9})\b[^.?!\d]{0,30}\b(?:for|to|on"
        r"|towards?|in) (?:the |my |a "
        r")?hedg(?:e|es|ing)\b"
        r"|\bhedg\w+\b[^?!]{0,30}\b(?:portfolio|account|book)\b[^?!]{0,8}\b(?:with|at|for|using) [\d.]{1,5}\s?%"
        r"|\bplan \$?\d|\bhedg\w+\b.{0,40}\bsplit\b|\bsplit\b.{0,40}\bhedg\w+",
        (
            Slot(
                "first",
                "",
                ("percent", "plain"),
                before=r"\b(?:(?:start|begin|began|beginn)(?:ed|ing|s)? (?:at|with|from)|first(?: tranche| slice| layer)?"
                r"(?: of| "
                r"is| at| =)?|initial(?: of)?|from)",
                after=r"(?:(?:in |on |as |for |at )?(?:the )?first|initial|to start|start\b|,? ?(?:and )?then\b)",
                low=0.01,
                high=100,
            ),
            Slot("first", "", ("percent",), before=r"\b(?:start|begin)(?:ed|ing|s)?", low=0.01, high=1),
            Slot(
                "adds",
                "",
                ("plain", "count"),
                after=r"(?:\d{1,3}\s?% )?(?:further |later |more )?(?:adds?|additions?|increments?|steps?)\b|(?:more )?times\b",
                low=0,
                high=20,
                whole=True,
            ),
            Slot(
                "adds",
                "",
                ("plain", "count"),
                after=r"(?:tranches|layers|slices|stages)\b",
                low=2,
                high=20,
                whole=True,
                offset=-1,
            ),
            Slot(
                "step",
                "",
                ("percent",),
                before=r"\b(?:steps?|adds?|increments?|later|each(?: later)? (?:tranche|slice))(?: of| at| is)?",
                after=r"(?:adds?|increments?|steps?|later)",
                low=0.01,
                high=1,
            ),
            Slot(
                "unit_cost",
                "",
                ("plain", "money"),
                before=r"\b(?:unit cost|(?:cost(?:s|ing)? )?(?:per|of an?|an?) (?:fly|butterfly|contract|unit|spread)"
                r"|cost(?:s|ing)?"
                r"|each|butterfl\w+ (?:at|for)|flies (?:at|for)|"
                r"debit(?: of)?|priced at)(?: of| is)?",
                after=r"(?:each|apiece|per (?:butterfly|fly|contract|unit)|an? (?:butterfly|fly|contract|unit)|debit)",
                low=0.01,
            ),
            Slot("unit_cost", units=("money",), after=r"(?:vix )?(?:flies|fly|butterfl\w+|spreads?|condors?)\b", high=5000),
            Slot(
                "share",
                "",
                ("percent",),
                before=r"\b(?:(?:hedge budget|budget|hedge)(?: of| is| =)?|(?:portfolio|account|book) (?:with|at|using))",
                after=r"(?:of|per year|a year|annually|per annum|"
                r"(?:for|in|into|to|on) (?:the |a |my )?hedg\w+|hedg\w+|budget|per (?:quarter|month)|a (?:quarter|month))",
                low=0,
                high=1,
            ),
            Slot(
                "budget",
                "the planned hedge budget, in dollars",
                ("money", "plain"),
                before=r"\b(?:budget|hedge|account|of|for|with|have|plan|split|spend|stage|invest|allocate)(?: of| is| =)?",
                after=r"(?:(?:hedge )?budget|account|to (?:hedge|spend|invest)|(?:set aside|earmarked|put aside|put by"
                r"|reserved|saved"
                r"|available|ready|left)? ?(?:for|to|on|towards?) (?:the |my |a )?hedg(?:e|es|ing)\b)",
                required=True,
                low=50,
            ),
            Slot("budget", units=("money",), bare=True, low=50),
        ),
        asks=r"(?:\b(?:plan|split|allocate|calculate|compute|work out|build)|(?:^|\b(?:to|you|me|please|i|we) )size)"
        r"\b[^.?!]{0,30}\b(?:tranches?|ladder|layers?|slices?)\b",
        unless=r"\b(?:dte|tiers?|other (?:vixshield )?pages?|how (?:do|does|did) (?:\w+ ){1,3}size|macd|point|bars?)\b"
        r"|[\d#]/[\d#]{1,6}/[\d#]",
        numberless=True,
    ),
)
