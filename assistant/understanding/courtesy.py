"""Words that ask nothing yet: a greeting, thanks, or what this assistant is for."""

from __future__ import annotations

import re
from typing import Final

_COURTESY: Final = re.compile(
    r"^\W*(?:(?:hi|hiya|hello|hey|yo|howdy|greetings|good (?:morning|afternoon|evening|day))(?: there| all| everyone| again)?"
    r"|(?:thanks|thank you|thx|cheers|ta|bye|goodbye|ok(?:ay)?|cool|great|nice|got it|perfect)"
    r"(?:[ ,]{1,2}(?:a lot|so much|very much|thanks|thank you|bye|great|cool|got it))?"
    r"|(?:please )?help(?: me)?(?: please)?|start|menu|commands"
    r"|(?:so )?what (?:can|do) you (?:do|know|answer)|what can i (?:ask|do)(?: you| here)?"
    r"|how (?:does this|do you|do i use this|can you help(?: me)?)(?: work| tool| assistant)?"
    r"|what is this|what(?:'s| is) this for)\W*$",
    re.IGNORECASE,
)


def courtesy(text: str) -> bool:
    """Whether the whole text is a greeting, thanks, or a request to be shown what can be asked."""
    return _COURTESY.match(re.sub(r"\s+", " ", text.replace("’", "'"))) is not None
