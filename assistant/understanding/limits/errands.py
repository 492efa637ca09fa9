"""Work that is not about the method: things to be written, ordered or looked after, and orders to be something else."""

from __future__ import annotations

from typing import Final

from assistant.understanding.text.alternatives import any_of

ERRAND: Final = any_of(
    r"\b(?:haiku|limerick|rap song|sonnet|cover letter|tongue twister)\b",
    r"\b(?:log|sign) me (?:in|out|up)\b|\b(?:cancel|delete|reset|recover|close down"
    r"|unsubscribe) my (?:\w+ )?(?:account|subscription|password"
    r"|orders?|membership|profile)\b|\bmy (?:account )?(?:balance|password|username|login|subscription)\b",
    r"\b(?:write|build|code|create|make|program|develop|draft|compose|generate)\b (?:me |us |my |a |an |"
    r"some |the ){1,3}(?:\w+ ){0,3}"
    r"(?:bot|script|code|program|app|indicator|poem|essay|email|letter|story|song|website|newsletter|tweet|joke|report|"
    r"spreadsheet|workbook|tool)\b",
    r"\b(?:trade|execute|place|submit|send) (?:it |this |that |(?:the |an |my )?(?:orders?|trades?) )?"
    r"(?:for me|on (?:ibkr|robinhood|tastytrade|my broker)|automatically)\b",
    r"\b(?:send|set|text|notify|ping|alert|email|remind)\b[^.?!]{0,20}\b(?:alerts?|me|notifications?"
    r"|reminders?)\b[^.?!]{0,20}"
    r"\b(?:when|if|once|phone)\b",
    r"^\W*(?:please |can you |could you )?(?:translate|log ?in ?to|log ?on)\b",
    r"\bsummari[sz]e\b[^.?!]{0,20}\b(?:news|video|website|link|url|email)\b",
    r"\b(?:home address|phone number|net worth|(?<!my )(?<!our )(?<!^)(?:girlfriend|wife)|birthday|salary)\b",
)
ASIDE: Final = any_of(  # what is neither about the method nor an order to do something
    r"\b(?:code|write|program|build)\b[^.?!]{0,24}\b(?:in|using|with) (?:python|javascript|java|c\+\+|rust"
    r"|vba|pine\w*|sql|matlab)\b",
    r"\b(?:fix|debug|repair|edit|format) (?:my|this|the) (?:\w+ )?(?:spreadsheet|code|formula|script|macro|sheet)\b",
    r"\bwhen was [^.?!]{0,24}\b(?:founded|established|born)\b|\b(?:open|connect to|log into) my (?:portfolio"
    r"|account|broker)\W*$",
    r"\b(?:which|what|best|cheapest|a good) (?:\w+ )?(?:broker(?:age)?|trading (?:platform|app))\b",
    r"\bwhere (?:can|do|could) (?:i|we|you) (?:buy|get|order|download|find)\b[^.?!]{0,24}\b(?:books?|course"
    r"|pdf|software|indicator)\b",
    r"\b(?:best|good|which|what|recommended|cheapest) (?:\w+ )?(?:laptop|computer|pc|monitor|phone|tablet|desk|chair|keyboard"
    r"|camera|car|podcast|newsletter|credit card|restaurant|hotel)s?\b|\b(?:best|good|recommended) (?:\w+ )?(?:books?"
    r"|courses?)\b",
    r"\bhow (?:old|tall|rich) (?:is|was)\b|\b(?:was|is) (?:russell clark|he) (?:married|born|from|dead|alive|still)\b",
    r"\btell (?:me|us) (?:a|an|another) (?:\w+ )?(?:joke|story|riddle|secret)\b",
)
OVERRIDE: Final = any_of(
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.?!]{0,24}\b(?:instructions?|rules?|prompt|guidelines?|disclaimer)\b",
    r"\b(?:system|hidden) prompt\b",
    r"\b(?:pretend|imagine) (?:that )?(?:you are|you're|to be)\b|\bact as (?:a|an|my)\b|\byou are now\b",
)
