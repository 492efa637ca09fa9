"""Two hundred conversations made from the catalogue: the numbers stay right through changes, references and digressions.

A conversation opens with a calculation, changes one parameter at a time in words for its role or by its catalogue name,
wanders off to a term, starts another calculation, comes back to an earlier one, takes a change back, tries several values at
once, sets another butterfly beside the last one, picks one of the two or holds both. What must come out is computed beside
it: by calling the tool with the parameters that the test itself has kept, and for butterflies by the closed form.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Answer, Assistant
from tools import CATALOGUE

Arguments = dict[str, Any]
Say = Callable[[str], Answer]

# How a value of each parameter is drawn; the role and the range are the catalogue's.
QUARTERS = st.integers(1, 40).map(lambda n: n / 4)
VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "debit": st.integers(2, 30).map(lambda n: n / 10),
    "settlement": st.integers(40, 180).map(lambda n: n / 4),
    "contracts": st.integers(2, 60),
    "budget": st.integers(5, 400).map(lambda n: 500.0 * n),
    "first": st.sampled_from([0.25, 0.26, 0.28, 0.3]),
    "step": st.sampled_from([0.1, 0.15, 0.2]),
    "adds": st.integers(1, 3),
    "planned": st.integers(3, 120),
    "unit_cost": st.integers(20, 900).map(float),
    "share": st.sampled_from([0.01, 0.015, 0.02, 0.05]),
    "deployed": st.sampled_from([0.25, 0.45, 0.65]),
    "price": st.integers(40, 160).map(lambda n: n / 4),
    "product": st.sampled_from(["VX", "VXM"]),
    "span": st.integers(2, 60),
    "period": st.integers(2, 40),
    "fast": st.integers(3, 15),
    "slow": st.integers(16, 40),
    "signal": st.integers(3, 15),
    "forward": st.integers(48, 140).map(lambda n: n / 4),
    "strike": st.integers(12, 45).map(float),
    "years": st.sampled_from([0.05, 0.1, 0.25]),
    "vol": st.sampled_from([0.6, 0.85, 1.1]),
    "rate": st.sampled_from([0.0, 0.03, 0.05]),
    "average_gain": QUARTERS,
    "average_loss": QUARTERS,
    "previous": QUARTERS,
    "value": QUARTERS,
    "fast_ema": QUARTERS,
    "slow_ema": QUARTERS,
}
# Tools whose every required parameter is a number that stands alone; the others are read from tables, legs or lists.
BY_NAME = (
    *("contract_value", "tranche_units", "running_share", "units_for_budget", "budget_split", "smoothing_constant"),
    *("wilder_step", "ema_step", "rsi_value", "first_bars", "black76"),
)
PERCENT = ("first", "step", "share", "deployed", "vol", "rate")
UNDO = ("undo", "undo that", "no, scrap that", "take that back", "put it back as it was")
PAIR = "two butterflies"
TOGETHER = ("the two together", "both combined", "and if I hold both together?")
MORE_ASKED = ("any numbers?", "says who?", "is that in the source?")  # of the term that a digression explained
DIGRESSIONS = ("what is contango?", "explain theta", "what does VRO mean?", "who is Russell Clark?")
LADDERS = ("{}/{}/{} fly", "{}-{}-{} butterfly", "{} {} {} call fly", "vix {}/{}/{} call butterfly")
DEBITS = ("at {}", "for {}", "paid {}", "{} debit", "for a debit of {}", "it cost me {}", "bought at {}")
COUNTS = ("{} contracts", "x{}", "{} lots")
SETTLES = ("vix settles at {}", "vro prints {}", "it finishes at {}")
CHANGES: Mapping[str, tuple[str, ...]] = {
    "debit": ("and at {}?", "what if the debit is {}", "with a debit of {} instead", "make the debit {}"),
    "contracts": ("make it {} contracts", "same with {} contracts", "and for {} lots?"),
    "settlement": ("and if vix settles at {}?", "what if vro prints {}", "now it settles at {}"),
    "budget": ("make it ${}", "with a budget of ${} instead", "and for ${}?", "and if the budget is {spaced}?"),
    "first": ("with {} first", "and if I start at {}?", "start with {} instead"),
    "strikes": ("what about {}/{}/{}?", "and the {}/{}/{} instead?", "same with {}/{}/{}"),
}

CHANGED: Mapping[str, tuple[str, ...]] = {
    "butterfly": ("debit", "contracts", "settlement", "strikes"),
    "tranche_plan": ("budget", "first"),
}
PLANS = (
    "split ${} into the tranches",
    "plan the tranches for a ${} hedge budget",
    "hedge budget ${}, what are the layers?",
)


def said(name: str, value: Any) -> str:
    """A value as people type it."""
    if name in PERCENT:
        return f"{round(value * 100, 9):g}%"
    return f"{value:,.0f}" if name == "budget" else f"{value:g}" if isinstance(value, float) else str(value)


def draw_strikes(data: st.DataObject) -> Arguments:
    lower = data.draw(st.integers(18, 34))
    low, high = data.draw(st.tuples(st.integers(4, 8), st.integers(4, 8)))
    return {"lower": float(lower), "body": float(lower + low), "upper": float(lower + low + high)}


def phrase(data: st.DataObject, forms: tuple[str, ...], *values: str) -> str:
    spaced = values[0].replace(",", " ") if values else ""
    return data.draw(st.sampled_from(forms)).format(*values, spaced=spaced)


class Conversation:
    """The questions asked, the calculations kept, and the answers held against them."""

    def __init__(self, data: st.DataObject, say: Say) -> None:
        self.data, self._say = data, say
        self.asked: list[str] = []
        self.past: list[tuple[str, Arguments]] = []
        self.pile: list[tuple[str, Arguments]] = []  # what a change taken back uncovers
        self.strayed = False

    @property
    def tool(self) -> str:
        return self.past[-1][0]

    @property
    def known(self) -> Arguments:
        return self.past[-1][1]

    def ask(self, question: str) -> Answer:
        self.asked.append(question)
        self.strayed = question in DIGRESSIONS
        return self._say(question)

    def expect(self, question: str, tool: str, arguments: Arguments) -> None:
        agrees(self.ask(question), tool, arguments, self.asked)
        self.keep(tool, arguments)

    def keep(self, tool: str, arguments: Arguments) -> None:
        self.past.append((tool, arguments))
        if not self.pile or self.pile[-1] != (tool, arguments):
            self.pile.append((tool, arguments))

    def open_butterfly(self) -> None:
        arguments = draw_strikes(self.data) | {"debit": self.data.draw(VALUES["debit"])}
        ladder = phrase(self.data, LADDERS, *(said(k, arguments[k]) for k in ("lower", "body", "upper")))
        parts = [ladder, phrase(self.data, DEBITS, said("debit", arguments["debit"]))]
        for name, forms in (("contracts", COUNTS), ("settlement", SETTLES)):
            if self.data.draw(st.booleans()):
                arguments[name] = self.data.draw(VALUES[name])
                parts.append(phrase(self.data, forms, said(name, arguments[name])))
        self.expect(parts[0] + " " + ", ".join(parts[1:]), "butterfly", arguments)

    def open_tranches(self) -> None:
        budget = self.data.draw(VALUES["budget"])
        self.expect(phrase(self.data, PLANS, said("budget", budget)), "tranche_plan", {"budget": budget})

    def open_by_name(self) -> None:
        tool = self.data.draw(st.sampled_from(BY_NAME))
        arguments = {p.name: self.data.draw(VALUES[p.name]) for p in CATALOGUE[tool].parameters if p.required}
        if not arguments:
            arguments = {name: self.data.draw(VALUES[name]) for name in ("first", "adds") if tool == "running_share"} or {
                name: self.data.draw(VALUES[name]) for name in ("fast", "slow", "signal")
            }
        told = ", ".join(f"{name.replace('_', ' ')} {said(name, value)}" for name, value in arguments.items())
        self.expect(f"{tool.replace('_', ' ')}: {told}", tool, arguments)

    def change(self) -> None:
        """One parameter, in words for its role; for a tool known by name alone, by that name."""
        if self.tool not in CHANGED:
            names = [p.name for p in CATALOGUE[self.tool].parameters if p.name in VALUES and p.name != "product"]
            name = self.data.draw(st.sampled_from(names))
            value = self.data.draw(VALUES[name])
            words = f"with {name.replace('_', ' ')} {said(name, value)} instead"
            self.expect(words, self.tool, self.known | {name: value})
            return
        name = self.data.draw(st.sampled_from(CHANGED[self.tool]))
        new = draw_strikes(self.data) if name == "strikes" else {name: self.data.draw(VALUES[name])}
        words = phrase(self.data, CHANGES[name], *(said(k, v) for k, v in new.items()))
        self.expect(words, self.tool, self.known | new)

    def digress(self) -> None:
        answer = self.ask(self.data.draw(st.sampled_from(DIGRESSIONS)))
        assert answer.kind == "explanation", self.asked
        assert not answer.results, self.asked
        if self.data.draw(st.booleans()):
            more = self.ask(self.data.draw(st.sampled_from(MORE_ASKED)))
            assert not more.results, self.asked
            assert {c.term for c in more.citations} <= {answer.terms[0], *(c.term for c in answer.citations)}, self.asked
            self.strayed = True

    def take_back(self) -> None:
        """The last change, or the last new calculation, taken back; with nothing below it, that is said."""
        question = self.data.draw(st.sampled_from(UNDO))
        if len(self.pile) < 2:
            answer = self.ask(question)
            assert answer.kind == "clarification", self.asked
            assert "nothing has been changed" in answer.text, self.asked
            self.strayed = True
            return
        if self.pile[-2][0] == PAIR:  # no single calculation to go on from
            return
        self.pile.pop()
        self.expect(question, *self.pile[-1])

    def try_values(self) -> None:
        """One butterfly at several settlements at once, and back to what it was."""
        if self.tool != "butterfly":
            return
        levels = self.data.draw(st.lists(VALUES["settlement"], min_size=2, max_size=4, unique=True))
        told = [f"{level:g}" for level in levels]
        results = self.ask(f"and if vix settles at {', '.join(told[:-1])} or {told[-1]}?").results
        assert len(results) == len(levels), self.asked
        for result, level in zip(results, levels, strict=True):
            by_hand(result, self.known | {"settlement": level}, self.asked)
        self.expect("undo", *self.past[-1])

    def set_beside(self) -> None:
        """Another butterfly compared with the last one: both told, both held at once, and one of them picked."""
        if self.tool != "butterfly":
            return
        other = draw_strikes(self.data) | {"debit": self.data.draw(VALUES["debit"])}
        if all(other[k] == self.known[k] for k in ("lower", "body", "upper")):
            return
        pair = (self.known, other)
        strikes = "/".join(said(k, other[k]) for k in ("lower", "body", "upper"))
        results = self.ask(f"compare with the {strikes} fly at {other['debit']:g}").results
        assert len(results) == 2, self.asked
        for result, arguments in zip(results, pair, strict=True):
            by_hand(result, arguments, self.asked)
        if self.data.draw(st.booleans()):
            level = self.data.draw(VALUES["settlement"])
            whole = self.ask(f"{self.data.draw(st.sampled_from(TOGETHER))} at {level:g}".replace("? at", " at")).results[-1]
            both = sum((worth(level, a) - a["debit"]) * a.get("contracts", 1) for a in pair)
            assert whole.settlement_profit == pytest.approx(100 * both), self.asked  # type: ignore[attr-defined]
            pair = tuple(a | {"settlement": level} for a in pair)
        place = self.data.draw(st.integers(0, 1))
        agrees(self.ask(f"only the {('first', 'second')[place]} one"), "butterfly", pair[place], self.asked)
        self.pile.append((PAIR, {}))
        self.keep("butterfly", pair[place])

    def go_back(self) -> None:
        """To the latest or the first butterfly or plan, whatever came between."""
        things = {"butterfly": ("butterfly", "fly"), "tranche_plan": ("plan",)}
        kinds = [t for t in things if any(tool == t for tool, _ in self.past)]
        if not kinds:
            return
        tool = self.data.draw(st.sampled_from(kinds))
        word = self.data.draw(st.sampled_from(things[tool]))
        own = [arguments for name, arguments in self.past if name == tool]
        form, arguments = self.data.draw(
            st.sampled_from(((f"back to that {word}", own[-1]), (f"show me the first {word} again", own[0])))
        )
        answer = self.ask(form)
        agrees(answer, tool, arguments, self.asked)
        self.keep(tool, arguments)

    def unfold(self) -> None:
        forms = ("show the working", "how did you get that?", "why?")
        answer = self.ask(self.data.draw(st.sampled_from(forms[:2] if self.strayed else forms)))  # "why?" is of the last answer
        agrees(answer, self.tool, self.known, self.asked)
        if CATALOGUE[self.tool].run(**self.known).working():
            assert "Working" in answer.text, self.asked

    def reproduce(self) -> None:
        answer = self.ask("show me the code")
        names: dict[str, Any] = {}
        exec(answer.code.rpartition("\n")[0], names)
        again = eval(answer.code.splitlines()[-1], names)
        assert again.to_dict() == CATALOGUE[self.tool].run(**self.known).to_dict(), self.asked


def agrees(answer: Answer, tool: str, arguments: Arguments, asked: list[str]) -> None:
    """The answer's one result is what the tool gives for the arguments that the test has kept."""
    assert [r.tool for r in answer.results] == [tool], (asked, arguments, answer.text)
    expected = CATALOGUE[tool].run(**arguments)
    got, wanted = answer.results[0].to_dict(), expected.to_dict()
    for name in CATALOGUE[tool].fields:
        assert json.dumps(got[name]) == json.dumps(wanted[name]), (asked, name, got["call"], wanted["call"])
    if tool == "butterfly":
        by_hand(answer.results[0], arguments, asked)


def by_hand(result: Any, a: Arguments, asked: list[str]) -> None:
    """Long one, short two, long one, from the payoff's corners."""
    wing, tail = a["body"] - a["lower"], 2 * a["body"] - a["lower"] - a["upper"]
    lower, upper = a["lower"] + a["debit"], 2 * a["body"] - a["lower"] - a["debit"]
    edges = [lower] if a["debit"] < wing else []
    edges += [upper] if edges and tail <= a["debit"] else []
    assert result.break_evens == pytest.approx(tuple(edges)), asked
    assert result.max_profit == pytest.approx((wing - a["debit"]) * 100 * a.get("contracts", 1)), asked
    if "settlement" in a:
        value = worth(a["settlement"], a)
        assert result.settlement_profit == pytest.approx((value - a["debit"]) * 100 * a.get("contracts", 1)), asked


def worth(x: float, a: Arguments) -> float:
    """Points that a butterfly of calls is worth at x: leg by leg."""
    return float(max(x - a["lower"], 0) - 2 * max(x - a["body"], 0) + max(x - a["upper"], 0))


OPENINGS = (Conversation.open_butterfly, Conversation.open_tranches, Conversation.open_by_name)
MOVES = (
    *(Conversation.change, Conversation.change, Conversation.change, Conversation.digress),
    *(Conversation.go_back, Conversation.unfold, Conversation.reproduce, *OPENINGS),
    *(Conversation.take_back, Conversation.take_back, Conversation.try_values, Conversation.set_beside),
)


@settings(
    max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), report_multiple_bugs=False
)
@given(data=st.data())
def test_a_conversation_keeps_its_numbers(warmed: Assistant, data: st.DataObject) -> None:
    name = "generated"
    warmed.forget(name)
    talk = Conversation(data, lambda question: warmed.ask(question, session=name))
    data.draw(st.sampled_from(OPENINGS))(talk)
    for move in data.draw(st.lists(st.sampled_from(MOVES), min_size=3, max_size=6)):
        move(talk)
