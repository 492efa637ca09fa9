"""Why a question is declined although its words alone would not say so, and what is told beside the refusal."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Kind
from assistant.session import Call, Session
from assistant.understanding.conversation import dialogue, spoken_of
from assistant.understanding.conversation.references import earlier, last_calls
from assistant.understanding.limits.asking import CERTAIN, FORETOLD, SURE, judge
from assistant.understanding.limits.by_the_rule import asks_the_method
from assistant.understanding.limits.scope import Decline, about_learning, decline
from assistant.understanding.plan import Plan
from assistant.understanding.question import Question

_ASKS = re.compile(
    r"\?|\b(?:wh(?:at|ats|ich|en|ere|y|o)|how|should|shall|would|could|can|may|might|must|will|is|are|am|do|does|did|need"
    r"|want(?! to (?:risk|put|use|spend|set aside|commit|allocate)\b)"
    r"|worth|enough|good|bad|better|best|worst|safe|risky|wise|ok|okay|right|wrong|recommend\w*|advi[cs]e\w*|suggest\w*|think"
    r"|opinion|thoughts|buy|sell|keep|hold|close|roll|go|help|tell|give|pick|choose|decide|or|vs|please)\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(  # "so if i hold the future i lose money?": what happens, and not what to do
    r"^\W*(?:(?:so|and|but|then|ok(?:ay)?),? ){0,3}(?:if|when) (?:i|you|we|one|someone) "
    r"(?:hold|own|buy|sell|bought|sold|keep|have|short|go long|am long|am short)\b"
    r"[^.?!]{0,40}\b(?:i|you|we|one|it|they) (?:will |would |can |could |always |do |does )?(?:lose|make|gain|earn|win|get"
    r"|pay|owe|profit)s?\b"
    r"[^.?!]{0,24}\W*$",
    re.IGNORECASE,
)
_SHARED_OUT = re.compile(
    r"\bhow (?:do|would|can|could) (?:i|we|you|one) (?:split|divide|allocate|stage|spread|share out|break (?:it|that) (?:up"
    r"|down))\b",
    re.IGNORECASE,
)
_STATED = re.compile(  # "vix 17.95", "next close is 27", and a date that is asked for by its name ("next FOMC")
    r"^\W*(?:(?:and|so|ok(?:ay)?|then|say|if|today'?s?|yesterday'?s?|tomorrow'?s?|now|next|the|my|last|new),? ){0,3}"
    r"(?:vix|spx|vx\d?|vro|put iv|iv|close|value|bar|print|reading|settlement|macd|signal|rsi|front|future)(?: (?:close"
    r"|value|iv"
    r"|level|bar|print))?(?: (?:is|was|at|of|prints?|printed|close[sd]?(?: at)?|comes? in(?: at)?|settle[sd]?(?: at)?)| ?[=:])?"
    r" \$?\d{1,4}(?:\.\d{1,4})?%?\W*$"
    r"|^\W*(?:and |so )?(?:the )?next (?:fomc|cpi|ppi|fed|payrolls?|expir\w+|settlement|meeting|opex)(?: (?:date|day"
    r"|meeting))?\W*$",
    re.IGNORECASE,
)
_NEEDED = re.compile(r"\bdo (?:i|we) need\b", re.IGNORECASE)
_DECIDES = re.compile(r"\b(?:i|we|would you)\b", re.IGNORECASE)


def declined(base: Plan, asked: Question) -> Plan | None:
    """A plan that says why the question is not answered as asked, by its grammar; None where it is answered."""
    why = _why(asked)
    if why is None and asked.session.turns and dialogue.asks_better(asked.text):
        return _better(base, asked)
    if why is None or (why == "live-data" and asked.has_numbers):
        return None
    return _refused(base, asked, why)


def judged(base: Plan, asked: Question) -> Plan | None:
    """The same by all its words together, for a question that would be looked up in the glossary."""
    why, lead = judge(asked.text, asked.index)
    if why != "advice" and asks_the_method(asked.text.lower()):  # "under the framework, when do you add": within the subject
        return None
    # "VIX looks 30 days ahead, right?" foretells nothing: the glossary's own terms speak for a question within it.
    least = SURE if why == "advice" else CERTAIN if asked.terms else FORETOLD if why == "prediction" else SURE
    if why == "advice" and (about_learning(asked.text) or _only_tells(asked) or _shares_out(asked) or _supposes(asked)):
        return None
    if why == "live-data" and asked.session.active is not None:  # the user's own data are there
        return None
    if why != "advice" and _STATED.match(asked.text) is not None:
        return None
    return _refused(base, asked, why) if lead > least else None


def _only_tells(asked: Question) -> bool:
    """Whether the words only tell figures of a calculation ("account 120k, 1.5% for the hedge, flies at .75"): who asks
    nothing asks for no advice."""
    found = asked.found
    return found is not None and not found.missing and _ASKS.search(asked.text) is None


def _supposes(asked: Question) -> bool:
    """Whether the words ask what happens to one who holds something."""
    return _HYPOTHETICAL.match(asked.text) is not None


def _shares_out(asked: Question) -> bool:
    """Whether a sum that is told is to be shared out by the method ("how do i split it"): that is arithmetic."""
    told = bool(asked.reading.quantities) and asked.answerable
    return told and _SHARED_OUT.search(asked.text) is not None


def _refused(base: Plan, asked: Question, why: Decline) -> Plan:
    kind: Kind = "no-advice" if why in ("advice", "prediction") else "not-covered"
    terms, holds = asked.terms, ""
    before = dialogue.is_of_before(asked.text) or dialogue.says_nothing(asked.text, asked.index)
    if why == "advice" and not terms and asked.session.turns and before:  # "is it a good deal", of what was spoken of
        terms, holds = spoken_of.terms_spoken_of(asked.session, asked.index.glossary)[:1], "."
    # What was spoken of stands before the words, which name nothing themselves.
    about = asked.searched(f"{terms[0]} {asked.text}", terms) if holds and terms else asked.search
    calls: tuple[Call, ...] = (about,)
    if why == "advice" and asked.answerable:
        calls = (*(c.call for c in asked.framed if not c.missing), *calls)
    return replace(base, kind=kind, declined=why, calls=calls, terms=terms, holds=holds)


def _why(asked: Question) -> Decline | None:
    spoken_of = bool(asked.session.turns) and dialogue.points_back(asked.text)  # "should I buy it?"
    in_domain = bool(asked.terms) or spoken_of or any(g.rises for g in asked.reading.ladders)
    why = decline(asked.text, in_domain=in_domain)
    # "want 2000, how many do I need": how many a told profit takes is a division, whoever asks for it.
    if why == "advice" and _NEEDED.search(asked.text) and any(c.call.tool == "units_for_profit" for c in asked.framed):
        why = decline(_NEEDED.sub("does it take", asked.text), in_domain=in_domain)
    # A decision in words that are all the method's own ("should I start now?") is one on the method.
    own = not in_domain and _DECIDES.search(asked.text) is not None and not asked.index.unknown(asked.text)
    if why is None and own and not asked.workable and decline(asked.text, in_domain=True) == "advice":
        return "advice"
    if why == "errand":  # "my wife says sell": what sounds like an order may be somebody's advice
        found, lead = judge(asked.text, asked.index)
        return found if lead > SURE else why
    return why


def _better(base: Plan, asked: Question) -> Plan:
    """Which of two things is better: what was computed of them once more, or what the sources say of the subject."""
    session = asked.session
    beside = _compared(session) if session.turns[-1].answer.results else ()
    terms = spoken_of.last_terms(session)[:2]
    subject = spoken_of.last_subject(session)
    about = ", ".join(terms) if beside or subject is None else subject.question
    return replace(base, kind="no-advice", declined="advice", terms=terms, calls=(*beside, asked.searched(about, terms)))


def _compared(session: Session) -> tuple[Call, ...]:
    """The calculations that the last turn set side by side, or the last one and the one before it."""
    last = last_calls(session)
    return last if len(last) > 1 else (*earlier(session, "previous"), *last)
