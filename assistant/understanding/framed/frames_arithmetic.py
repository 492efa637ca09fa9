"""Frames of the small calculations, of returns and of event days; they come first, since their cues are narrow."""

from __future__ import annotations

from typing import Final

from assistant.understanding.filling import arithmetic, calendar_words, macd_spans
from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.slots import Slot
from assistant.understanding.lines import macd_by_hand, rsi_by_hand
from assistant.understanding.lines.listed_values import ema_listed
from assistant.understanding.positions import capital
from assistant.understanding.positions.flows_told import irr_flows

_AVERAGE: Final = r"(?:\bema-?\d*\b|\bexponential (?:moving )?average)"
_STEP: Final = r"\b(?:steps?|yesterday'?s?|yday|prev\w*|prior|today'?s?|new|next|updat\w+|was|now|before|last|values?)\b"
_WHEN: Final = (
    r"\b(?:first|enough|needs?|needed|require\w*|how many|warm-?\s?up|starts?|begins?|earliest|sufficient|too (?:few|short)"
    r"|only (?:have|got)|(?:have|got) (?:only|just)|exists?|ok(?:ay)? for|minimum|how long|can (?:i|we|you|it)|will \d++"
    r"|(?:at|on|by) which (?:bar|day|week)|until|before)\b"
)
_LINES: Final = (
    r"(?:\b(?:macd|signal|histogram|ema|bars?|values?|cross\w*)\b"
    r"|(?<![\d#/])[\d#]{1,2}/[\d#]{2}/[\d#]{1,2}(?![\d#/]))"
)
_SPAN_ASK: Final = Slot("span", "the span of the average, in bars", required=True, low=1, high=500, whole=True)

ARITHMETIC: Final = (
    Frame(
        "event_window",
        r"\bfomc\b|\bfed\b|\bfederal reserve\b|\bcpi\b|\bppi\b|\bpayrolls?\b|\bnfp\b",
        structure=calendar_words.near_events,
        numberless=True,
    ),
    Frame(
        "vix_expiries",
        r"^(?=.*\bvi?xm?\b)(?=.*\b(?:expirations?|when|(?:what|which) (?:day|date)|how (?:many days|long)|dates?|days)\b)"
        r"(?=.*\b(?:expir\w+|exp|settles?|settling|settlements?|last trading)\b)",
        structure=calendar_words.settlements,
        numberless=True,
        unless=r"\bfl(?:y|ies)\b|butterfl|\bstrikes?\b|\bdebit\b|\bcredit\b|\$",
    ),
    Frame("ema_of_values", r"\b(?:ema|ewma?\b|sma\b|exponential|simple)", structure=ema_listed),
    Frame(
        "first_bars",
        r"\bmacd\b|\bsig(?:nal)?\b|(?<![\d/])\d{1,2}/\d{1,2}/\d{1,2}(?![\d/])|#/#{1,2}/#",
        holds=("week",),
        structure=macd_spans.weekly_spans,
        numberless=True,
        unless=r"\brsi\b|\bfl(?:y|ies)\b|butterfl|\bstrikes?\b|\btranche|\$|\bfirst\b|\benough\b|\bneed",
    ),
    Frame(
        "first_bars",
        rf"^(?=.*{_WHEN})(?=.*{_LINES})",
        structure=macd_spans.spans,
        numberless=True,
        unless=r"\bfl(?:y|ies)\b|butterfl|\bstrikes?\b|\bdebit\b|\bcredit\b|\btranche|\$",
    ),
    Frame(
        "first_rsi",
        rf"^(?=.*\brsi(?:\b|\d))(?=.*{_WHEN})",
        structure=rsi_by_hand.first,
        numberless=True,
        unless=r"\bmacd\b|\bsignal\b|\bgains?\b|\bloss|\babove\b|\bover\b|\bbelow\b|\bwings?\b|\blayer|\btranche|\bage\b|\$",
    ),
    Frame("macd_values", r"\bmacd\b|\bema|\bhistogram\b", structure=macd_by_hand.averages),
    Frame(
        "ema_step",
        rf"^(?=.*{_AVERAGE})(?=.*{_STEP})",
        (_SPAN_ASK,),
        structure=arithmetic.ema_step,
        asks=_AVERAGE,
    ),
    Frame(
        "smoothing_constant",
        r"\balpha\b|\bhalf[- ]?li(?:fe|ves)\b|\bk (?:for|of) (?:an? |the )?(?=\d)|\bsmoothing (?:constant|factor|weight)"
        r"|\bweight (?:of|on) (?:the )?(?:newest|latest|last|new|most recent|today)",
        structure=arithmetic.constant,
        unless=r"\bhedge\b|\bcontract",
    ),
    Frame("wilder_step", r"\bwilder|\b(?:next|new|updat\w+) (?:average|avg) (?:gain|loss)", structure=arithmetic.wilder_step),
    Frame(
        "rsi_value",
        r"\brsi(?:\b|\d)|\brelative strength\b|^(?=.*\b(?:avg|average)[ _]gain)(?=.*\b(?:avg|average)[ _]loss)",
        unless=r"\b(?:new|next|prev\w*)\b",
        structure=rsi_by_hand.averages,
    ),
    Frame(
        "net_present_value",
        r"\bnpv\b|\bpresent value\b|\bdiscount(?:ed|ing)?\b",
        (
            Slot("rate", "the discount rate of one period, in percent", ("percent",), bare=True, required=True, high=10),
            Slot("rate", before=r"\b(?:rate|discount|r)(?: of| is| =)?", low=0, high=1),
        ),
        structure=capital.discounted,
        asks=r"\bnpv\b|\bpresent value\b",
    ),
    Frame(
        "xirr",
        r"\bx?irr\b|\binternal rate|\bflows?\b"
        r"|\b(?:annual\w*|yearly|money[- ]weighted|a year|per year)\b[^.?!]{0,24}\b(?:rate|return)"
        r"|\b(?:rate|return)\b[^.?!]{0,24}\b(?:(?:a|per) (?:year|annum)|annual\w*|yearly)\b",
        structure=capital.dated_flows,
    ),
    Frame(
        "irr",
        r"\birr\b|\binternal rate",
        structure=irr_flows,
        unless=r"\bwacc\b|\bcost of capital\b|\bbutterfl|\bfl(?:y|ies)\b|\bcondors?\b|\bstrikes?\b",
    ),
    Frame(
        "wacc",
        r"\bwacc\b|\bcost of (?:capital|money|funds|funding|financing|borrowing)\b|\bweighted average cost\b"
        r"|\bblended (?:cost|rate)\b(?=[^%]{1,80}%[^%]{1,24}%)"
        r"|^(?=.*\b(?:blend\w*|overall (?:cost|rate)|average (?:cost|rate)|weighted)\b)"
        r"(?=.*\b(?:capital|money|book|funds|portfolio|sleeve|weight)\b)(?=.*\b(?:rest|remainder|remaining|else|others?)\b)",
        structure=capital.sources,
    ),
)
