"""One question as it was typed, in its session: its numbers, its terms, and what can be computed for it.

Each is read once, when it is first asked for. Nothing here decides what becomes of the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.session import Call, Session
from assistant.understanding.composed.each_future import in_each_future, told_in_dollars
from assistant.understanding.composed.fees_told import with_fees
from assistant.understanding.composed.several import calculations, in_days
from assistant.understanding.conversation.again import SEARCH
from assistant.understanding.conversation.following import ALONE, SURE, Changed, Follows, changed, likeliest
from assistant.understanding.conversation.leaning import leaning
from assistant.understanding.conversation.references import last_calls
from assistant.understanding.conversation.taking_over import taking_over
from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.framed.named import named_call
from assistant.understanding.judged.meant import meant
from assistant.understanding.table.tables import about_table, asks_sources, within
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.shape import word_asked
from assistant.understanding.text.yearless_days import days_numbered
from knowledge import Index, Mention

# A name has letters or a row of figures; "0.70 credit" is an amount, although the glossary knows it.
_NAME = re.compile(r"/|^(?!.*\d\.\d).*[a-z]", re.IGNORECASE)


@dataclass(frozen=True)
class Question:
    """One question of a session, held against one glossary."""

    index: Index
    session: Session
    text: str

    @cached_property
    def reading(self) -> Reading:
        """The question with its numbers read; figures that belong to a term's name are left out."""
        named = ((m.start, m.end) for m in self._mentions if _NAME.search(m.alias))
        # Of a name without a figure nothing is left out: then the text as typed is no other reading.
        figured = tuple(span for span in named if any(map(str.isdigit, self.text[slice(*span)])))
        return Reading(days_numbered(self.text), figured)

    @cached_property
    def _typed(self) -> Reading:
        """The question as it was typed, with the figures of names and days in it."""
        return plainly(self.reading) if self.reading.text == self.text else Reading(self.text)

    @cached_property
    def _mentions(self) -> Sequence[Mention]:
        return self.index.mentions(self.text)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """Terms that the question names, in order, those last that every other claim names."""
        named = dict.fromkeys(m.term for m in self._mentions)
        if not named and (entry := self.index.glossary.of_word(word_asked(self.text))) is not None:
            named = {entry.term: None}
        ambient = self.index.glossary.ambient
        return tuple(sorted(named, key=lambda term: term in ambient))

    @property
    def named(self) -> bool:
        """Whether it names a term by a name, and not by an amount that stands for one ("1.15 credit")."""
        return any(_NAME.search(m.alias) for m in self._mentions)

    @cached_property
    def framed(self) -> tuple[Calculation, ...]:
        """What the frames find that the question's own numbers compute."""
        return in_days(self._typed, calculations(self.reading))

    @cached_property
    def calculations(self) -> tuple[Calculation, ...]:
        """What its own numbers compute: what the frames find, or what all its words together mean."""
        if charged := with_fees(self._typed, self._reread):
            return charged
        by_itself = (self._alone or self.follows == "new") and not (self.by_name is not None and self.by_name.missing)
        by_itself = by_itself and not any("labels" in c.call.arguments for c in self.framed)  # rows whose days are told
        found = meant(self.framed, self.reading, self.text, self.index) if by_itself else self.framed
        if all(c.missing for c in found) and (further := self._taking_over) is not None:
            found = (further,)
        return told_in_dollars(in_each_future(in_days(self._typed, found), self.reading), self.reading)

    def _reread(self, reading: Reading) -> tuple[Calculation, ...]:
        """What another text computes in the same place."""
        return replace(self, text=reading.lower).calculations

    @property
    def _taking_over(self) -> Calculation | None:
        """A calculation of its own with numbers of the one before it, whose very lack speaks for it."""
        if self._follows is None or self._follows[0] != "new" or self._follows[1] < SURE:
            return None
        return taking_over(self.reading, self.session, self.text, self.index)

    @cached_property
    def _follows(self) -> tuple[Follows, float] | None:
        """What it is likeliest to be to the calculation before it, and how much so; None where a table is spoken of."""
        if not self.session.turns or self.session.active is not None or self.reading.series:
            return None
        return likeliest(self.reading, self.session, self.text, self.index)

    @property
    def follows(self) -> Follows | None:
        """What it is to the calculation before it; None where that is doubtful, or a table is spoken of."""
        if self._follows is None:
            return None
        kind, lead = self._follows
        return kind if lead >= (ALONE if kind == "new" else SURE) else None

    @cached_property
    def anew(self) -> Changed | None:
        """The last calculation with its numbers in it, by all its words together; None where it may be no change."""
        return changed(self.reading, self.session) if self.follows == "change" else None

    @property
    def changes_rather(self) -> bool:
        """Whether what its own numbers compute is rather a change: a lone number is seldom a calculation of its own."""
        lone = len(self.reading.quantities) == 1 and not self.reading.ladders and not self.reading.legs
        return self.found is not None and (lone or bool(self.found.missing and self.goes_on)) and self.anew is not None

    @property
    def only_meant(self) -> bool:
        """Whether no frame found what its numbers compute."""
        return self.found is not None and all(self.found.call != c.call for c in self.framed)

    @property
    def _alone(self) -> bool:
        """Whether the question can be read without what was said before it."""
        return not self.session.turns and self.session.active is None and not self.reading.series

    @property
    def found(self) -> Calculation | None:
        """The first of what its own numbers compute."""
        return self.calculations[0] if self.calculations else None

    @cached_property
    def answerable(self) -> bool:
        """Whether the question itself holds every number of a calculation ("today's close is 19")."""
        return bool(self.framed) and not self.framed[0].missing

    @property
    def workable(self) -> bool:
        """Whether there is something to compute: the question's numbers, a tool named, or the loaded table."""
        by_table = bool(about_table(self.reading, self.session))
        return by_table or bool(self.framed) or self.by_name is not None

    @property
    def has_numbers(self) -> bool:
        """Whether there are numbers to compute with: the question's own, a table's, or a calculation's that it changes."""
        return self.session.active is not None or self.answerable or leaning(self.reading, self.session) is not None

    @property
    def goes_on(self) -> bool:
        """Whether what it computes is of the kind made last, which may have what it lacks ("notional of 3")."""
        return self.found is not None and any(call.tool == self.found.call.tool for call in last_calls(self.session))

    @cached_property
    def by_name(self) -> Calculation | None:
        """A tool of the catalogue that it asks for by the tool's own name."""
        found = named_call(self.reading, table=self.session.active is not None)
        asked = found is not None and not found[0].arguments and asks_sources(self.reading.lower)
        if found is None or asked:
            return None
        (call,) = within((found[0],), self.reading.lower, self.session.active)
        return Calculation(call, found[1])

    @property
    def of_table(self) -> tuple[Call, ...]:
        """What it asks of the table beside a calculation of its own."""
        return tuple(c for c in about_table(self.reading, self.session) if c.tool in ("macd_trigger", "rsi_extreme"))

    @property
    def search(self) -> Call:
        """The glossary searched for its own words."""
        return self.searched(self.text, self.terms)

    def searched(self, query: str, terms: tuple[str, ...]) -> Call:
        """The glossary searched for some words, without a pasted series in them."""
        words = re.sub(r"\s+", " ", query).strip()
        if self.reading.series:
            words = re.sub(r"(?<![\w.])(?:[-−]?\d*+(?:\.\d++)?%?[\s,;|]++){9,}[-−]?\d*+(?:\.\d++)?", " ", words)
        return Call(SEARCH, {"query": words[:400], "terms": list(terms)})
