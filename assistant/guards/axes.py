"""Things of the field that have two sides, and the words by which a sentence names the one or the other."""

from __future__ import annotations

from typing import Final, NamedTuple


class Axis(NamedTuple):
    """Something with two sides: the words that name the one (1) and the other (−1)."""

    plus: str
    minus: str


_BE: Final = r"(?:is|are|was|were|being|lies|lie|lay|stands?|stood|sits?|sat|has been|trades?|traded|trading|settles?|settled|"
_BE_AT: Final = (
    _BE + r"finish\w*|ends?|ended|closes?|closed|moves?|comes?|rises?|falls?|gets?|goes)(?: \w+ly| still| already| now)?"
)
_OVER: Final = r"(?:above|over|beyond|past|higher than|more than|greater than|north of)"
_UNDER: Final = r"(?:below|under|beneath|lower than|less than|south of|short of)"
_PRICE: Final = (
    r"(?:the |its |their |that |vix |vx |spx |same-expiry |current ){0,3}(?:underlying|futures?|future's price|spot|index|"
    r"price|forward|market|settlement|settlement value|vro|stock|spx|vix)"
    r"(?: of \d[\d.]*| price| level| value|'s price|'s level)?"
)
_STRIKE: Final = r"(?:the |its |their |your |that |a ){0,3}(?:call's |put's |option's )?strike(?: price)?s?(?: of \d[\d.]*)?"
_MACD: Final = r"(?:the )?macd(?: line)?"
_SIGNAL: Final = r"(?:the |its |that |a ){0,3}signal(?: line)?"
_FRONT: Final = (
    r"(?:the )?(?:front|near(?:est)?|first|nearby|prompt|spot)(?:[- ](?:month|dated|contract|future))?(?: "
    r"(?:month|contract|future|price|one|vix)){0,3}s?"
)
_BACK: Final = (
    r"(?:the |a )?(?:back|later|second|next|far(?:ther)?|deferred|further)(?:[- ]?(?:month|dated|contract|"
    r"future))?(?: (?:month|contract|future|price|one|out)){0,3}s?"
)
_DEARER: Final = r"(?:above|over|higher than|more than|dearer than|more expensive than|richer than|costlier than)"
_CHEAPER: Final = r"(?:below|under|lower than|less than|cheaper than)"
AXES: Final = {
    "holder": Axis(
        r"(?:bought|buy|buying|buyers?|holders?|owners?|owned|purchased)(?! the)|(?<!to )\blong\b(?! (?:time|before|"
        r"ago|run|er))",
        r"(?:sold|sell|selling|sellers?|writers?|written|short)",
    ),
    "sign": Axis(
        r"(?:positive(?!ly)|above zero|works? for|in (?:its|your|their|his|the \w+'s) favou?r|(?<!against )(?:earns?|"
        r"gains?) (?:from|by|with|as)\b)",
        r"(?:negative(?!ly)|below zero|works? against|drains?|erodes?)",
    ),
    "kind": Axis(r"(?:calls?)(?! (?:butterfl|spread|fly))", r"(?:puts?)(?! (?:on|in|up|spread|call))"),
    "moneyness": Axis(
        r"(?:in[- ]the[- ]money|itm|has intrinsic value|have intrinsic value)",
        r"(?:out[- ]of[- ]the[- ]money|otm|no intrinsic value|(?:expires?|ends?) worthless)",
    ),
    "strike": Axis(
        rf"(?:{_STRIKE} {_BE_AT} {_OVER} {_PRICE}|{_PRICE} {_BE_AT} {_UNDER} {_STRIKE}|strikes? {_OVER} {_PRICE})",
        rf"(?:{_STRIKE} {_BE_AT} {_UNDER} {_PRICE}|{_PRICE} {_BE_AT} {_OVER} {_STRIKE}|strikes? {_UNDER} {_PRICE})",
    ),
    "pays": Axis(
        r"(?:pays?(?: out| off)?|(?:is|be) worth something|settles? in the money|brings? (?:in )?money)(?! (?:for|the "
        r"premium|a premium))",
        r"(?:pays? nothing|(?:is|be) worth (?:nothing|zero|0)|(?:expires?|ends?) worthless)",
    ),
    "histogram": Axis(
        r"(?:positive|above zero|over zero|above the zero line)(?: histogram| bars?)?",
        r"(?:negative|below zero|under zero|below the zero line|beneath zero)(?: histogram| bars?)?",
    ),
    "line": Axis(
        rf"(?:{_MACD} (?:line )?{_BE_AT} (?:from below )?(?:to )?(?:back )?{_OVER} {_SIGNAL}|{_SIGNAL} {_BE_AT} "
        rf"{_UNDER} {_MACD}|"
        rf"{_MACD} (?:crosses|crossing|rising|climbing|moving|climbs|passing|crossed|climbed) (?:up )?{_OVER} {_SIGNAL})",
        rf"(?:{_MACD} (?:line )?{_BE_AT} (?:from above )?(?:to )?(?:back )?{_UNDER} {_SIGNAL}|{_SIGNAL} {_BE_AT} "
        rf"{_OVER} {_MACD}|"
        rf"{_MACD} (?:crosses|crossing|dropping|falling|sinking|drops|slips|slipping|sinks|crossed|dropped|slid) "
        rf"(?:down )?{_UNDER} {_SIGNAL})",
    ),
    "cross": Axis(
        r"(?:bullish|upward) (?:macd )?(?:cross\w*|turn|signal)",
        r"(?:bearish|downward) (?:macd )?(?:cross\w*|turn|signal)",
    ),
    "curve": Axis(r"(?:contango)(?! (?:flatten|giv|turn|unwind))", r"(?:backwardation|backwardated|inverted curve)"),
    "front": Axis(
        rf"(?:{_FRONT} (?:{_BE_AT} |costs? |(?:is|are|was|were) priced )?{_DEARER} {_BACK}|{_BACK} (?:{_BE_AT} |"
        rf"costs? )?{_CHEAPER} {_FRONT}|"
        rf"(?:later|back|deferred|farther) (?:months?|contracts?|futures|ones) (?:are|is|being|cost|trade) (?:the "
        rf")?(?:cheaper|lower|less)|"
        rf"slop(?:es|ing) down\w*|downward[- ]slop\w+|(?:falls?|falling|declin\w+) from (?:the )?front to)",
        rf"(?:{_FRONT} (?:{_BE_AT} |costs? |(?:is|are|was|were) priced )?{_CHEAPER} {_BACK}|{_BACK} (?:{_BE_AT} |"
        rf"costs? )?{_DEARER} {_FRONT}|"
        rf"(?:later|back|deferred|farther) (?:months?|contracts?|futures|ones) (?:are|is|being|cost|trade) (?:the "
        rf")?(?:dearer|higher|more)|"
        rf"slop(?:es|ing) up\w*|upward[- ]slop\w+|(?:rises?|rising|climb\w*) from (?:the )?front to)",
    ),
    "roll": Axis(
        r"(?:gains?|earns?|pays (?:a |the )?(?:long|holder|owner)|pays off|profits?|benefits?|brings? (?:in|a gain)|"
        r"adds?|is a gain|in (?:his|their|your|its) favou?r|helps?)",
        r"(?:costs?|loses?|lose|pays (?:for|to|on|more|a price)|drags?|hurts?|bleeds?|works? against|is a loss|eats?)",
    ),
    "extreme": Axis(r"overbought", r"oversold"),
    "seventy": Axis(
        r"(?:above|over|past|beyond|higher than|exceed\w*) (?:the )?70",
        r"(?:(?:below|under|beneath|less than) (?:the )?(?:30|70))",
    ),
    "exercise": Axis(r"european", r"american"),
    "when": Axis(
        r"(?:only (?:at|on|upon) (?:expir\w+|its last day|the (?:last|final|expiry|expiration) day)|at expir\w+ "
        r"(?:only|alone))",
        r"(?:(?:on )?any (?:day|time|moment|trading day)|whenever|at will|(?:exercised|assigned) (?:early|before)|"
        r"before (?:then|expir\w+)|"
        r"early (?:exercise|assignment) is possible|can be assigned early)",
    ),
    "price": Axis(r"(?:debits?)", r"(?:credits?)"),
    "paid": Axis(
        r"(?:(?:is|are|was|being) paid to open|you pay|the buyer pays|money paid|paid out|costs? money to open)",
        r"(?:(?:is|are|was|being) (?:received|collected|taken in)|you (?:receive|collect|take in|are paid|get paid)|"
        r"money received|brings? in money)",
    ),
    "package": Axis(r"(?<!reverse )conversions?", r"(?:reversals?|reverse conversions?)"),
    "stock": Axis(
        r"(?:(?:long|buys?|buying|holds?|holding|owns?|bought) (?:of )?(?:the |a )?(?:underlying|stock|future|index|share)s?)",
        r"(?:(?:short|sells?|selling|shorts?|shorting|sold) (?:of )?(?:the |a )?(?:underlying|stock|future|index|share)s?)",
    ),
    "put": Axis(
        r"(?:(?:long|buys?|buying|holds?|bought) (?:of )?(?:the |a )?put)",
        r"(?:(?:short|sells?|selling|writes?|sold) (?:of )?(?:the |a )?put)",
    ),
    "call": Axis(
        r"(?:(?:long|buys?|buying|holds?|bought) (?:of )?(?:the |a )?call)",
        r"(?:(?:short|sells?|selling|writes?|sold) (?:of )?(?:the |a )?call)",
    ),
    "correlated": Axis(r"(?:near|of|at|to) \+?1(?![\d.])", r"(?:near|of|at|to) [−-]1(?![\d.])"),
    "direction": Axis(
        r"(?:in )?(?:the same (?:direction|way)|together|in step|in tandem)",
        r"(?:in )?(?:the )?(?:opposite (?:direction|way)s?|against each other)",
    ),
    "loss": Axis(
        r"(?:(?:can|could|may|might) (?:(?!never)\w+ )?(?:lose|cost \w+) (?:more|far more|much more)(?: money)? than)",
        r"(?:(?:cannot|can never|never|can not|could never) loses? more than|(?:can|could) (?:\w+ )?lose (?:no more "
        r"than|at most|only)|"
        r"(?:the )?most (?:that )?(?:\w+ ){1,4}can lose is|loss\w* (?:is|are) (?:limited|capped) (?:to|at|by)|"
        r"loses? no more than|never (?:costs|loses) more than|(?:is|are) all (?:that )?(?:you|they|it|one) can lose|"
        r"(?:the )?loss (?:is|are) (?:limited|capped)|(?:cannot|can never) exceed)",
    ),
    "formula": Axis(
        r"strike(?: price)?s? (?:plus|and|\+) (?:the |its |a )?(?:premium|debit|price|cost)",
        r"strike(?: price)?s? (?:minus|less|−|-) (?:the |its |a )?(?:premium|debit|price|cost)",
    ),
    "wing": Axis(r"(?:upper|higher|top) break-?even", r"(?:lower|bottom) break-?even"),
    "made": Axis(
        r"(?:value|worth|proceeds|payout|payoff) (?:plus|and|\+) (?:the |its |your |what \w+ )?(?:debit|cost|paid|premium)",
        r"(?:debit|cost|premium) (?:minus|less|−) (?:the |its |your )?(?:value|worth|payout|payoff|proceeds)",
    ),
    "rounded": Axis(
        r"round(?:s|ed|ing)? (?:it |them |the \w+ )?up(?:wards?)?", r"round(?:s|ed|ing)? (?:it |them |the \w+ )?down(?:wards?)?"
    ),
    "inner": Axis(
        r"(?:bought|long|buy|buys|buying|own) (?:the |its )?(?:inner|closer|nearer|middle)|(?:sold|short|sells?|"
        r"selling|write|writes) (?:the |its )?(?:outer|farther|further|outside|wings)",
        r"(?:sold|short|sells?|selling|write|writes) (?:the |its )?(?:inner|closer|nearer|middle)|(?:bought|long|buy|"
        r"buys|buying|own) (?:the |its )?(?:outer|farther|further|outside|wings)",
    ),
    "mini": Axis(
        r"(?:mini(?: vix)?(?: futures?| contracts?)?|minis|vxm)(?: \w+){0,2} (?:larger|bigger|greater|ten times)(?! "
        r"number)|(?:standard|full\w*|vx|big)(?: vix)?(?: futures?| contracts?| one)? (?:is|has|are|have) (?:the "
        r")?(?:smaller|lesser)|"
        r"(?:standard|full\w*|vx)(?: vix)?(?: futures?| contracts?| one)? (?:is|are) (?:only )?a tenth",
        r"(?!)",
    ),
    "difference": Axis(
        r"slow\w*(?: \w+){0,2} (?:minus|less|−) (?:the |its )?fast|(?:longer|26-\w+)(?: \w+){0,2} (?:minus|less|−) "
        r"(?:the |its )?(?:shorter|12-\w+)|"
        r"signal(?: line)? (?:minus|less|−) (?:the |its )?macd|(?:subtract\w*|tak\w+|deduct\w*) (?:the |its )?macd(?: "
        r"\w+)? from (?:the |its )?signal|"
        r"macd(?: line)? is (?:\w+[ -]){0,6}(?:average|copy|version|mean) of (?:the |its )?signal",
        r"(?!)",
    ),
    "quote": Axis(
        r"(?:at|pay\w*|paid|on|hits?|lifts?|takes?|crossing) (?:the |its )?(?:offer|ask)",
        r"(?:at|pay\w*|paid|on|hits?|gets?|receiv\w+|takes?) (?:the |its )?bid",
    ),
    "dealers": Axis(
        r"(?:positive|long)(?: dealer)? gamma|dealer gamma (?:is|being|turns?|goes) positive",
        r"(?:negative|short)(?: dealer)? gamma|dealer gamma (?:is|being|turns?|goes) negative",
    ),
    "moves": Axis(
        r"(?:damp\w+|calm\w*|mut\w+|cushion\w*|soften\w*|sooth\w*|stabili[sz]\w+)",
        r"(?:amplif\w+|enlarg\w+|magnif\w+|intensif\w+|fuel\w*|accelerat\w+)",
    ),
    "beyond": Axis(
        rf"{_OVER} (?:its |the |that |your )?(?:top|upper|highest|uppermost|third) (?:strike|call|wing)[^.;]{{0,50}}? "
        r"(?:(?:keeps?|goes on|continues?|carries on) (?:\w+ )?(?:gain|pay|grow|ris|earn|add|climb|increas|mak|to "
        r"gain|to pay|to grow|to rise)\w*|"
        r"pays? without limit|unlimited|gains? (?:more|further|without)|(?:is|be) worth (?:its|the) (?:most|maximum)|"
        r"(?:pays?|worth) the most)",
        r"(?!)",
    ),
    "credit loss": Axis(
        r"(?:most (?:that )?(?:\w+ ){1,3}can (?:make|win|earn|gain)|max\w* (?:profit|gain)) (?:is|=|equals) (?:the |"
        r"its )?(?:\w+ )?(?:width|wing)|"
        r"(?:most (?:that )?(?:\w+ ){1,3}can lose|max\w* loss) (?:is|=|equals) (?:the |its )?(?:net )?(?:credit|premium)",
        r"(?!)",
    ),
    "length": Axis(
        r"(?:short(?:er)?|fast(?:er)?) (?:the )?(?:\w+ )?(?:ema|average|period|span|mean)",
        r"(?:long(?:er)?|slow(?:er)?) (?:the )?(?:\w+ )?(?:ema|average|period|span|mean)",
    ),
    "pace": Axis(
        r"(?:react|respond|follow|turn|adapt|change)\w* (?:\w+ ){0,3}?(?:faster|sooner|quicker|closely|more quickly)|"
        r"(?:the )?(?:faster|sooner|quicker) (?:it|they) (?:react|respond|follow|turn)\w*",
        r"(?:react|respond|follow|turn|adapt|change)\w* (?:\w+ ){0,3}?(?:slower|later|more slowly)|(?:the )?(?:slower|"
        r"later) (?:it|they) (?:react|respond|follow|turn)\w*|smoother",
    ),
    "tails": Axis(r"fat(?:ter)? tails?", r"thin(?:ner)? tails?"),
    "dear": Axis(
        r"calls (?:are |look |get )?(?:too )?(?:dear|rich|expensive)|puts (?:are |look |get )?(?:too )?cheap",
        r"calls (?:are |look |get )?(?:too )?cheap|puts (?:are |look |get )?(?:too )?(?:dear|rich|expensive)",
    ),
    "closer": Axis(
        r"strikes (?:that lie |lying )?(?:closer|nearer) to",
        r"strikes (?:that lie |lying )?(?:further|"
        r"farther) (?:away )?(?:from|out)",
    ),
    "chance": Axis(
        r"(?:higher|better|greater|larger) (?:chance|odds|probability)|(?:chance|odds|probability)[^.;,]{0,50} (?:is|"
        r"are|gets?|becomes?) (?:higher|better|greater)",
        r"(?:lower|worse|smaller|poorer) (?:chance|odds|probability)|(?:chance|odds|probability)[^.;,]{0,50} (?:is|"
        r"are|gets?|becomes?) (?:lower|worse|smaller)",
    ),
    "top": Axis(
        rf"{_OVER} (?:its |the |that |your )?(?:top|upper|highest) strike[^.;]{{0,60}}? (?:(?:is|be|are) worth (?:0|"
        rf"nothing|zero)|(?:falls?|comes?|drops?|goes) back to (?:0|zero|nothing)|(?:expires?|ends?) worthless)",
        rf"{_OVER} (?:its |the |that |your )?(?:top|upper|highest) strike[^.;]{{0,60}}? (?:keeps? (?:its|the|all|"
        rf"every)|pays? (?:its|the) (?:full|whole|maximum)|(?:is|be) worth (?:its|the) (?:full|whole|maximum|most))",
    ),
}
