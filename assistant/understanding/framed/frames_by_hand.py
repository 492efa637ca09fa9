"""Frames of the method's sums by hand: MACD, RSI, breadth and volatility from numbers typed in the question."""

from __future__ import annotations

from typing import Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.framed.frames_breadth import BREADTH, STRIKES, TRADE
from assistant.understanding.lines import (
    average_aimed,
    average_steps,
    described_series,
    macd_by_hand,
    pivots_told,
    readings,
    rsi_by_hand,
    weights_told,
)
from assistant.understanding.positions import futures_by_day, two_futures, vols_told

_MACD: Final = r"\b(?:macd|hist|histogram|histo|sig|signal)\b"
_NO_STEP: Final = (
    r"\b(?:gain|loss|rsi|wilder|cost|capital|wacc|entry|fill|mean|normali[sz]|above|below|under|over|depressed|tenor|delta)"
    r"|\bwhy\b|\bsig|\bmust\b|\bhow (?:high|low)\b"
    r"|\bsimple\b|\bsma\b|" + TRADE
)

BY_HAND: Final = (
    Frame(
        "ema_input",
        r"\bema|\bexponential|\baverage\b|\bsig",
        holds=("what", "which", "how "),
        structure=average_aimed.ema_input,
        unless=r"\bgain|\bhist|\bcross|\bfl(?:y|ies)\b|\bbutterfl|\bstrikes?\b|\bdebit\b|\btranche|\$",
    ),
    Frame(
        "macd_of_stretches",
        _MACD,
        structure=described_series.stretches,
        unless=r"\b(?:rsi|gains?|ema ?\d{1,3} (?:was|is))\b|" + TRADE,
    ),
    Frame(
        "macd_after_value",
        r"\bmacd\b",
        structure=described_series.jump,
        unless=r"\bsig|\bhist|\brsi\b|\bema ?\d{1,3} (?:was|is)\b|" + TRADE,
    ),
    Frame("macd_of_slope", _MACD, structure=described_series.slope, unless=TRADE),
    Frame(
        "simple_signal",
        r"^(?=.*\b(?:metatrader|mt[45]|simple|sma)\b)(?=.*\b(?:macd|signal)\b)",
        structure=macd_by_hand.simple,
        unless=r"\bseed|\b(?:put )?ivs?\b",
    ),
    Frame("macd_step", r"\bsig", structure=macd_by_hand.one_further),
    Frame(
        "macd_input",
        r"\bmacd\b|\bline\b|\bcross\w*",
        structure=average_steps.wanted,
        unless=r"\bhist|" + TRADE,
    ),
    Frame(
        "macd_after_value",
        r"\bmacd\b|\bema|\baverages\b",
        structure=average_steps.both,
        unless=r"\bhist|\bsig|\brsi\b|\bcapital\b|\bcost\b|\bgain|" + TRADE,
    ),
    Frame(
        "macd_values",
        r"^(?=.*\bmacd)(?=.*(?:\bpercent|\bppo\b|%|\bpct\b))",
        structure=macd_by_hand.in_percent,
        unless=r"\bsig|\bhist|\bcross|" + TRADE,
    ),
    Frame("macd_lines", r"^(?=.*\bsig)(?=.*\b(?:macds?|lines?)\b)", structure=macd_by_hand.lines),
    Frame(
        "histogram_peaks",
        r"\bhist",
        structure=macd_by_hand.peaks,
        unless=r"\b(?:dip\w*|trough\w*|fell|fall\w*|drop\w*|back|lows?)\b|\bmacd (?:is|was|at)\b",
    ),
    Frame(
        "third_line",
        r"\bhist|^(?=.*\b(?:gap|difference|distance|spread)\b)(?=.*\bmacd\b)(?=.*\bsig)",
        structure=macd_by_hand.two_of_three,
        unless=r"\byesterday|\bbefore|\bprev|\bwiden|\bfrom [-+]?\.?\d",
    ),
    Frame("rsi_step", r"\bgain|\bup[ -]", structure=rsi_by_hand.moved, unless=TRADE),
    Frame(
        "rsi_value",
        rf"^(?=.*\brsi\b)(?=.*(?:{rsi_by_hand.UNMOVED}))",
        structure=rsi_by_hand.unmoved,
        unless=r"\bgain|\b(?:avg|average|mean)\b|\bhist|\brsi (?:is |of |at |= ?)?\d{2}\b|\bfuts? flat|\bcurve\b|\bnews?\b",
    ),
    Frame(
        "rsi_ratio",
        r"^(?=.*\brsi\b)(?=.*(?:\bratio\b|\brs\b|\bhow many times\b|\bgains? (?:to|over|vs|per|divided)"
        r"|\b(?:what|which|how (?:big|large|high|much)) (?:is |are |was |does |must |should |would |has )?(?:the |my |an )?"
        r"(?:average|avg|mean) gain"
        r"|\btimes (?:the |as |bigger|larger)))",
        structure=rsi_by_hand.ratio,
        unless=r"\brisk|\breward|" + TRADE,
    ),
    Frame("skew_between", r"\bskew", structure=vols_told.skew_of_puts, unless=TRADE.replace(STRIKES, "")),
    Frame(
        "iv_at_delta",
        r"\bdeltas?\b|δ|\d\s?d\b|\bd ?[=:]? ?-?0?\.\d|^(?=.*\bputs?\b)(?=.*\binterpolat)",
        holds=("delta", "δ", "d ", "d:", "d=", "d,", "interpolat"),
        structure=vols_told.by_delta,
        unless=r"\b(?:gamma|vega|theta|variance|maturity|tenors?|calls?)\b|\bdays?\b.*\bdays?\b|\bdte\b.*\bdte\b|"
        + TRADE.replace(STRIKES, ""),  # each quote may be told with its strike
    ),
    Frame(
        "delta_bracket",
        r"\bdeltas?\b|δ",
        structure=vols_told.deltas_alone,
        unless=r"\b(?:gamma|vega|theta|hedge ratio|calls?)\b|" + TRADE.replace(STRIKES, ""),
    ),
    Frame(
        "iv_at_tenor",
        r"\btotal variance\b|\bconstant\b|\binterpolat\w+|\bmaturit\w+|\btenors?\b"
        r"|^(?=.*\b(?:ivs?|vols?|volatility|(?:delta|d) puts?)\b)(?=.*(?:\bd(?:ays|te)\b|\dd\b).*(?:\bd(?:ays|te)?\b|\dd\b))",
        structure=vols_told.by_days,
        unless=r"\bcalls?\b|\bskew|\bfutures? (?:is|at)|\b(?:m|vx)[12]\b|\bstrike|\bmacd\b|\b4/4/2\b|" + TRADE,
    ),
    Frame(
        "slopes_by_day",
        r"\b(?:contango|backward\w*|slopes?|curves?|front|vx1|m1|f1|term structure|futures?|flip(?:s|ped|ping)?|invert(?:s|ed)?"
        r"|inversion)\b",
        structure=futures_by_day.by_day,
        unless=r"\bcalls?\b|\bputs?\b|\boptions?\b|\bmacd\b|\brsi\b|\bbids?\b|\basks?\b|\bspot\b|\bivs?\b|\bbought\b|\bsold\b|"
        + TRADE,
    ),
    Frame(
        "yearly_slope",
        r"\b(?:yearly|annual\w*|(?:by|a|per) (?:the )?year|p\.?a\b|365)",
        structure=two_futures.by_year,
        unless=r"\birr\b|\bnpv\b|\binterest\b|" + TRADE,
    ),
    Frame(
        "spot_basis",
        r"^(?=.*\b(?:futures?|vx\d?|m1|front|contract)\b)(?=.*\b(?:premium|discount|basis|roll yield|above|below|over|under|gap"
        r"|spread|distance|percent|contango|backwardat\w+|apart|differ\w+|how (?:far|much|rich|cheap)|rich|cheap|carry)\b|.*%"
        r"|(?!.*\bspot\b).*\bvix:?(?: (?:is|at|now|index|stands|trades))*+ \d[\d.]*+(?!%)[ ,;.]{1,3}(?:and |vs\.? "
        r"|with |while |but )?"
        r"(?:(?:the|its|my|a) )?(?:front|futures?)\b)",
        holds=("spot", "cash", "index", "vix"),
        structure=two_futures.over_spot,
        unless=r"\bcalls?\b|\bputs?\b|\boptions?\b|\biv\b|\bvol\b|\brsi\b|\bdelta\b"
        r"|\b(?:second|2nd|m2|vx2|back) (?:month|future)?"
        r"|\bdividend|\brates?\b|\binterest\b|\bshares?\b|" + TRADE,
    ),
    Frame(
        "weight_span",
        r"\balpha\b|\bk ?=|\bweight|\bsmoothing|\bfactor\b|\bmetastock|\bwilder",
        structure=weights_told.span_of_weight,
        unless=r"\b(?:gains?|loss(?:es)?|cost|capital|wacc|fill|budget|hedge)\b|" + TRADE,
    ),
    Frame(
        "smoothing_constant",
        r"\bema|\bexponential",
        holds=("weigh", "count", "influence", "share"),
        structure=weights_told.older_weight,
        unless=TRADE,
    ),
    Frame(
        "start_left",
        r"\bema|\bseed|\bexponential|\bmacd\b",
        holds=("seed", "start", "initial", "first", "history"),
        structure=weights_told.start_left,
        unless=r"\bsize\b|" + TRADE,
    ),
    Frame(
        "start_left",
        r"\bema|\bseed|\bexponential|\bmacd\b",
        holds=("seed", "start", "initial", "first value", "half", "halved"),
        structure=weights_told.start_under,
        unless=r"\bsize\b|" + TRADE,
    ),
    Frame(
        "range_level",
        r"\bmin\b|\bmax\b|\bnormali[sz]|\brank\b|\brange\b",
        structure=weights_told.in_range,
        unless=r"\b(?:mean|average|avg|median)\b|\btranche|\bloss\b|\bprofit\b|\bpercentile|\brisk\b|" + TRADE,
    ),
    Frame("skew_between", r"\bskew|\brisk[ -]reversal", structure=weights_told.skewed, unless=TRADE),
    Frame(
        "cross_needs",
        r"\bcross\w*|\bflip\w*|\bmeet",
        structure=macd_by_hand.to_cross,
        unless=r"\byesterday|\bprev|\bhist\w* (?:was|is|of|at)? ?[-+]?\.?\d|" + TRADE,
    ),
    Frame(
        "ema_step",
        r"\bema|\bexponential|\bsmooth\w*|\b(?:day|period|bar|week)s? average|\baverage of\b|\balpha\b|\bweight\b|\bk ?=",
        structure=average_steps.spanned,
        unless=_NO_STEP,
    ),
    Frame(
        "weighted_step",
        r"\balpha\b|\bweight|\bsmoothing|\bk ?=",
        structure=average_steps.weighted,
        unless=_NO_STEP,
    ),
    Frame(
        "pivot_known",
        r"^(?=.*\b(?:cross\w*|trigger\w*|signal)\b)(?=.*\b(?:act|acts|acted|trade|traded|enter|entry|fill|filled|buy)\b)",
        structure=pivots_told.cross_bar,
        unless=r"\bhist|\bpivot|\bmacd (?:is|was|at|of)?\s?[-+]?\.?\d|" + TRADE,
    ),
    Frame(
        "pivot_known",
        r"\bpivots?\b|^(?=.*\b(?:swing|high|low|peak|top|turn\w*)\b)(?=.*\b(?:known?|confirm\w*|act|use|wait)\b)",
        structure=pivots_told.pivot,
        unless=r"\bhist|" + TRADE,
    ),
    Frame(
        "value_at_level",
        r"^(?=.*\b(?:mean|average|avg|median)\b)(?=.*\b(?:which|what|how (?:low|high|far)|where)\b)(?=.*(?:(?<!\d)0?\.\d"
        r"|\bdepressed))",
        structure=readings.wanted,
        unless=r"\bema|\bgain|\bcost|\bprice|" + TRADE,
    ),
    *BREADTH,
)
