"""Words that ask nothing yet: a greeting, thanks, or what this assistant is for."""

from __future__ import annotations

import re
from typing import Final

_COURTESY: Final = re.compile(
    r"^\W*(?:(?:hi|hiya|hello|hey|yo|howdy|greetings|good (?:morning|afternoon|evening|day))(?: there| all| everyone| again)?"
    r"|(?:thanks|thank you|thx|danke(?: sch[oö]n)?|merci|gracias|grazie|obrigad[oa]|cheers|ta|bye|goodbye"
    r"|ok(?:ay)?|cool|great|nice|got it|perfect)"
    r"(?:[ ,]{1,2}(?:a lot|so much|very much|thanks|thank you|bye|great|cool|got it))?"
    r"|(?:please )?help(?: me)?(?: please)?|start|menu|commands"
    r"|(?:(?:hi|hello|hey)\W{1,3})?what (?:does|can|is) (?:this|the|your) (?:app|tool|assistant|thing|program|bot"
    r"|page|site)(?: do| for)?"
    r"|(?:so )?what (?:can|do) (?:you|u|ya) (?:do|know|answer)|what can i (?:ask|do)(?: you| here)?"
    r"|how (?:does this|do you|do i use this|can you help(?: me)?)(?: work| tool| assistant)?"
    r"|what is this|what(?:'s| is) this for"
    r"|who (?:made|built|wrote|are) you|what are you"
    r"|are you (?:chatgpt|gpt|a (?:bot|robot|person|human)|an ai|real|human|there)|clear|reset|restart|start over|new chat"
    r"|(?:export|save|download|print)(?: (?:this|it|the|my|our))?(?: (?:chat|conversation|session))?(?: (?:as|to) \w{2,10})?"
    r"|tell me a joke|i love you|test(?:ing)?|hello world|that'?s not what i (?:asked|meant))\W*$",
    re.IGNORECASE,
)


def courtesy(text: str) -> bool:
    """Whether the whole text is a greeting, thanks, or a request to be shown what can be asked."""
    return _COURTESY.match(re.sub(r"\s+", " ", text.replace("’", "'"))) is not None
