"""A choice of the asker's own put before the assistant without "should I": "now or wait?", "hold or fold", "what do I buy".

Each is one alternative of a row; gaps between words are bounded, so matching is linear in the length of the question.
"""

from __future__ import annotations

from typing import Final

from assistant.understanding.text.alternatives import any_of

_TRADED: Final = r"(?:trade|hedge|strike|play|position|bet|pick|option|fly|spread)s?"
_FOOLISH: Final = r"(?:dumb|stupid|crazy|nuts|insane|smart|wise|foolish|silly|reckless|mad|unwise|worth it|worthwhile)"

CHOICE: Final = any_of(
    # "tranche 2 now or wait", "add here or nah", "hold or fold", "take the money or ride"
    r"\b(?:now|here|today|already) or (?:just )?(?:wait|later|never|nah|hold off|tomorrow|next)\b",
    r"\b(?:hold|keep|stay|stick)(?: (?:it|them|on|in))?,? or (?:fold|dump|bail|run|cash|twist|go)\b",
    r"\b(?:take|bank|cash in|pocket|lock in)(?: (?:the|my|some))? (?:money|profits?|gains?|win|cash|chips)\b"
    r"[^.?!]{0,12}\bor (?:just )?(?:\w+ )?(?:ride|hold|let|wait|stay|run|keep|sit|hang)\b",
    r"\bor (?:just )?(?:ride it|sit tight|hang on|hang tight|let it (?:run|ride|expire|go)|stay put|hold off"
    r"|sit on my hands)\b",
    r"\b(?:buy|sell|add|hold|hedge|close|roll|do it|dip|go in|in) or (?:not|nah|nay|pass)\W*$",
    r"\b(?:yay|yea|yes|aye|thumbs up) or (?:nay|no|thumbs down)\b[^.?!]{0,12}\bon\b",
    # "should I listen to him", "should I put all my bonus into …"
    r"\bshould (?:i|we) (?:\w+ )?(?:listen to|trust|follow|believe|agree with|go along with|let|ignore) (?:him|her"
    r"|them|my|that guy)\b",
    r"\bshould (?:i|we) (?:\w+ )?listen (?:him|her|them)\b|\bshould (?:i|we) let (?:him|her|them)\b",
    r"\bshould (?:i|we) (?:\w+ )?put (?:all|half|some|everything|more|most|in|\$?\d|my|the (?:house|bonus|money"
    r"|savings|rest))\b",
    r"\bshould (?:i|we) trust (?:the|this|that) (?:signal|trigger|cross)\b[^.?!]{0,12}\band\b",
    r"\b(?:says?|said|wants me|told me|tells me|thinks (?:i|we) should) (?:to |i should )?(?:buy|sell|dump|put|hold"
    r"|hedge|go|get)\b"
    r"[^?]{0,60}\b(?:is (?:he|she) right|are they right|should (?:i|we)|do you agree|correct)\b",
    # "recommend one trade", "your best trade for next week", "what do I tell him to buy", "what do I buy"
    rf"\b(?:recommend|suggest|gimme|name) (?:me |us )?(?:one|your|an?|some|any|the best)\b[^.?!]{{0,24}}\b{_TRADED}\b",
    rf"\byour (?:best|favou?rite|top) (?:\w+ )?{_TRADED}\b",
    r"\bwhat (?:do|should|would|can|could) (?:i|we|you) (?:tell|advise) (?:\w+ ){1,3}to (?:buy|sell|do|hold|trade)\b",
    r"\bwhat (?:do|can|shall) (?:i|we) (?:buy|sell|trade|short)(?: (?:now|here|today))?\W*$",
    r"\bfor (?:someone|somebody|a (?:person|guy|man|woman|retiree|beginner|family)|people|guys) "
    r"(?:like (?:me|us)|in my|my age|of my age)\b",
    # "is it dumb to hold", "what's your move here", "what would a pro do"
    rf"\b(?:is it|would it be|am i|are we|is that) (?:really |just |being )?{_FOOLISH} to (?!read|use|learn|know|load"
    rf"|look)\w+\b",
    r"\bwhat(?:'?s| is) your (?:move|play|call|pick|next move)\b|\bwhat(?:'?s| is) the (?:play|move) (?:here|now"
    r"|today|this week)\b",
    r"\bwhat would (?:an? |the )?(?:pros?|experts?|professionals?|you|smart traders?|good traders?) do\b",
    r"\b(?:what|which) (?:size|strikes?|expiry|hedge|trade) (?:you would|would you|you'd) (?:put on|use|take|trade"
    r"|pick|choose)\b",
)
"""What asks for a decision on the asker's own money."""
