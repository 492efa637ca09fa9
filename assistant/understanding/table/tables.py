"""Questions about the user's own table: which tool reads it, and which column is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.conversation.references import last_calls
from assistant.understanding.filling.macd_spans import spans_named
from assistant.understanding.filling.too_few import counted_in_table
from assistant.understanding.table.asked_of_data import (
    asks_of_chain,
    asks_of_data,
    level_again,
    means_compared,
    names_state,
    of_last_result,
    years_compared,
)
from assistant.understanding.table.backtests import BACKTEST, REPLAYED, SWEEP, backtest_call
from assistant.understanding.table.beside import around_events, asks_spacing, beside_signal
from assistant.understanding.table.data_words import explained, in_hand, typed_with, within_reach
from assistant.understanding.table.glances import glance
from assistant.understanding.table.on_chain import TRIGGER, on_chain
from assistant.understanding.table.table_lines import lines_of
from assistant.understanding.table.table_named import names_column, where_of
from assistant.understanding.table.table_questions import chosen
from assistant.understanding.text.periods import as_of, on_day, period_of, recent
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from tools import CATALOGUE, Table

_OWN = re.compile(
    r"\b(?:my|this|these|the|loaded|uploaded|our) (?:own )?(?:\w+ )?(?:data|files?|series|tables?|csv|"
    r"sheet|chart|chains?|columns?|numbers|upload\w*|history|spreadsheet)\b"
    r"|\b(?:did|has|have|had|was|were) (?:it|this|they|there|macd|(?:the|a|any|my) (?:macd|rsi|lines?|series|histogram|"
    r"cross\w*|triggers?|signals?))\b|\b(?:is|does|do|are) (?:it|this|they|there)\b"
    r"|\b(?:last|latest|most recent|current) (?:\d{1,3} )?(?:bars?|cross\w*|triggers?|signals?|macd|rsi|histogram|"
    r"values?|readings?|dates?|time)\b|\bhow (?:many times|many (?:cross\w*|triggers?|signals?|rows|columns|days)|often)\b"
    r"|\b(?:ever|currently|right now)\b|\bload(?:ed)?\b|\bup ?load|\bwhat columns\b"
    r"|\bhow (?:would|did) (?:the |this |that )?(?:rules?|method|triggers?|signals?|hedge|strategy)\b"
    r"|\b(?:back-?test|test|plot|chart|analy[sz]e|describe|summari[sz]e|use) (?:it|this|that)\b"
    r"|\b(?:is|are) (?:the |my )?(?:macd|rsi|histogram|signal(?: line)?|trend|series)\b.{0,40}\bnow\b"
    r"|\bwhat(?:'?s| is) the (?:rsi|macd|histogram|slope)\W*$"
    r"|\bwhat(?:'?s| is| was) the (?:(?:futures |vix )?curve|slope|term structure|roll yield)(?: (?:on|at|for|in)\b|\W*$)"
)
# A question on the sources is answered from them, whatever is loaded.
_SOURCES = re.compile(
    r"\b(?:article|method|methodology|framework|page|sources?|vixshield|clark|alvh) (?:says?|states?|uses?|needs?|has|names?)\b"
    r"|\b(?:does|do|has|is|in|by|to) (?:the )?(?:primary )?(?:article|method|methodology|page|sources?|vixshield|clark)\b"
)
_FILE = Sought(
    r"\b(?:my|the|this|these) (?:own )?(?:\w+ )?(?:data|files?|series|tables?|csv|spreadsheet|upload\w*|history)\b"
    r"|\b(?:my|our|attached) (?:[\w-]+ ){0,3}(?:data|files?|csv|spreadsheets?|excel|xlsx|sheets?|workbooks?|columns?|export|"
    r"history|chain|quotes)\b|\bin (?:an? )?(?:excel|csv|spreadsheet|sheet|file|workbook)\b|\bdid (?:it"
    r"|the macd|macd) (?:cross|trigger|fire)\b|\bwhen did it (?:last )?(?:cross|"
    r"trigger|fire)\b"
)
_UNLIKE: Final = re.compile(  # "why is my EMA not that of Excel", "if I add 5 to every value": about any file
    r"^(?=.*\b(?:why|how come|reason)\b)"
    r"(?=.*\b(?:differ\w*|(?:not|n'?t) (?:match|agree|equal|the same)|mismatch\w*|off (?:from|by)|same as)\b)"
    r"|\b(?:add(?:ing)?|subtract(?:ing)?|multiply(?:ing)?|divid(?:e|ing)|scal(?:e|ing)|shift(?:ing|ed)?|doubl(?:e|ing)|halv(?:e|ing)"
    r"|quoting|in percent)\b[^.?!]{0,40}\b(?:every|each|all|whole|entire|series)\b"
)
_WHAT_IF: Final = re.compile(
    r"^\W*(?:and |so |but )?what if (?:my|the|a)\b"
    r"[^?!]{0,24}\b(?:has|have|had|is|are) (?:no|not|only|missing|too)\b"
)
_DESCRIBE = re.compile(
    r"\b(?:what (?:did i|have i) (?:just |now )?(?:load|upload)\w*|what(?:'s| is) in (?:it|this|the|my)|describe|"
    r"summar\w+|columns?|what do you see|explain (?:it|this|my|the) (?:data|file|table|csv)|"
    r"what(?:'s| is) (?:odd|wrong|missing|strange)|gaps?|duplicates?|how many rows|analy[sz]e|plot|chart)\b"
)
_RUN: Final = re.compile(r"\b(?:run|apply|try|use) (?:the |your |its )?(?:rule|method|trigger|signal)\b")
_TRANCHE = re.compile(r"\b(?:tranches?|ladder|allocat\w+|layer\w*|plan|stag(?:e|ed|ing)|split)\b")
_BY_THEM: Final = re.compile(r"\b(?:by|from|on|at|with|for) (?:them|those|these|it|that)\b")
_RSI = re.compile(r"\brsi\b|\bover(?:bought|sold)\b|\bwings?\b")
BARS: Final = Sought(  # "two weeks" are a stretch of time
    r"(?:(?<!\d )(?<!two )(?<!three )(?<!four )(?<!past )(?<!last ))\b(weekly|daily|weeks?)\b"
    r"(?! (?:put|iv|vix|options?|later|earlier|before|after|ago))"
)
_BARE: Final = 2  # words
_FEW: Final = 6  # words
RUNNING: Final = ("rsi_extreme", "macd_trigger", "average_line", "net_advances_line")  # asked for as of a day
_AVERAGED: Final = ("macd_trigger",)
_CURVE = re.compile(
    r"\b(?:contango|backwardat\w+|term structure|curve|slope|roll yield|flip(?:s|ped)?|steep\w*|invert\w*|upside down|shape)\b"
)


def about_table(reading: Reading, session: Session) -> tuple[Call, ...]:
    """The calls that answer a question on the active table; () where the question is not about it."""
    return within(counted_in_table(_about(reading, session), session.active), reading.lower, session.active)


def asks_sources(text: str) -> bool:
    """Whether lower-case `text` asks what the sources say, and names no data of the user's."""
    return _SOURCES.search(text) is not None and _FILE.search(text) is None


def within(calls: tuple[Call, ...], text: str, table: Table | None) -> tuple[Call, ...]:
    """The calls on the stretch of time that the words name, where they read a series."""
    period: Mapping[str, Any] = period_of(text) or (as_of(text) if calls and calls[0].tool in RUNNING else {})
    bars = BARS.search(text)
    if not period and calls and table is not None and calls[0].tool != "average_line":  # "50-day" is its span
        period = recent(text, table.report)
    more: dict[str, Any] = {"bars": "weekly"} if bars is not None and bars[1].startswith("week") else {}
    if (not period and not more) or len({c.arguments.get("since") for c in calls}) > 1:  # each has its own
        return calls
    return tuple(Call(c.tool, {**c.arguments, **told(c, period, table), **more}) if _takes_series(c) else c for c in calls)


def _dated(period: Mapping[str, Any], table: Table | None) -> Mapping[str, Any]:
    """The latest bars as those from a day on, since an average that is cut off would be another one; {} without dates."""
    if "latest" not in period or table is None:
        return period
    if table.date_column is None:
        return {}
    dates = table.frame[table.date_column]
    return {"since": f"{dates.iloc[-min(period['latest'], len(dates))]:%Y-%m-%d}"}


def told(call: Call, period: Mapping[str, Any], table: Table | None) -> dict[str, Any]:
    """The stretch of time as the tool takes it: a trigger's averages need the values before the first day that is meant."""
    if call.tool in _AVERAGED:
        period = _dated(period, table)
    if call.tool != "macd_trigger" or "since" not in period:
        return dict(period)
    return {**{k: v for k, v in period.items() if k != "since"}, "events_from": period["since"]}


def _takes_series(call: Call) -> bool:
    kinds = {p.kind for p in CATALOGUE[call.tool].parameters} if call.tool in CATALOGUE else set()
    return bool(kinds & {"series", "events"}) or bool(call.arguments.get("use_table"))


def _about(reading: Reading, session: Session) -> tuple[Call, ...]:
    table = session.active
    if table is None:
        return ()
    text = reading.lower
    if (choice := chosen(text, table)) is not None:
        return (Call("reread_table", {"choice": choice}),)
    if calls := explained(text, session):
        return calls
    of_sources = asks_sources(text)
    if not of_sources and (calls := lines_of(reading, session)):
        return calls
    if not of_sources and (calls := around_events(reading, session)):
        return calls
    # "contango?", "rsi" while the conversation is on the table
    bare = (len(text.split()) <= _BARE or names_state(text)) and in_hand(session)
    handy = within_reach(session) and (asks_of_data(text) or (table.kind == "chain" and asks_of_chain(text)))
    handy = handy or (within_reach(session) and not of_sources and BACKTEST.search(text) is not None)
    # A stretch of time that is asked about is one of the data in hand.
    stretch = period_of(text) or recent(text, table.report) or as_of(text)
    line = _RSI.search(text) or TRIGGER.search(text) or (table.kind == "curve" and _CURVE.search(text))
    handy = handy or (within_reach(session) and line is not None and bool(stretch))
    handy = handy or (within_reach(session) and (_RUN.search(text) is not None or asks_spacing(text)))
    handy = handy or (typed_with(session) and not of_sources)
    own = bare or handy or _is_own(text, table) or REPLAYED.search(text) is not None
    compared = means_compared(text, session) or (years_compared(text, session) if within_reach(session) else ())
    if compared := compared or of_last_result(text, session):
        return compared
    if (above := level_again(text, session)) is not None:
        return (above,)
    looked = (
        None
        if of_sources or table.kind == "chain" or (table.kind == "curve" and _CURVE.search(text))
        else glance(
            reading, own=own, in_hand=in_hand(session) or (len(text.split()) <= _FEW and within_reach(session)), table=table
        )
    )
    if looked is not None and not _RSI.search(text) and not TRIGGER.search(text):
        return (Call("series_summary", {**where_of(text, table), **looked}),)
    if table.kind != "chain" and within_reach(session) and (chosen_rule := spans_named(reading)):
        return (Call("macd_trigger", {**where_of(text, table), **chosen_rule}),)
    if not own or of_sources:
        return ()
    if table.kind == "chain" and reading.ladder:
        return ()
    if table.kind == "chain" and (calls := on_chain(text, reading)):
        return calls
    if calls := beside_signal(reading, session):
        return calls
    where = where_of(text, table)
    if SWEEP.search(text):
        return (Call("sweep", {"series": where["column"]} if where else {}),)
    if BACKTEST.search(text):
        return (backtest_call(reading, where_of(reading.lower, table).get("column")),)
    if _CURVE.search(text) and table.kind == "curve":
        return (Call("term_structure", {"use_table": True, **on_day(text)}),)
    if _RSI.search(text) and not TRIGGER.search(text):
        return (Call("rsi_extreme", where),)
    if TRIGGER.search(text) or _RUN.search(text):
        return (Call("macd_trigger", where),)
    if _DESCRIBE.search(text):
        return (Call("describe_table", {}),)
    return ()


def of_tables(reading: Reading, session: Session) -> tuple[Call, ...]:
    """What is asked of the loaded tables beside the trigger itself: event days, divergence, confirmations, a backtest."""
    table = session.active
    if table is None:
        return ()
    replayed = (backtest_call(reading, where_of(reading.lower, table).get("column")),) if BACKTEST.search(reading.lower) else ()
    return replayed or beside_signal(reading, session)


def staged_by_table(reading: Reading, session: Session) -> tuple[Call, ...]:
    """A plan of tranches from the active table's own triggers, where the question asks for one and names a budget."""
    table, text = session.active, reading.lower
    budget = _budget(reading)
    if table is None or table.kind == "chain" or budget is None:
        return ()
    by_them = _BY_THEM.search(text) is not None and any(c.tool == "macd_trigger" for c in last_calls(session))
    if not _TRANCHE.search(text) or not (by_them or TRIGGER.search(text) or _OWN.search(text)):
        return ()
    return (Call("tranche_plan", {"budget": budget, "use_triggers": True, **where_of(text, table)}),)


def wants_table(reading: Reading) -> bool:
    """Whether the question is about the user's own data, of which none is loaded."""
    about = (
        _FILE.search(reading.lower) is not None and not _WHAT_IF.match(reading.lower) and _UNLIKE.search(reading.lower) is None
    )
    return about and not reading.series


def _is_own(text: str, table: Table) -> bool:
    """Whether the words point at the table; a column named by an ordinary word only where it stands as one ("of close")."""
    column = names_column(text, table)
    if _OWN.search(text):
        return True
    if column is None:
        return False
    name = re.escape(column.lower())
    return (
        not column.isalpha()
        or re.search(rf"\b(?:of|on|for|using|use|with) (?:the )?{name}\b|\b{name} (?:column|series)\b", text) is not None
    )


def _budget(reading: Reading) -> float | None:
    money = [q.value for q in reading.quantities if q.unit == "money" and q.value > 0]
    plain = [q.value for q in reading.quantities if q.unit == "plain" and q.value >= 500]
    return next(iter(money + plain), None)
