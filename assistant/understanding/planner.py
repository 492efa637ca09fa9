"""From a question to a plan: what kind of answer it needs, and which tools to call for it.

Order of decision: what the turn before explains, what is declined, what the numbers compute, what the table holds, and
otherwise the glossary. Nothing here words an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.answer import Kind
from assistant.session import Call, Session
from assistant.understanding import dialogue
from assistant.understanding.again import SEARCH, retold, shaped, shown_again
from assistant.understanding.beside import events_wanted
from assistant.understanding.calculations import Calculation
from assistant.understanding.carried import counted
from assistant.understanding.chain_flies import chain_fly
from assistant.understanding.changes import completed
from assistant.understanding.closes import closing, priced
from assistant.understanding.data_words import fresh
from assistant.understanding.derived import derived, rolled
from assistant.understanding.in_result import figures_asked
from assistant.understanding.kept_rows import as_before, dropping
from assistant.understanding.leaning import Leaning, leaning, pointed
from assistant.understanding.named import named_call
from assistant.understanding.plan import Plan
from assistant.understanding.quantities import Reading
from assistant.understanding.references import earlier, last_calls
from assistant.understanding.scope import decline
from assistant.understanding.several import calculations
from assistant.understanding.shape import shapes_of, word_asked
from assistant.understanding.sizes import contracts_named
from assistant.understanding.spoken_ratio import shared_after
from assistant.understanding.staged_units import in_units
from assistant.understanding.steps import fed, feeding
from assistant.understanding.tables import about_table, asks_sources, staged_by_table, wants_table, within
from assistant.understanding.uncomputed import explained, greeted, unchanged
from assistant.understanding.valued import valued
from knowledge import Index, Mention

# A calculation on typed numbers that a question may ask for together with one on the loaded table.
_BESIDE_TABLE = ("butterfly", "position", "butterfly_quote", "units_for_budget", "contract_value")
_DECIDES = re.compile(r"\b(?:i|we|would you)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:when|did|which|list|was|were|has|have)\b[^?,;]{0,30}\b(?:trigger|cross|fire|signal)")
# A name has letters or a row of figures; "0.70 credit" is an amount, although the glossary knows it.
_NAME = re.compile(r"/|^(?!.*\d\.\d).*[a-z]", re.IGNORECASE)


@dataclass(frozen=True)
class Planner:
    """Plans questions of one session against one glossary."""

    index: Index
    session: Session
    question: str

    @cached_property
    def reading(self) -> Reading:
        """The question with its numbers read; figures that belong to a term's name are left out."""
        named = [m for m in self._mentions if _NAME.search(m.alias)]
        return Reading(self.question, tuple((m.start, m.end) for m in named))

    @cached_property
    def _mentions(self) -> Sequence[Mention]:
        return self.index.mentions(self.question)

    @cached_property
    def _calculations(self) -> tuple[Calculation, ...]:
        """What the question's own numbers compute."""
        return calculations(self.reading)

    @property
    def _found(self) -> Calculation | None:
        return self._calculations[0] if self._calculations else None

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """Terms that the question names, in order, those last that every other claim names."""
        named = dict.fromkeys(m.term for m in self._mentions)
        if not named and (entry := self.index.glossary.of_word(word_asked(self.question))) is not None:
            named = {entry.term: None}
        ambient = self.index.glossary.ambient
        return tuple(sorted(named, key=lambda term: term in ambient))

    @cached_property
    def _answerable(self) -> bool:
        """Whether the question itself holds every number of a calculation ("today's close is 19")."""
        return self._found is not None and not self._found.missing

    @property
    def _workable(self) -> bool:
        """Whether there is something to compute: the question's numbers, a tool named, or the loaded table."""
        by_table = bool(about_table(self.reading, self.session))
        return by_table or self._found is not None or self._by_name is not None

    @property
    def _has_numbers(self) -> bool:
        """Whether there are numbers to compute with: the question's own, a table's, or a calculation's that it changes."""
        return self.session.active is not None or self._answerable or leaning(self.reading, self.session) is not None

    def plan(self) -> Plan:
        """The plan."""
        base = Plan(self.question, "explanation", shapes_of(self.question), terms=self.terms, named=bool(self.terms))
        return (
            retold(base, self.session, self._search)
            or greeted(base, self.session, self._search)
            or shaped(base, self.session, self._search, self.index.glossary)
            or shown_again(base, self.reading, self.session, self._search)
            or self._figures(base)
            or self._declined(base)
            or self._completed(base)
            or self._valued(base)
            or self._pointed(base)
            or self._named(base, whole=True)
            or self._staged(base)
            or self._computed(base)
            or self._changed(base)
            or self._on_table(base)
            or self._named(base, whole=False)
            or self._of_term(base)
            or unchanged(base, self.session, self._search)
            or explained(base, self.session, self._search, self.index)
        )

    def _figures(self, base: Plan) -> Plan | None:
        """A figure of what was worked out not long ago: its result once more, or one step further from it."""
        if (further := derived(self.reading, self.session)) is not None:
            return replace(self._calculate(base, *further.calls), assumed=further.assumed)
        calls = figures_asked(self.reading.lower, self.session)
        return self._calculate(base, *calls) if calls else None

    def _declined(self, base: Plan) -> Plan | None:
        spoken_of = bool(self.session.turns) and dialogue.points_back(self.question)  # "should I buy it?"
        in_domain = bool(self.terms) or spoken_of or any(g.rises for g in self.reading.ladders)
        why = decline(self.question, in_domain=in_domain)
        # A decision in words that are all the method's own ("should I start now?") is one on the method.
        own = not in_domain and _DECIDES.search(self.question) is not None and not self.index.unknown(self.question)
        if why is None and own and not self._workable and decline(self.question, in_domain=True) == "advice":
            why = "advice"
        if why is None and self.session.turns and dialogue.asks_better(self.question):
            beside = _compared(self.session) if self.session.turns[-1].answer.results else ()
            terms = dialogue.last_terms(self.session)[:2]
            subject = dialogue.last_subject(self.session)
            about = ", ".join(terms) if beside or subject is None else subject.question
            return replace(base, kind="no-advice", declined="advice", terms=terms, calls=(*beside, self._search(about, terms)))
        if why is None or (why == "live-data" and self._has_numbers):
            return None
        kind: Kind = "no-advice" if why in ("advice", "prediction") else "not-covered"
        calls: tuple[Call, ...] = (self._search(self.question, self.terms),)
        if why == "advice" and self._answerable:
            calls = (*(c.call for c in self._calculations if not c.missing), *calls)
        return replace(base, kind=kind, declined=why, calls=calls)

    def _completed(self, base: Plan) -> Plan | None:
        """The number that the turn before asked for."""
        waiting = dialogue.pending(self.session)
        if waiting is not None and (sale := priced(self.reading, waiting)) is not None:
            return self._calculate(base, sale)
        if waiting is not None and (closed := closing(self.reading, self.session, (waiting,))):
            return self._calculate(base, *closed)
        found = completed(self.reading, waiting) if waiting is not None and self._found is None else None
        return None if found is None else self._calculation(base, found)

    def _valued(self, base: Plan) -> Plan | None:
        """What was spoken of, to be priced ("price it") or shared out; the last plan in units of something priced."""
        if planned := in_units(self.reading, self.session):
            return self._calculate(base, *planned)
        spoken_of = (self.reading, self.session, self.index.glossary)
        found = valued(*spoken_of) or shared_after(*spoken_of)
        return None if found is None else self._calculation(base, found)

    def _staged(self, base: Plan) -> Plan | None:
        """A plan of tranches dated by the triggers of the loaded table, in units where the question prices some."""
        staged, kept = as_before(staged_by_table(self.reading, self.session), self.session, self.reading.lower)
        if not staged:
            return None
        priced = [c for c in self._calculations[:1] if not c.missing and c.call.tool in _BESIDE_TABLE]
        own = self._of_table() if _WHEN.search(self.reading.lower) else ()
        return replace(self._calculate(base, *own, *(c.call for c in priced), *feeding(priced, staged)), assumed=kept)

    def _of_table(self) -> tuple[Call, ...]:
        """What the question asks of the table beside a calculation of its own."""
        return tuple(c for c in about_table(self.reading, self.session) if c.tool in ("macd_trigger", "rsi_extreme"))

    def _computed(self, base: Plan) -> Plan | None:
        found, several = self._found, self._calculations
        quoted = chain_fly(self.reading, self.session, found)
        if quoted is not None:
            return self._calculation(base, quoted)
        if len(several) > 1 and not any(c.missing for c in several):
            return replace(self._calculate(base, *(c.call for c in several)), assumed=_notes(several))
        if found is not None and found.missing and self._goes_on(found):
            return self._changed(base) or self._calculation(base, found)
        return None if found is None else self._calculation(base, found)

    def _goes_on(self, found: Calculation) -> bool:
        """Whether a calculation that lacks something is of the kind made last, which may have it ("notional of 3")."""
        return any(call.tool == found.call.tool for call in last_calls(self.session))

    def _pointed(self, base: Plan) -> Plan | None:
        """What names an earlier calculation, or is compared with one."""
        return self._leaning(base, pointed(self.reading, self.session, self._found))

    def _changed(self, base: Plan) -> Plan | None:
        """The last calculation with something changed."""
        return self._leaning(base, leaning(self.reading, self.session))

    def _leaning(self, base: Plan, found: Leaning | None) -> Plan | None:
        if found is None:
            return None
        if found.choices:
            search = self._search(self.question, self.terms)
            return replace(base, kind="clarification", choices=found.choices, calls=(search,))
        if found.missing:
            search = self._search(self.question, self.terms)
            return replace(
                base, kind="clarification", missing=found.missing, pending=found.pending, calls=(*found.calls, search)
            )
        return replace(self._calculate(base, *found.calls), event=found.event, assumed=found.assumed)

    def _named(self, base: Plan, *, whole: bool) -> Plan | None:
        """A tool of the catalogue asked for by its own name: with all that it needs, or with something still missing."""
        found = self._by_name
        if found is None or (whole and (found.missing or not found.call.arguments)):
            return None
        return self._calculation(base, found)

    @cached_property
    def _by_name(self) -> Calculation | None:
        found = named_call(self.reading, table=self.session.active is not None)
        asked = found is not None and not found[0].arguments and asks_sources(self.reading.lower)
        if found is None or asked:
            return None
        (call,) = within((found[0],), self.reading.lower) if self.session.active is not None else (found[0],)
        return Calculation(call, found[1])

    def _on_table(self, base: Plan) -> Plan | None:
        text = self.reading.lower
        found = dropping(text, self.session) or about_table(self.reading, self.session)
        if not found and fresh(self.session) and not self.terms and not self.index.coverage(self.question) > 0:
            found = (Call("describe_table", {}),)  # words that say nothing here ("was ist das"), beside rows pasted with them
        calls, kept = as_before(found, self.session, text)
        if calls:
            return replace(self._calculate(base, *calls), assumed=kept)
        wanted = events_wanted(self.reading, self.session)
        if self.session.active is None and not wanted and wants_table(self.reading):
            wanted = "your data: load a file (CSV, Excel, Parquet or JSON), or paste the numbers, oldest first"
        if not wanted:
            return None
        search = self._search(self.question, self.terms)
        return replace(base, kind="clarification", missing=(wanted,), calls=(search,))

    def _of_term(self, base: Plan) -> Plan | None:
        """Numbers alone after a term was explained are for what computes it ("contango", then "with 16 and 17.5")."""
        told = self.session.turns[-1].answer if self.session.turns else None
        if told is None or told.results or not told.terms or base.terms or not dialogue.numbers_alone(self.reading):
            return None
        entry = self.index.glossary.find(told.terms[0])
        found = calculations(Reading(f"{told.terms[0]}: {self.question}"))
        if entry is None or not found or found[0].missing or found[0].call.tool not in entry.tools:
            return None
        return self._calculation(base, found[0])

    def _calculation(self, base: Plan, found: Calculation) -> Plan:
        if not found.missing:
            second = fed(self.reading, found)
            steps = [found] if second is None else [found, second]
            beside, example = contracts_named(self.reading, [c.call.tool for c in steps])
            own = self._of_table() if found.call.tool in _BESIDE_TABLE else ()
            roll = rolled(self.reading, found.call.arguments.get("curve"))
            further, told = (roll.calls, roll.assumed) if roll is not None else ((), ())
            calls = (*own, *(c.call for c in steps), *further, *beside, *counted(self.reading, found.call))
            return replace(self._calculate(base, *calls), assumed=(*_notes(steps), *example, *told))
        search = (self._search(self.question, self.terms),)
        return replace(base, kind="clarification", missing=found.missing, pending=found.call, calls=search)

    def _calculate(self, base: Plan, *calls: Call) -> Plan:
        return replace(base, kind="calculation", calls=(*calls, self._search(self.question, self.terms)))

    def _search(self, query: str, terms: tuple[str, ...]) -> Call:
        words = re.sub(r"\s+", " ", query).strip()
        if self.reading.series:
            words = re.sub(r"(?<![\w.])(?:[-−]?\d*+(?:\.\d++)?%?[\s,;|]++){9,}[-−]?\d*+(?:\.\d++)?", " ", words)
        return Call(SEARCH, {"query": words[:400], "terms": list(terms)})


def _compared(session: Session) -> tuple[Call, ...]:
    """The calculations that the last turn set side by side, or the last one and the one before it."""
    last = last_calls(session)
    return last if len(last) > 1 else (*earlier(session, "previous"), *last)


def _notes(found: Sequence[Calculation]) -> tuple[str, ...]:
    return tuple(c.note for c in found if c.note)
