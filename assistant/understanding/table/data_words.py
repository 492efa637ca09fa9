"""Wishes to have one's own data explained: all of it, what is odd in it, or how sure what the rule sees in it is."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation.references import last_calls
from assistant.understanding.table.table_named import table_meant
from assistant.understanding.text.message import NAME as PASTED

_DATA: Final = r"(?:data|file|table|series|csv|spreadsheet|sheet|chain|curve|numbers|upload\w*|history)"
_OWN: Final = rf"(?:it|this|that|(?:my|this|these|the) (?:own )?(?:\w+ )?{_DATA})"
_FAULTY: Final = r"(?:odd|wrong|strange|unusual|suspicious|off|weird|broken)"
_EXPLAIN: Final = re.compile(
    r"\b(?:explain|interpret|analy[sz]e|assess|walk me through|make sense of) "
    rf"(?:my|this|these|the) (?:own )?(?:\w+ )?{_DATA}\b"
    rf"|\bwhat (?:does|do) (?:my|this|these) (?:\w+ )?{_DATA} (?:say|tell|show|mean)\b"
    rf"|\bwhat (?:does|do|can) the (?:rule|method) (?:see|find|read) in {_OWN}"
    r"|^\W*(?:explain |tell me |show me )?what the (?:rule|method) (?:sees|finds|reads)(?: here| in it)?\W*$"
)
_ODD: Final = re.compile(
    rf"\bwhat(?:'s|s| is| are| looks?| seems?)(?: there)? {_FAULTY}\b"
    rf"|\b(?:any|some)thing {_FAULTY}\b"
    rf"|\bis {_OWN} (?:clean|complete|ok|okay|damaged|broken)\b"
    rf"|\bproblems? (?:in|with) {_OWN}"
    r"|^\W*(?:and |so |ok )?(?:(?:what|where|which)(?:'?s| is| are| were)? (?:the |its )?|any "
    r"|are there (?:any )?|is there (?:an?y? )?"
    rf"|show (?:me )?(?:the |its )?)(?:gaps?|duplicates?|missing (?:days?|dates?|rows?"
    rf"|values?)|holes?)(?: in (?:it|this|that|there))?\W*$"
    r"|^\W*(?:and |so |ok )?(?:which|what|how many) (?:days?|dates?|rows?|values?|bars?) (?:are|is|were|was) (?:missing|dropped"
    r"|left out|not there)(?: (?:in|from) (?:it|this|that|there))?\W*$"
    r"|^\W*(?:so |and |ok |but )?(?:is|are|was|were|does|do) "
    rf"(?:(?:that|those) {_DATA}|those|{_OWN})"
    r" (?:look |looking |seem )?(?:any |all |really |even |of )?"
    r"(?:good|fine|useable|usable|right|alright|sound|valid|reliable|quality|trustworthy|healthy)"
    r"(?: (?:quality|enough|data|to use|at all))?\W*$"
    r"|(?:^|[.,;:?!]\s)\W{0,3}(?:so |ok |and )?(?:is (?:it|this|that) )?(?:useable|usable|clean|any good|good enough|ok to "
    r"use|fit for use|valid)"
    r"(?: (?:or not|for (?:the )?(?:macd|rule|method)|as it (?:is|stands)))?\W{0,4}$"
    rf"|\b(?:quality|state|health) of {_OWN}|\bdata quality\b"
)
# Asked of rows that have just come.
_FAULTS: Final = r"(?:problems?|issues?|errors?|faults?|mistakes?)"
_TROUBLE: Final = re.compile(
    r"\b(?:which|what|how many)(?: of)?(?: (?:the|these|my))? (?:rows?|values?|lines?|points?|readings?|cells?|dates?)\b"
    r"[^.?!]{0,24}\b(?:use|usable|used|good|bad|clean|wrong|odd|off|valid|broken|missing|keep|drop|skip|trust|count)\b|"
    rf"\b{_FAULTS}\W*$|\b(?:any|what|which) {_FAULTS}\b"
    r"|\b(?:ok|okay|safe|ready|fit|good|clean) (?:enough )?"
    r"(?:to (?:run|feed|use)|for (?:a |the |my )?(?:macd|signal|rule|trigger))"
)
_NOT_TOLD: Final = (
    r"\bwhat (?:(?:can'?t|can ?not|doesn'?t|don'?t|shouldn'?t)(?: (?:you|it|this|that|these|they|i|we|one))?"
    r"|(?:can|does|do|should)(?: (?:you|it|this|that|these|they|i|we|one))? not) "
    r"(?:tell|say|mean|show|know|see|conclude|prove|read)\b"
)
_SURE: Final = re.compile(
    r"\bhow (?:sure|certain|reliable|solid|robust|trustworthy|safe|good) (?:is|are) "
    r"(?:it|this|that|these|those|the (?:result|triggers?|data))\b"
    r"|\b(?:can|should|could|much can|much should) i (?:trust|rely on) (?:it|this|that|these|my \w+)\b"
    r"|\bhow (?:sure|certain) (?:are you|can (?:i|you|one) be)\b"
    rf"|{_NOT_TOLD}"
)
_WHAT: Final = re.compile(
    r"^\W*(?:so |ok |and |hi |hello |hey ){0,2}(?:what(?:'?s| is| are| have we)? (?:this|that|it|these|those|here"
    rf"|(?:in|inside) (?:it|this|there|here|that|(?:my|this|the|that) {_DATA}))"
    r"|what do you see|what have you got|what did you get)\W*$"
)
_ACTIVE: Final = re.compile(
    rf"\b(?:which|what) (?:one|{_DATA}|of (?:them|the (?:two|{_DATA})))\b(?: (?:is|are|am) (?:it|this|active|in use"
    rf"|loaded|used|now"
    r"|i (?:on|in|at|using|looking at)|we (?:on|in|at|using|looking at)|you (?:on|using|reading|looking at))){1,2}(?: now)?\W*$"
)
_USE: Final = re.compile(  # and nothing asked of it yet
    r"^(?!.*\b(?:run|apply|compute|calculate|plot|draw|show|compare|tell|rule|macd|rsi|triggers?)\b)"
    r"\W*(?:(?:and|so|ok|okay|now|please|pls|can|you|we|i|want|let'?s),? ){0,4}"
    r"(?:use|take|(?:switch|change|turn|go|swap)(?: back| over)? to|back to) "
)
_READ: Final = frozenset(
    (
        "butterfly_quote",
        "explain_data",
        "describe_table",
        "reread_table",
        "macd_trigger",
        "rsi_extreme",
        "ten_delta_put_iv",
        "term_structure",
        "backtest",
        "series_summary",
        "average_line",
        "net_advances_line",
        "around_events",
        "event_window",
        "breadth_divergence",
    )
)


def explained(text: str, session: Session) -> tuple[Call, ...]:
    """The call that explains the active table, for lower-case `text`; () where that is not asked, or "it" is something else."""
    if session.active is None:
        return ()
    if _EXPLAIN.search(text):
        return (Call("explain_data", {}),)
    switched = len(session.tables) > 1 and _USE.match(text) is not None and table_meant(text, session) is not None
    switched = switched and not any(map(_reads, last_calls(session)))  # what was asked of the one is asked of the other
    if switched or (_WHAT.match(text) and fresh(session)) or _ACTIVE.search(text):
        return (Call("describe_table", {}),)
    if not (in_hand(session) or fresh(session)) and not re.search(rf"\b(?:my|the|this) (?:\w+ )?{_DATA}\b", text):
        return ()
    if _ODD.search(text) or (fresh(session) and _TROUBLE.search(text)):
        return (Call("explain_data", {"part": "odd"}),)
    return (Call("explain_data", {"part": "sure"}),) if _SURE.search(text) else ()


def asks_what_came(text: str, session: Session) -> bool:
    """Whether the words ask what the table is that has just been loaded ("what's this?")."""
    return session.active is not None and fresh(session) and _WHAT.match(text.lower().replace("’", "'")) is not None


def fresh(session: Session) -> bool:
    """Whether nothing was asked since the active table came."""
    return session.active is not None and bool(session.arrivals) and session.arrivals[-1].answered == session.answered


def typed_with(session: Session) -> bool:
    """Whether the active table was pasted with the question itself, which then is about it."""
    return fresh(session) and session.active is not None and session.active.name.startswith(PASTED)


def within_reach(session: Session) -> bool:
    """Whether nothing else was computed since the table came: talk in between does not take the conversation off it."""
    since = next((a.answered for a in reversed(session.arrivals)), None)
    if since is None:
        return False
    turns = session.turns[max(0, since - (session.answered - len(session.turns))) :]
    computed = next((turn for turn in reversed(turns) if turn.answer.results), None)
    return computed is None or any(_reads(call) for call in computed.calls)


def in_hand(session: Session) -> bool:
    """Whether the conversation is on the table: nothing was asked since it came, or the last answer read it."""
    return fresh(session) or (bool(session.turns) and any(_reads(call) for call in session.turns[-1].calls))


def _reads(call: Call) -> bool:
    """Whether a call was on the table: by its tool, or as a plan dated by the table's triggers."""
    return call.tool in _READ or bool(call.arguments.get("use_triggers"))
