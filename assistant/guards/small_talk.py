"""Words of conversation: a sentence that has no others tells nothing of the world, whatever its grammar.

They are what two people say of asking and answering, of texts and their parts, of understanding and courtesy. No word of the
field, of money, trade or measure is among them, none that judges a result ("works", "pays"), and no name.
"""

from __future__ import annotations

import re
from typing import Final

from knowledge.lexical import stem
from knowledge.words import STOP, norms

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
reading version view side aspect angle distinction difference comparison contrast list table summary overview outline
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
well deserve sound seem appear belong depend trip people lot many much thorough basic always goes useful correction small
concern decision choice call professional mine yours ours hand heart head curious fun purpose reason problem trouble
shout speculation confusion mix-up mixup doubt mistake misunderstanding luck
"""
_WORDS: Final = frozenset(
    form for word in f"{_ASKING} {_TEXTS} {_TIME} {_COURTESY}".split() for n in norms(word) for form in (n, stem(n))
)
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
_FIGURE: Final = re.compile(r"\d")
# Said of sources, the same words report a finding; said of a choice, they advise.
_REPORTS: Final = re.compile(
    r"\b(?:sources?|articles?|pages?|glossary|theory|professionals?|people|many|most|everyone|nobody|experts?)\b"
    r"(?: (?!(?:is|are)\b)\w{1,12})?? (?!(?:is|are|does|do|has|have)\b)(?:says?|states?|shows?|finds?|found|tells?|claims?|"
    r"calls?|knows?|prefers?|chooses?|needs?|takes?|recommends?|explains?|answers?)\b",
    re.IGNORECASE,
)


def small_talk(sentence: str) -> bool:
    """Whether the sentence has words of conversation alone."""
    if _FIGURE.search(sentence) or _REPORTS.search(sentence):
        return False
    found = norms(sentence)
    return bool(found) and all(w in _WORDS or stem(w) in _WORDS or w in _GRAMMAR for w in found)
