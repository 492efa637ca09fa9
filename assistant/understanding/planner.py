"""From a question to a plan: what kind of answer it needs, and which tools to call for it.

Order of decision: what the turn before explains, what is declined, what the numbers compute, what the table holds, and
otherwise the glossary. Nothing here words an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.session import Call, Session
from assistant.understanding.conversation import dialogue, spoken_of
from assistant.understanding.conversation.again import retold, shaped, shown_again, taken_for_granted
from assistant.understanding.conversation.carried import counted
from assistant.understanding.conversation.changes import completed
from assistant.understanding.conversation.closes import closing, priced
from assistant.understanding.conversation.derived import derived, rolled
from assistant.understanding.conversation.in_result import figures_asked, worded_in
from assistant.understanding.conversation.leaning import Leaning, leaning, pointed
from assistant.understanding.conversation.of_sum import planned_with
from assistant.understanding.conversation.of_term import for_term
from assistant.understanding.conversation.short_asks import one_thing_more
from assistant.understanding.conversation.spoken_ratio import shared_after
from assistant.understanding.conversation.staged_units import in_units
from assistant.understanding.conversation.told_already import asks_once_more
from assistant.understanding.conversation.typed_before import of_typed
from assistant.understanding.conversation.unclear import unclear
from assistant.understanding.conversation.valued import valued
from assistant.understanding.conversation.weighed import surest
from assistant.understanding.conversation.yearly import yearly_asked
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.framed.calculations import in_whole_numbers
from assistant.understanding.framed.steps import fed, feeding
from assistant.understanding.limits.declined import declined, judged
from assistant.understanding.limits.uncomputed import asked_of_itself, explained, greeted, unchanged
from assistant.understanding.plan import Plan
from assistant.understanding.question import Question
from assistant.understanding.table.beside import events_wanted
from assistant.understanding.table.chain_flies import chain_fly
from assistant.understanding.table.data_words import fresh
from assistant.understanding.table.kept_rows import as_before, dropping
from assistant.understanding.table.tables import about_table, staged_by_table, wants_table
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.shape import shapes_of
from assistant.understanding.text.sizes import contracts_named
from knowledge import Index

# A calculation on typed numbers that a question may ask for together with one on the loaded table.
_BESIDE_TABLE = ("butterfly", "position", "butterfly_quote", "units_for_budget", "contract_value")
_RUN = re.compile(
    r"^\W*(?:(?:ok|so|now|please|can you|could you|and|then|lets|let's),? ){0,3}(?:run|do|try|compute|calculate|show|test"
    r"|apply) (?:it|that|this)(?: (?:on|for|with) (?:it|this|that|me|my data|(?:the|my) (?:data|file|table)))?"
    r"(?: please| now)*\W*$"
)
_WHEN = re.compile(r"\b(?:when|did|which|list|was|were|has|have)\b[^?,;]{0,30}\b(?:trigger|cross|fire|signal)")


@dataclass(frozen=True)
class Planner:
    """Plans questions of one session against one glossary."""

    index: Index
    session: Session
    question: str

    @cached_property
    def _asked(self) -> Question:
        return Question(self.index, self.session, self.question)

    @property
    def reading(self) -> Reading:
        """The question with its numbers read."""
        return self._asked.reading

    def plan(self) -> Plan:
        """The plan."""
        asked = self._asked
        base = Plan(self.question, "explanation", shapes_of(self.question), terms=asked.terms, named=bool(asked.terms))
        return (
            retold(base, self.session, asked.searched)
            or asked_of_itself(base, asked.searched)
            or greeted(base, self.session, asked.searched)
            or shaped(base, self.session, asked.searched, self.index.glossary)
            or taken_for_granted(base, self.reading, self.session, asked.searched)
            or shown_again(base, self.reading, self.session, asked.searched)
            or self._figures(base)
            or declined(base, asked)
            or self._completed(base)
            or self._valued(base)
            or self._pointed(base)
            or self._named(base, whole=True)
            or self._staged(base)
            or (judged(base, asked) if asked.only_meant else None)
            or self._computed(base)
            or self._changed(base)
            or self._cast_anew(base)
            or self._typed(base)
            or self._on_table(base)
            or self._named(base, whole=False)
            or self._of_term(base)
            or one_thing_more(base, self.session, asked.searched, self.index.glossary)
            or self._word_of_result(base)
            or unchanged(base, self.session, asked.searched)
            or unclear(base, self.session, asked.searched, self.index.glossary)
            or judged(base, asked)
            or explained(base, self.session, asked.searched, self.index)
        )

    def _figures(self, base: Plan) -> Plan | None:
        """A figure of what was worked out not long ago: its result once more, or one step further from it."""
        if (further := derived(self.reading, self.session)) is not None:
            return replace(self._calculate(base, *further.calls), assumed=further.assumed)
        calls = figures_asked(self.reading.lower, self.session)
        return replace(self._calculate(base, *calls), brief=True) if calls else None

    def _word_of_result(self, base: Plan) -> Plan | None:
        """What a word is that no entry has, and the result before ("whats alpha", of an average)."""
        calls = () if base.terms else worded_in(self.reading.lower, self.session)
        return replace(self._calculate(base, *calls), brief=True) if calls else None

    def _completed(self, base: Plan) -> Plan | None:
        """The number that the turn before asked for."""
        waiting = spoken_of.pending(self.session)
        if waiting and (sale := priced(self.reading, waiting)) is not None:
            return self._calculate(base, sale)
        if waiting is not None and (closed := closing(self.reading, self.session, (waiting,))):
            return self._calculate(base, *closed)
        alone = self._asked.found
        part = waiting is not None and alone is not None and alone.missing != () and alone.call.tool == waiting.tool
        found = completed(self.reading, waiting) if waiting is not None and (alone is None or part) else None
        return None if found is None or (part and found.missing) else self._calculation(base, found)

    def _valued(self, base: Plan) -> Plan | None:
        """What was spoken of, to be priced ("price it") or shared out; the last plan in units of something priced."""
        if planned := in_units(self.reading, self.session):
            return self._calculate(base, *planned)
        spoken_of = (self.reading, self.session, self.index.glossary)
        found = valued(*spoken_of) or shared_after(*spoken_of) or yearly_asked(self.reading, self.session)
        return None if found is None else self._calculation(base, found)

    def _staged(self, base: Plan) -> Plan | None:
        """A plan of tranches dated by the triggers of the loaded table, in units where the question prices some."""
        staged, kept = as_before(staged_by_table(self.reading, self.session), self.session, self.reading.lower)
        if not staged:
            return None
        priced = [c for c in self._asked.calculations[:1] if not c.missing and c.call.tool in _BESIDE_TABLE]
        own = self._asked.of_table if _WHEN.search(self.reading.lower) else ()
        return replace(self._calculate(base, *own, *(c.call for c in priced), *feeding(priced, staged)), assumed=kept)

    def _computed(self, base: Plan) -> Plan | None:
        found, several = self._asked.found, self._asked.calculations
        if self._asked.changes_rather:
            return self._cast_anew(base)
        if found is not None and dialogue.asks_of_it(self.question) and (changed := self._changed(base)) is not None:
            return changed
        if (quoted := chain_fly(self.reading, self.session, found)) is not None:
            return self._calculation(base, quoted)
        if len(several) > 1 and not any(c.missing for c in several):
            return replace(self._calculate(base, *(c.call for c in several)), assumed=_notes(several))
        if found is not None and found.missing and self._asked.goes_on:
            return self._changed(base) or self._calculation(base, found)
        return None if found is None else self._calculation(base, found)

    def _pointed(self, base: Plan) -> Plan | None:
        """What names an earlier calculation, or is compared with one."""
        return self._leaning(base, surest(pointed(self.reading, self.session, self._asked.found), self._asked))

    def _changed(self, base: Plan) -> Plan | None:
        """The last calculation with something changed."""
        return self._leaning(base, surest(leaning(self.reading, self.session), self._asked))

    def _cast_anew(self, base: Plan) -> Plan | None:
        anew = self._asked.anew
        return None if anew is None else replace(self._calculate(base, *anew.calls), assumed=(anew.note,))

    def _leaning(self, base: Plan, found: Leaning | None) -> Plan | None:
        if found is None or not all(map(in_whole_numbers, found.calls)):  # "make it 2.5" is no number of contracts
            return None
        if found.choices:
            search = self._asked.search
            return replace(base, kind="clarification", choices=found.choices, calls=(search,))
        if found.missing:
            search = self._asked.search
            return replace(
                base, kind="clarification", missing=found.missing, pending=found.pending, calls=(*found.calls, search)
            )
        return replace(self._calculate(base, *found.calls), event=found.event, assumed=found.assumed, brief=found.brief)

    def _named(self, base: Plan, *, whole: bool) -> Plan | None:
        """A tool of the catalogue asked for by its own name: with all that it needs, or with something still missing."""
        found = self._asked.by_name
        if found is None or (whole and (found.missing or not found.call.arguments)):
            return None
        return self._calculation(base, found)

    def _typed(self, base: Plan) -> Plan | None:
        """What the words ask of a series that was typed some turns ago."""
        calls = of_typed(self.reading, self.session)
        return judged(base, self._asked) or self._calculate(base, *calls) if calls else None

    def _on_table(self, base: Plan) -> Plan | None:
        text = self.reading.lower
        found = dropping(text, self.session) or about_table(self.reading, self.session) or self._run(text)
        if not found and fresh(self.session) and not self._asked.terms and not self.index.coverage(self.question) > 0:
            found = (Call("describe_table", {}),)  # words that say nothing here ("was ist das"), beside rows pasted with them
        calls, kept = as_before(found, self.session, text)
        if calls:
            return replace(self._calculate(base, *calls), assumed=kept, brief=asks_once_more(text, calls, self.session))
        wanted = events_wanted(self.reading, self.session)
        if self.session.active is None and not wanted and wants_table(self.reading):
            wanted = "your data: load a file (CSV, Excel, Parquet or JSON), or paste the numbers, oldest first"
        if not wanted:
            return None
        search = self._asked.search
        return replace(base, kind="clarification", missing=(wanted,), calls=(search,))

    def _run(self, text: str) -> tuple[Call, ...]:
        """What a term just explained computes, on the loaded table ("run it")."""
        told = spoken_of.last_terms(self.session) if _RUN.match(text) else ()
        entry = self.index.glossary.find(told[0]) if told else None
        return about_table(Reading(f"{told[0]} on my data"), self.session) if entry is not None and entry.tools else ()

    def _of_term(self, base: Plan) -> Plan | None:
        """What computes the term explained last, with the question's numbers; or the plan for a sum named alone."""
        found = for_term(self._asked) or planned_with(self.reading, self.session)
        return None if found is None else self._calculation(base, found)

    def _calculation(self, base: Plan, found: Calculation) -> Plan:
        if not found.missing:
            second = fed(self.reading, found)
            steps = [found] if second is None else [found, second]
            beside, example = contracts_named(self.reading, [c.call.tool for c in steps])
            own = self._asked.of_table if found.call.tool in _BESIDE_TABLE else ()
            roll = rolled(self.reading, found.call.arguments.get("curve"))
            further, told = (roll.calls, roll.assumed) if roll is not None else ((), ())
            calls = (*own, *(c.call for c in steps), *further, *beside, *counted(self.reading, found.call))
            return replace(self._calculate(base, *calls), assumed=(*_notes(steps), *example, *told))
        search = (self._asked.search,)
        return replace(base, kind="clarification", missing=found.missing, pending=found.call, calls=search)

    def _calculate(self, base: Plan, *calls: Call) -> Plan:
        before = tuple(self.session.turns[-1].answer.results) if self.session.turns else ()
        return replace(base, kind="calculation", calls=(*calls, self._asked.search), before=before)


def _notes(found: Sequence[Calculation]) -> tuple[str, ...]:
    return tuple(c.note for c in found if c.note)
