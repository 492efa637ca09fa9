"""The words by which a sentence compares things, tells how they move and what they are called.

One list from word to its meanings, so that a sentence is looked through once. Sides of opposites come from the one list of
opposites; heads are what the figures of results are called, marks what tells two figures of one name apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from assistant.guards.facts.names import HEADS, MARKS, MONTHS
from assistant.understanding.premises.inflections import inflected
from assistant.understanding.premises.opposites import Lexicon, words_of


class Tag(NamedTuple):
    """One meaning of a word: its class, what it is about, and a side or value."""

    kind: str
    about: str
    value: float = 0


def _verbs(*verbs: str) -> Iterator[str]:
    for verb in verbs:
        yield from inflected(verb)


# Verbs that put their subject above (1) or below (−1) their object; prepositions that do so behind a verb of being.
_VERBS: Final[Mapping[int, tuple[str, ...]]] = {
    1: (
        *_verbs(
            *("exceed", "beat", "surpass", "top", "outstrip", "outweigh", "outnumber", "outpace", "outperform", "overtake"),
            *(
                "eclipse",
                "reach",
                "breach",
                "overshoot",
                "lead",
                "dwarf",
                "clear",
                "outrank",
                "outdo",
                "cover",
                "swamp",
                "trump",
                "more_than_cover",
            ),
        ),
        *(
            "led",
            "in_excess_of",
            "upwards_of",
            "holds_the_upper_hand_over",
            "holds_the_upper_hand",
            "has_the_upper_hand",
            "comes_out_on_top",
            "takes_the_lead",
        ),
    ),
    -1: (
        *_verbs("trail", "undershoot", "underperform", "undercut", "lag", "fall_short_of", "come_short_of"),
        *("stops_short_of", "stop_short_of", "no_match_for"),
    ),
}
_PLACES: Final = {
    1: "at_a_premium_to at_a_premium_over above over atop beyond past north_of on_top_of ahead_of upwards_of in_excess_of",
    -1: "at_a_discount_to below under beneath underneath south_of short_of shy_of behind",
}
# Adjectives that compare, by what they are said of, with their greatest degree.
_DEGREES: Final[tuple[tuple[str, int, str, str], ...]] = (
    (
        "size",
        1,
        "higher larger bigger greater more wider taller heavier stronger richer_in better",
        "highest largest biggest greatest most widest tallest heaviest maximum strongest",
    ),
    (
        "size",
        -1,
        "lower smaller less fewer narrower lighter weaker slighter",
        "lowest smallest least fewest narrowest lightest minimum weakest",
    ),
    ("length", 1, "longer", "longest"),
    ("length", -1, "shorter", "shortest"),
    (
        "worth",
        1,
        "dearer costlier pricier richer more_expensive more_costly more_valuable worth_more better_priced",
        "dearest costliest priciest richest most_expensive most_valuable",
    ),
    ("worth", -1, "cheaper less_expensive less_costly less_valuable worth_less", "cheapest least_expensive least_costly"),
    (
        "odds",
        1,
        "likelier more_likely more_probable better_odds more_often",
        "likeliest most_likely most_probable commonest most_common",
    ),
    ("odds", -1, "less_likely less_probable rarer", "rarest least_likely least_probable"),
    ("time", 1, "later further_off further_out farther_off further_away further farther", "latest furthest farthest last"),
    ("time", -1, "earlier sooner nearer closer", "earliest soonest nearest closest first"),
    ("pace", 1, "more_slowly less_quickly slower calmer smoother", "slowest smoothest"),
    ("pace", -1, "more_quickly more_rapidly quicker faster nimbler", "quickest fastest"),
)
# Words of "move" that hardly ever say that something moved.
_STILL: Final = frozenset(
    [
        "contract",
        "contracts",
        "firm",
        "firms",
        "double",
        "mount",
        "mounts",
        "advance",
        "fade",
        "ease",
        "level",
        "cut",
        "upward",
        "upwards",
        "downward",
        "downwards",
        "gain",
        "gains",
    ]
)
_MORE_MOVES: Final[Mapping[int, str]] = {
    1: "gains_value gained_value gaining_value up add adds added adding takes_up took_up raised get_bigger gets_bigger "
    "picks_up builds built mounts mounted "
    "inched_up nudged_up got_better "
    "gets_better firmed firms_up",
    -1: "loses_value lost_value losing_value sheds_value down off away lowered lowers lowering withers wither withered "
    "dented got_worse gets_worse thins drained drains "
    "sold_down eased eases gave_ground slackened slackens",
}
_SIGNS: Final[Mapping[int, str]] = {
    1: "positive above_zero over_zero in_the_plus in_the_black winner plus north_of_zero on_the_plus_side "
    "in_positive_territory",
    -1: "negative below_zero under_zero beneath_zero minus in_the_red loser south_of_zero subzero sub_zero "
    "in_negative_territory",
}
_DENIES: Final = (
    "not no never nor neither without cannot hardly nowhere isn wasn aren weren doesn don didn hasn haven couldn wouldn won "
    "none nothing can_t fails_to failed_to no_longer yet_to scarcely barely instead_of rather_than"
)
_SUPPOSES: Final = (
    "if when where as_long_as would could might may should must unless until whether whenever suppose supposing had_it "
    "had_the had_vix had_you needs_to "
    "need_to has_to have_to had_to wherever counts_as count_as means meaning once d"
)
_BEING: Final = (
    "is are re ve was were be been being lies lie lay lying sits sit sat sitting stands stand stood standing trades traded "
    "trading "
    "finish finishes finished ends ended end closes closed close runs ran run remains remained stays stayed stay comes "
    "came come "
    "settles settled settle holds held hold looks s lands landed land prints printed print ranks falls fell works turns turned "
    "leave leaves leaving stop stops stopped paid gets reads read occurs occurred happens happened arrives arrived appears "
    "exists exist reacts responds adapts settling landing finishing closing ending coming rests hovers keeps kept sold "
    "starts begins "
    "sets got"
)
_ADVERBS: Final = (
    "well far ready just slightly still now only clearly currently already a little bit good deal much somewhat actually "
    "therefore thus "
    "also considerably even once again way right firmly comfortably safely barely quite a_lot in out "
    "easily up_to_you up_to_it some about around roughly nearly almost exactly deep deeply long"
)
_PREPOSITIONS: Final = "of at with for from in on by to between during against per as after through across"

_SMALL_WORDS: Final[Mapping[str, str]] = {
    "it": "it you that this",
    "one": "one ones those",
    "when": "now today currently presently at_the_moment at_present right_now ago bar_ago yesterday",
    "every": "both all each every either any",
    "to": "to into",
    "from": "from",
    "together": "together they combined sum_of sum altogether in_total between_them",
    "aside": "off away",
    "carry": " ".join(
        _verbs("pull", "drag", "bring", "take", "push", "lift", "knock", "send", "drive", "keep", "nudge", "carry")
    ),
}


def _entries() -> Iterator[tuple[str, Tag]]:
    for way, verbs in _VERBS.items():
        yield from ((word, Tag("over", "verb", way)) for word in verbs)
        yield from ((word, Tag("over", "place", way)) for word in _PLACES[way].split())
        yield from ((w, Tag("move", "", way)) for w in words_of("move", "up" if way > 0 else "down") if w not in _STILL)
        yield from ((w, Tag("move", "", way)) for w in _MORE_MOVES[way].split())
        yield from ((w, Tag("sign", "", way)) for w in _SIGNS[way].split())
    for about, way, degree, greatest in _DEGREES:
        yield from ((w, Tag("degree", about, way)) for w in degree.split())
        yield from ((w, Tag("most", about, way)) for w in greatest.split())
    for way, verb in ((1, "follow"), (-1, "precede"), (-1, "predate")):
        yield from ((w, Tag("over", "time", way)) for w in inflected(verb))
    yield from (
        ("after", Tag("over", "times", 1)),
        ("before", Tag("over", "times", -1)),
        ("ahead_of", Tag("over", "times", -1)),
    )
    for kind, words in (("deny", _DENIES), ("suppose", _SUPPOSES), ("being", _BEING), ("adverb", _ADVERBS)):
        yield from ((w, Tag(kind, "")) for w in words.split())
    yield from ((w, Tag("preposition", "")) for w in _PREPOSITIONS.split())
    yield from (("than", Tag("than", "")), ("and", Tag("and", "")), ("by", Tag("by", "")))
    for kind, words in _SMALL_WORDS.items():
        yield from ((w, Tag(kind, "")) for w in words.split())
    for name, words in HEADS.items():
        yield from ((w, Tag("head", name)) for w in words.split())
    for about, value, words in MARKS:
        yield from ((w, Tag("mark", about, value)) for w in words.split())
    for n, month in enumerate(MONTHS, start=1):
        yield from ((w, Tag("mark", "month", n)) for w in (month, month[:3] if month != "may" else month))


def _lexicon() -> Lexicon[frozenset[Tag]]:
    words: dict[str, set[Tag]] = {}
    for word, tag in _entries():
        words.setdefault(word, set()).add(tag)
    return Lexicon({word: frozenset(tags) for word, tags in words.items()})


VOCABULARY: Final = _lexicon()
