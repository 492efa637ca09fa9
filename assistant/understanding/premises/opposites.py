"""The one list of opposites: groups of things, the two or three sides of each, and the words that name a side.

Verbs stand in their base form and are inflected here; phrases are joined by "_", a verb phrase inflects its first word.
Ordinary and market language only: nothing here knows a term of the method, or what is true. Readers of a question
(`polarity`) and guards of an answer (`poles`, `ways`) choose the groups that they need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, Generic, TypeVar

from assistant.understanding.premises.inflections import inflected

Sides = Mapping[str, tuple[str, str]]
T = TypeVar("T")

# Group → side → its verbs, its other words.
GROUPS: Final[Mapping[str, Sides]] = {
    "level": {
        "above": (
            "exceed beat surpass top outstrip outweigh outnumber outpace outperform overtake eclipse overshoot",
            "above over atop beyond north_of on_top_of higher_than greater_than larger_than more_than upwards_of in_excess_of "
            "several_times many_times a_multiple_of",
        ),
        "below": (
            "trail undershoot underperform undercut",
            "below under beneath underneath south_of lower_than less_than smaller_than fewer_than short_of shy_of "
            "a_fraction_of",
        ),
    },
    "size": {
        "high": (
            "",
            "high higher highest large larger largest big bigger biggest great greater more most tall taller elevated",
        ),
        "low": ("", "low lower lowest small smaller smallest little less least fewer fewest slight"),
    },
    "worth": {
        "cheap": ("", "cheap cheaper cheapest inexpensive underpriced bargain"),
        "dear": ("", "dear dearer dearest expensive costly costlier costliest pricey pricier rich richer overpriced"),
    },
    "move": {
        "up": (
            "rise raise climb increase grow jump advance ascend mount escalate accelerate surge soar rally rebound "
            "recover bounce "
            "spike leap swell expand widen steepen strengthen amplify deepen heighten lift boost elevate hike rocket skyrocket "
            "appreciate inflate balloon improve augment enlarge intensify double triple quadruple firm go_up move_up "
            "pick_up tick_up "
            "edge_up creep_up drift_up turn_up step_up ramp_up shoot_up push_up drive_up pull_up bring_up trend_up gain_ground",
            "upward upwards uptick upswing upturn upmove uptrend uphill",
        ),
        "down": (
            "fall shed drop decline decrease shrink slip slide sink plunge plummet tumble slump dip ease narrow flatten "
            "weaken decay "
            "erode contract compress dwindle diminish lessen reduce cut trim shave dampen mute subside recede retreat "
            "ebb fade sag "
            "crash collapse descend depreciate deflate deteriorate worsen halve wane soften dive nosedive crumble abate taper "
            "slim cheapen drag_down bring_down pull_down push_down knock_down talk_down go_down move_down tick_down "
            "edge_down creep_down drift_down turn_down step_down wind_down push_down "
            "trend_down "
            "come_down drift_lower edge_lower move_lower slide_back fall_back drop_back lose_ground give_ground",
            "lowering downward downwards downtick downswing downturn downmove downtrend downhill comedown",
        ),
    },
    "sign": {
        "positive": ("", "positive positively plus bullish"),
        "negative": ("", "negative negatively bearish"),
    },
    "order": {
        "before": ("precede predate", "before ahead prior"),
        "after": ("follow lag postdate succeed trail", "after subsequent subsequently afterwards thereafter"),
    },
    "trade": {
        "buy": ("buy purchase acquire", "long buyer"),
        "sell": ("sell short write", "short seller writer"),
    },
    "month": {
        "front": ("", "front near nearer nearest nearby prompt"),
        "back": ("", "back far farther farthest further furthest later deferred distant"),
    },
    "curve": {
        "contango": ("", "contango upward_sloping"),
        "backwardation": ("", "backwardation backwardate backwardated inverted inversion downward_sloping"),
    },
    "arbitrage": {"conversion": ("", "conversion"), "reversal": ("", "reversal")},
    "moneyness": {
        "atm": ("", "at_the_money atm"),
        "otm": ("expire_worthless end_worthless", "out_of_the_money otm"),
        "itm": ("", "in_the_money itm"),
    },
    "option": {"call": ("", "call"), "put": ("", "put")},
    "result": {
        "gain": (
            "gain earn profit win net pay make_money come_out_ahead end_up_ahead come_out_on_top break_into_profit",
            "gain profit profitable earnings winnings winner windfall surplus in_the_black into_the_black "
            "in_the_green into_the_green in_profit "
            "better_off to_the_good ahead_of_the_game",
        ),
        "loss": (
            "lose cost forfeit surrender bleed burn squander sacrifice destroy waste deplete lose_money give_back "
            "give_up hand_back",
            "loss loser deficit shortfall drawdown setback in_the_red into_the_red in_the_hole into_the_hole "
            "under_water underwater worse_off to_the_bad "
            "out_of_pocket at_a_loss unprofitable",
        ),
    },
    "cash": {
        "in": (
            "receive collect pocket bank harvest recoup take_in bring_in rake_in cash_in pull_in",
            "credit proceeds inflow receipt income",
        ),
        "out": (
            "spend disburse shell_out fork_out fork_over hand_over lay_out part_with",
            "debit outlay outflow expense expenditure disbursement",
        ),
    },
    "exercise": {"european": ("", "european"), "american": ("", "american")},
    "delivery": {"cash": ("", "cash"), "shares": ("", "share physical physically")},
    "speed": {
        "slow": ("slow decelerate", "slow slowly slower"),
        "fast": ("quicken speed_up gather_pace pick_up_speed", "fast faster rapid rapidly quick quickly"),
    },
    "effect": {
        "help": ("help benefit improve work_for", "better"),
        "hurt": ("hurt worsen suffer work_against", "worse against"),
    },
    "strength": {"strong": ("", "strong stronger strength"), "weak": ("", "weak weaker weakness")},
    "slope": {"steep": ("steepen", "steep steeper"), "flat": ("flatten", "flat flatter")},
    "price": {"debit": ("", "debit"), "credit": ("", "credit")},
    "bound": {
        "limited": ("", "limited capped bounded finite"),
        "unlimited": ("", "unlimited uncapped unbounded limitless boundless infinite"),
    },
    "volatility": {"implied": ("", "implied expected"), "realised": ("", "realised realized historical")},
    "extreme": {"overbought": ("", "overbought"), "oversold": ("", "oversold")},
    "value": {"intrinsic": ("", "intrinsic"), "time": ("", "time_value extrinsic")},
    "pace": {
        "once": ("", "at_once all_in in_one_go whole entire"),
        "steps": ("", "tranche step slice stage staged increment gradually"),
    },
    "choice": {"either": ("", "either"), "both": ("", "both")},
    "discount": {"premium": ("", "premium"), "discount": ("", "discount")},
    "frequency": {
        "often": ("", "often usually frequently mostly regularly common commonly"),
        "seldom": ("", "seldom rarely hardly rare"),
    },
    "extent": {"most": ("", "maximum maximal"), "least": ("", "minimum minimal")},
    "timing": {"early": ("", "early earlier"), "late": ("", "late")},
    "accord": {
        "agree": ("agree concur", "agreement consistent"),
        "contradict": ("contradict disagree conflict", "disagreement contradiction inconsistent"),
    },
    "cost": {"more": ("cost_more", ""), "less": ("cost_less", "")},
    "depth": {"deep": ("", "deep deeper deepest"), "shallow": ("", "shallow shallower shallowest")},
    "stage": {"in": ("get_in", ""), "out": ("get_out", "")},
    "rounding": {"up": ("round_up", ""), "down": ("round_down", "")},
    "peak": {
        "higher": ("", "higher_high higher_highs higher_low higher_lows"),
        "lower": ("", "lower_high lower_highs lower_low lower_lows"),
    },
    "reach": {"inside": ("", "inside within between"), "outside": ("", "outside beyond")},
    "members": {"with": ("include contain", ""), "without": ("exclude omit", "")},
    "likeness": {"same": ("equal", "same identical"), "other": ("", "opposite reverse unequal")},
    "aim": {"keep": ("preserve protect", "preservation"), "chase": ("chase", "")},
    "mood": {
        "calm": ("", "calm quiet relaxed tranquil tranquility"),
        "stress": ("panic", "stress stressed turbulent turbulence panicky fear fearful"),
    },
    "outlook": {"bull": ("", "bullish bull"), "bear": ("", "bearish bear")},
    "direction": {"up": ("", "upside"), "down": ("", "downside")},
    "wing": {"top": ("", "upper top topmost uppermost"), "bottom": ("", "bottom bottommost lowermost")},
}


def words_of(group: str, side: str) -> Iterator[str]:
    """Every word and phrase, in every form, that names a side; the words of a phrase joined by "_"."""
    verbs, others = GROUPS[group][side]
    for verb in verbs.split():
        yield from inflected(verb)
    yield from others.split()


_TOKEN: Final = re.compile(r"[A-Za-z]+")


class Lexicon(Generic[T]):
    """Words and phrases with what each stands for, found in a text in one pass.

    Args:
        words: what each word, or phrase joined by "_", stands for.
    """

    def __init__(self, words: Mapping[str, T]) -> None:
        self._words = {tuple(word.split("_")): meaning for word, meaning in words.items()}
        self._longest: dict[str, int] = {}
        for phrase in self._words:
            self._longest[phrase[0]] = max(len(phrase), self._longest.get(phrase[0], 0))

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Where each begins and ends, and what it stands for; of phrases that begin with one word, the longest."""
        low = text.lower()
        found = list(_TOKEN.finditer(low if len(low) == len(text) else text))
        tokens = [m.group() for m in found]
        for n, word in enumerate(tokens):
            if word not in self._longest:
                continue
            for length in range(self._longest[word], 0, -1):
                phrase = tuple(tokens[n : n + length])
                if phrase in self._words:
                    yield found[n].start(), found[n + len(phrase) - 1].end(), self._words[phrase]
                    break
