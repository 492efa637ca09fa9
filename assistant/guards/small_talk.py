"""Words of conversation: a sentence that has no others tells nothing of the world, whatever its grammar.

They are what two people say of asking and answering, of texts and their parts, of understanding and courtesy. No word of the
field, of money, trade or measure is among them, none that judges a result ("works", "pays"), and no name.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from assistant.guards.asides import states
from knowledge.lexical import stem
from knowledge.words import STOP, norm, norms

_ASKING: Final = """
shall walk ask answer question query request reply respond explain clarify describe define tell speak talk mention note remark
state word phrase wording rephrase repeat restate summarise summarize recap outline sketch list name quote cite paraphrase
translate show point draw illustrate picture imagine suppose compare contrast separate distinguish split sort order lay set put
take keep leave hold stick drop pick choose turn move come go bring get give let try begin start continue proceed follow finish
stop end close open return back forward ahead check look see read search find browse scan consult count calculate compute work
run derive guess speculate assume wonder think know understand grasp learn remember forget recall confuse mix mistake correct
clear help assist serve offer add extend expand deepen narrow focus skip jump pause wait hear listen say send type paste write
load upload share provide need want wish hope like prefer care worry mind promise admit confess apologise apologize thank
welcome greet
"""
_TEXTS: Final = """
definition formula derivation arithmetic calculation computation working number figure result example case instance detail part
piece bit point topic subject matter issue theme section chapter paragraph line sentence term notion concept idea meaning sense
word words reading version view side aspect angle distinction difference comparison contrast list table summary overview outline
introduction conclusion background context theory page source article glossary entry claim reference material text note
caveat caution warning correction remark comment hint clue tip step stage order sequence beginning middle rest story picture
puzzle riddle jargon language name label sign kind sort type way manner thing stuff whole half pair couple
"""
_TIME: Final = """
moment minute second while bit time now later soon afterwards before after first second third next last final finally
previously earlier again already yet today below here there further more less once twice far
one two three four five couple few several both either neither each other another same
"""
_COURTESY: Final = """
hello hi hey sure certainly course okay ok alright yes no right wrong thanks pleasure sorry afraid unfortunately sadly luckily
happily gladly happy glad pleased delighted free ready able unable welcome please kind good great fair fine nice excellent
lovely perfect interesting easy easier simple simpler short shorter quick quicker brief long longer full plain hard harder
difficult tricky trickier subtle confusing complicated understandable natural common usual reasonable sensible important worth
careful carefully precise precisely exact honest honestly frank frankly clearly obvious different similar separate apart
together alone possible impossible unclear vague broad general specific particular concrete abstract technical practical
straight straightforward direct directly simply really quite very rather almost nearly close enough hopefully perhaps maybe
well deserve sound seem appear belong depend trip people lot many much thorough basic goes useful correction small
concern decision choice call professional mine yours ours hand heart head curious fun purpose reason problem trouble
shout speculation confusion mix-up mixup doubt mistake misunderstanding luck
"""
# What is owned of texts, data and knowledge: what they lack, rest on, leave open; and who may be asked instead.
_OWNING: Final = """
advise suggest recommend judge rate evaluate assess estimate approximate simplify assume presume ignore omit exclude include
contain lack miss supply enter input submit spell parse recognise recognize interpret attribute verify confirm validate prove
demonstrate convince imply infer conclude rely base rest hinge vary differ disagree contradict conflict overlap match relate
concern regard involve cover treat discuss address touch deal handle tackle gloss elaborate specify qualify restrict limit
confine stay remain apply reuse redo rerun recompute recalculate amend revise edit replace alter format display print enumerate
tally footnote publish date update own use make do have be went left told said meant took gave kept found read wrote made came
began ran shown given taken written spoke understood misread misunderstood misspell refrain decline abstain accept object
hold contribute supplement complement support back rephrase reword clear answer
adviser advisor professional expert accountant lawyer circumstance assistant program software calculator tool bot chat
conversation session user reader author writer spelling typo abbreviation acronym shorthand synonym vocabulary dictionary
documentation document manual appendix footnote headline archive database record statement passage excerpt quotation evidence
proof assumption premise hypothesis scenario simplification approximation rounding decimal digit column row cell header sheet
spreadsheet format unit output default setting parameter item bullet button link website internet access data dataset sample
gap duplicate error bug limitation scope coverage goal intent responsibility role job task duty place licence permission
opinion preference taste judgement judgment knowledge ignorance uncertainty guess anybody anyone nobody somebody someone
guarantee forecast prediction recommendation advice suggestion future advance illustration memory calendar clock week month
year spring summer autumn winter morning evening
illustrative educational hypothetical fictional simplified approximate rough tentative provisional incomplete partial missing
absent present available unavailable unknown uncertain ambiguous undefined unspecified unstated unanswered disputed
inconsistent contradictory identical relevant irrelevant related unrelated outdated current live licensed qualified neutral
verbatim literal personal individual silent thin sparse scarce published original official extra additional further spare rather
nothing anything everything something none documented undocumented stated said above follow
"""
_WORDS: Final = frozenset(
    form for word in f"{_ASKING} {_TEXTS} {_TIME} {_COURTESY}".split() for n in norms(word) for form in (n, stem(n))
)
_KNOWN: Final = _WORDS | frozenset(form for word in _OWNING.split() for n in norms(word) for form in (n, stem(n)))
_GRAMMAR: Final = STOP | frozenset(
    [
        "away",
        "along",
        "around",
        "back",
        "onto",
        "within",
        "beyond",
        "behind",
        "beside",
        "alongside",
        "among",
        "else",
        "per",
        "via",
        "ve",
        "ll",
        "re",
        "d",
        "m",
    ]
)
_TOPICS: Final = frozenset(
    form for word in f"{_TEXTS} {_TIME} {_COURTESY}".split() for n in norms(word) for form in (n, stem(n))
)
_ORDERS: Final = frozenset(
    ["first", "next", "now", "then", "last", "finally", "word", "question", "formula", "definition", "part"]
)
_SAYS: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|will|can|could|may|might|must|should|would|has|have|had|does|do|did|not|no|never|"
    r"always|every|all|"
    r"each|most|none|only|you|we|it|they|this|that|needs?|makes?|means?|gets?|gives?|uses?|works?|under|without)\b|n['’]t\b",
    re.IGNORECASE,
)
_DOING: Final = frozenset(stem(w) for w in _ASKING.split()) - frozenset(stem(n) for w in _TEXTS.split() for n in norms(w))
_FIRST_PERSON: Final = re.compile(r"\b(?:i|me|my|let's|let us)\b", re.IGNORECASE)
_NAME: Final = re.compile(r"(?<=[a-z,;] )[A-Z](?![\s'’])")
_LONGEST: Final = 8  # words of a heading
_LONG: Final = 12
_FIGURE: Final = re.compile(r"\d")
# Said of sources, the same words report a finding; said of a choice, they advise.
_REPORTS: Final = re.compile(
    r"\b(?:sources?|articles?|pages?|glossary|theory|professionals?|people|many|most|everyone|nobody|experts?)\b"
    r"(?: (?!(?:is|are)\b)\w{1,12})?? (?!(?:is|are|does|do|has|have)\b)(?:says?|states?|shows?|finds?|found|tells?|claims?|"
    r"calls?|knows?|prefers?|chooses?|needs?|takes?|recommends?|explains?|answers?)\b",
    re.IGNORECASE,
)


def small_talk(sentence: str, field: Collection[str]) -> bool:
    """Whether the sentence has words of conversation alone, or one other word where I speak in it or where it has no verb.

    Args:
        sentence: one sentence.
        field: comparable forms of the words that the field's names are made of; none of them may be that other word.
    """
    if _FIGURE.search(sentence) or _REPORTS.search(sentence):
        return False
    found = norms(sentence)
    others = [w for w in found if not (w in _WORDS or stem(w) in _WORDS or w in _GRAMMAR)]
    if not others:
        return bool(found)
    if len(others) > 1 or len(found) > _LONG or any(w in field for w in others) or _NAME.search(sentence):
        return False
    if _FIRST_PERSON.search(sentence):
        return not states(sentence)
    topical = any(w in _TOPICS or stem(w) in _TOPICS for w in found)
    return topical and len(found) <= _LONGEST and not (_SAYS.search(sentence) or _verb(sentence))


def foreign(words: str) -> list[str]:
    """The words that are not of conversation, of texts, or of what is owned about them."""
    return [w for w in norms(words) if not (w in _KNOWN or stem(w) in _KNOWN or w in _GRAMMAR)]


def _verb(sentence: str) -> bool:
    """Whether a verb of conversation stands in the third person."""
    return any(w.endswith("s") and stem(norm(w)) in _DOING for w in re.findall(r"[a-z]{3,14}", sentence.lower()))


def announces(sentence: str, field: Collection[str]) -> bool:
    """Whether the sentence has no verb and names what comes next: "A word on skew first", "Now for the wings"."""
    found = norms(sentence)
    if len(found) > _LONGEST or _FIGURE.search(sentence) or _SAYS.search(sentence) or not _ORDERS.intersection(found):
        return False
    return all(w in field or w in _TOPICS or stem(w) in _TOPICS or w in _GRAMMAR for w in found)
