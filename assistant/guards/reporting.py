"""Words with which any result is reported, whatever was computed; and words that speak of the world at large.

A sentence about a result says what it says in the result's own words, the user's, and the common words of arithmetic,
comparison and course that stand here. Other words bring something in that the tool did not say. "Usually", "most traders"
or "in practice" tell of more than one case, which no single result can bear out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from functools import cache
from typing import Final

from knowledge.lexical import stem
from knowledge.words import STOP, norms

_COMMON: Final = """
about above across actual add added adding addition additional adds after afterwards again ahead all almost alone along already
also although altogether amount amounts answer any anyone anything anywhere apart appears apiece apply approximately around
asked assume assumed assumption at attach automatic away back bar bars base based basis bear because become becomes before
begin beginning begins behind below beneath bent beside best better between beyond big bigger biggest bit both bottom bound
box bracket brackets breakdown brief briefly bring brings broken brought bucks budget build built but buy buys calculate
calculated calculation calculator call called calls came cap capped carry case cash catch ceiling cent cents chance change
changed changes cheaper check checks choose chosen clear clears close closed closer closes closing column combination
combinations combined come comes coming compare compared comparison complete computed confirm confirmed contract contracts
contribute contributes convert converting corner correct correspond corresponds cost costs count counted counting counts
course cover covered covers credit cross crossed crosses crossing current currently curve cut cuts damage data date dates
dated day days dead dear dearer debit decay decays decide decided decimal decimals decline declined decrease deducted deep
deeper deepest default depend depends deployed details difference different digit direction discount distance divide divided
division dollar dollars done double down downside draw drawdown drop dropped drops due dull each earlier earn earned earns
easy edge effect eight either else end ended ends enough enter entered entry equal equally equals equivalent even event
eventual every everything everywhere exact exactly example exceed exceeds except exist exit expand expanding expect expected
expiry explain explicit express expressed extra face factor fall fallen falling falls far fast faster fast favour feed fee
fees fell few field fifteen fifth fifty figure figures fill fills final finally find fine finish finished finishes first fit
fits five fixed flat flow flows fly flies flip floor follow followed following follows footing form formula forty forward
found four fourth fraction front full fully further gain gained gains gave get gets give given gives giving goes going
gone good got great greater gross grow grown grows half hand hands happen happens hard held help helped helps hence here high
higher highest history hit hold holder holding holds hole hundred hundredth identical if imply implied implies important in
include included includes including increase increased index individual input inside instance instead intact intermediate
interval invest investment item itself jump just keep keeps kept kind know known lag large larger largest last lasted late
later latest lead leads least leave leaves left leftover leg legs length less let level levels lie lies life limit limited
limits line lines list listed little load loaded logged long longer look looking looks lose loses losing loss losses lost lot
lots low lower lowered lowest lump made magnitude main make makes making many mark marked marks match matched matches math
matter maximum may meaning means meant measure measured measures meet meets mentioned mere merely met mid middle midpoint
might mind minimum minus mirror miss missed model money month monthly months more most move moved moves moving much multiple
multiplied multiplier multiply name named namely near nearer nearest nearly need needed needs negative neither net nets never
new newest next nine ninety no nobody none nor normal not note nothing notional now nowhere number numbers numeric occur
occurred odd odds off offer offset old once one ones only open opened opening opposite option options order original other
otherwise out outcome outcomes outer outlay output outright outside over overall own owe owed owes owing owner paid pair part
partial particular parts pass passed past pay paying payment payoff pays peak peaked peaks per percent percentage perfect
period periods per phrase pick place placed plain plainly plan planned play please plug plus pocket point points portion
position positive possible pot practical precise precisely premium present previous price priced prices principle print
prints prior probability proceeds produce produces product profit profitable profits proportion provided pull purchase put
quantity quarter question quick quite quote quoted quotes raise raised raises ran range ranges rate rates rather ratio reach
reached reaches read reading reads real really reason receipt receive received receives recent recover reduce reduced refer
region relative remain remainder remaining remains repeat report reports require required rest result resulting results
return returned returns reverse reward right rise rises rising risk risked risks role room rose rough roughly round rounded
rounding row rows rule rules run running runs said same sample saving saw scale scenario second see seen sell sells separate
sequence series set sets settle settled settlement settles settling seven seventy shape share shares sheet shift shifted
short shortfall show showed showing shown shows side sides sign signal similar simple simply since single sit sits situation
six sixty size slice slices slight slightly slip slipped slope slow slower small smaller smallest smooth so sold sole some
something soon sort span spare speak spend spending spends spent split spread spreads square stage staged stake stand
standing stands start started starting starts state stated states stay stayed stays steep step steps still stop stopped
stops straight stretch stretches strike structure subtract subtracted subtracting sum summary summed sums supplied
support supposed table tail take taken takes taking tally target ten tenth term terms test third thirds thirteen thirty
thousand three through tick ticks tie till time times tiny together told top total totalling totals touch touched toward
towards track trade traded trades trail tranche tranches trip true turn turned turning turns twelve twenty twice twin two
type unchanged under underlying undiscounted unit units unlimited unspent until unused up upper upside upward upwards us use
used user uses using usual value valued values verdict very view volatility wait want was way ways wealth week weekly weeks
weigh weighs weight weighted weights went whatever whether while whole wide wider widest width win wing wings within without
wonder word words work worked working works worst worth worthless would write written wrong year yearly years yesterday yet
yield zero zone smoke vanish wiped evaporate burned shy shade touch hair notch sliver fraction bulk lion share equivalent
everywhere anywhere somewhere window territory turf footing patch stretch mirror image ledger tab bill
again though although however meanwhile therefore thus moreover besides instead lastly versus whereas nope there somebody
anybody nobody another others fewer onward onwards downward upward sideways through throughout underneath inward outward
climb dip creep fade swing swung shrink shrank shrunk widen narrow deepen steepen flatten ease slide slid sink sank soar leap
jump recover rebound retreat drift hover level peak trough bottom accelerate decelerate slow speed contract expand exceed
outnumber outweigh undershoot overshoot surpass lag lead trail precede coincide alternate oscillate fluctuate persist resume
shed gain regain lose erase offset absorb eat swallow devour chip nibble
estimate approximate calculate solve derive plug insert substitute multiply subtract divide add sum total tally annualize
compound discount accrue accumulate average weigh blend mix split halve double triple quadruple square round truncate
interpolate extrapolate scale normalise normalize convert translate express denominate quote label tag mark flag record log
register report list print display plot chart draw trace picture illustrate demonstrate depict describe summarize summarise
recap conclude note notice observe emphasise highlight mention recall remind warn caution caveat suggest indicate signal imply
tell talk speak spell state mean define call name refer belong consist comprise contain hold include exclude omit ignore
neglect assume suppose presume treat regard apply satisfy fulfil meet trip trigger fire qualify count matter suffice require
demand await begin began start commence end finish stop cease terminate open close fix lock freeze vary alter modify adjust
change shift toggle reset repeat rerun retry
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth once twice thrice dozen pair couple trio
million billion bps bp σ sigma percentage percentile quantile decile median mean mode average variance deviation error
theoretical actual nominal effective gross net annual annualized annualised monthly quarterly daily hourly cumulative marginal
aggregate combined individual respective relative absolute proportional linear exponential flat level even odd uneven lopsided
symmetric asymmetric symmetrical balanced unbalanced equal unequal identical similar alike different distinct separate
consecutive successive adjacent neighbouring neighboring interim initial final latter former prior subsequent preceding next
strong stronger weak weaker mild milder slight modest moderate sharp gentle steady sudden gradual brief fresh recent early
late partial full whole entire complete incomplete mixed plain bare mere sole single double triple multiple numerous
ascending descending increasing decreasing rising falling growing shrinking elevated depressed stretched subdued inverted
upside downside profitable unprofitable loss-making worthless bounded unbounded capped uncapped limited unlimited exposed
threshold yardstick benchmark hurdle barrier boundary border edge margin gap cushion buffer shortfall surplus excess deficit
remainder residue leftover balance stake outlay expenditure expense proceeds revenue income payout payoff repayment instalment
installment increment step rung stage phase round batch lot chunk portion share fraction piece part slice component element
item entry row column cell bin bucket group set series sequence run streak row stretch spell span interval period duration
term horizon tenor maturity expiry expiration date deadline moment instant point spot place location position rank order
condition criterion requirement constraint rule formula equation identity relation ratio factor coefficient weight exponent
root base denominator numerator divisor product quotient difference sum result outcome output answer figure number value
amount quantity size scale extent degree rate pace speed slope angle direction course path route shape form pattern picture
context background detail caveat footnote remark reminder fact finding conclusion verdict reading measure metric gauge
tool calculator computation calculation arithmetic algebra math maths working test check comparison contrast
winner loser newcomer setback skill luck chance accident coincidence randomness noise
exposure obligation liability claim commitment commission fee cost charge spread slippage
ironically conveniently incidentally evidently apparently presumably accordingly correspondingly respectively roughly precisely
nearly barely hardly scarcely almost altogether entirely wholly partly partially mostly mainly chiefly largely purely strictly
solely merely simply slightly somewhat considerably noticeably markedly substantially significantly comfortably
retain guarantee shield protect cover bear carry owe owing belong fold
does doe can ca well worse better grew led stood took bought went hung beat hang land lift collect gather roll represent promise
usd eur pts pt ticks m1 m2 m3 m4 vx nn pa ytd vs red black water fair potential sensitivity unique alone block tier layer buyer
seller holder writer butterfly fly condor straddle strangle spread call put strike wing body leg breadth issue advancer decliner
gainer loser equity debt capital fund funding financed earmarked reserved allotted assigned version variant flavour wise formal
future option contract blank empty cancel neutralise neutralize manner fashion sense respect likely unlikely forecast predict
prediction certain uncertain promise description literal literally speaking hypothetically specific particular general simple
complicated easy difficult possible impossible feasible available unavailable missing absent given supplied entered typed named
listed shown stated unstated known unknown asked chosen picked selected set defined undefined fixed variable constant assumed
premise input inputs default setting choice alternative option scenario case instance situation world reality paper theory
intrinsic extrinsic value worth price quote bid ask offer mid model modelled modeled observed measured quoted traded settled
expired exercised assigned opened closed bought sold held owned rolled staged planned committed deployed invested spent unspent
recovered returned refunded repaid financed discounted compounded annualised capped floored bounded limited exposed hedged
covered protected naked outright vertical horizontal diagonal outer inner upper lower middle central centred centered left
right high low near far deep shallow tall short long thick thin tight loose wide narrow heavy light rich poor cheap dear costly
affordable afford sure yes no please hint head heads-up spike plain hypothetical simulated sample backtest test trade
"""

# More than one case.
_GENERAL: Final = re.compile(
    r"\b(?:usually|typical(?:ly)?|often|always|generally|normally|commonly|frequently|rarely|seldom|tends?|tended|tendency|"
    r"historical(?:ly)?|traditional(?:ly)?|in practice|as a rule(?! of)|on average|about average|in general|more often|"
    r"notorious\w*|"
    r"most (?:of the time|people|\w{1,20}s\b)|many (?:people|\w{1,20}s\b)|in (?:most|many|some) \w+|"
    r"(?:two|three|four|nine|\d) (?:times )?out of (?:three|four|five|ten|\d+)|(?:one|two) (?:times? )?in (?:three|four|"
    r"five|ten)|"
    r"(?:two|three)[- ](?:thirds|quarters) of (?:the time|all|cases)|over time|in the long run|long[- ]run|"
    r"every (?:trader|investor|desk|crisis|crash|year|summer|autumn|spike|cycle)|whenever|known (?:to|for)|"
    r"ever\b(?= (?:seen|recorded|"
    r"shifts?|reaches|had))|regarded as|considered|counts? as (?:an? )?(?:\w+ )?(?:reading|sign|signal|market|healthy|high|"
    r"low|cheap|"
    r"dear|bullish|bearish|normal)\b|is (?:standard|common|customary|rare)|the norm|the rule with|seen only|only seen|"
    r"kind of (?:level|move|reading)|well[- ]known|famous|popular|prefer(?:s|red)?|most likely|"
    r"for (?:decades|years|centuries)|(?:last|past) (?:\w+ )?(?:years|decades?|months|weeks)|since (?:19|20)\d\d|"
    r"(?:19|20)\d\d was|in (?:19|20)\d\d\b|"
    r"is (?:a|the) (?:classic|textbook|typical|common))\b",
    re.IGNORECASE,
)
# What no calculator computes: people, institutions, programs, happenings, and properties of markets. Each may be told where
# the result or the user speaks of it.
_WORLD: Final = re.compile(
    r"\b(?:academics?|agenc(?:y|ies)|algorithms?|analysts?|arbitrageurs?|brokers?|bubbles?|bulls?|bears?|cboe|"
    r"ceo|"
    r"commodit(?:y|ies)|convexity|converges?|crash(?:es)?|cris[ei]s|crowds?|currenc(?:y|ies)|dealers?|"
    r"desks?|"
    r"economy|economic|elections?|etfs?|etns?|etps?|exchanges?|experts?|fear|fed|"
    r"geopolitic\w+|government|greed|healthy|herd|hedgers|holidays?|industry|inflation|insiders?|institution\w*|"
    r"insurers?|"
    r"investors?|makers?|panics?|pandemic|participants|pensions?|"
    r"practitioners?|professionals?|psychology|quants|recessions?|regulat\w+|retail|sectors?|sentiment|season\w*|skew|"
    r"smile|spreadsheets?|excel|tradingview|metatrader|bloomberg|platforms?|websites?|sites|charting|stale|"
    r""
    r"likeliest|most likely|sharpe|sortino|calmar|kelly|value at risk|stud(?:y|ies)|textbooks?|traders?|turbulen\w+|"
    r"veterans?|whipsaws?|"
    r"milliseconds?|outperform\w*|"
    r"(?:over|under|mis)priced|(?:over|under)valued|rebounds?|revert\w*|reversion|bullish|bearish|unreliable|popular|"
    r""
    r"trending|robust|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|false signals?|margins?|mornings?|afternoons?|"
    r"overnight|hedge funds?|liquidity|statisticians?|correlat\w+|sleeve|nasdaq|dow|treasur(?:y|ies)|"
    r"gamma|contrarian\w*|speculat\w+|open interest|"
    r"implied vol(?:atility)? (?:than|is|are)|most (?:hedge )?funds)\b",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(
    r"\b(?:the|this|that|its) (?:primary )?(?:article|method|methodology|source|guide)\b|(?:^|[,;:]\s|\bthat )(?:the|this|"
    r"its) rules?\b",
    re.IGNORECASE,
)
# What a speaker has seen or done in the world, and what brings about what: no result bears it out, with figures or without.
_WITNESS: Final = re.compile(
    r"\b(?:i|we)(?:'ve| have|'d| had)? (?:often |never |always |once |only |ever |also |just )?(?:seen|saw|made|lost|paid|"
    r"earned|bought|sold|tested|backtested|held|"
    r"watched|traded|noticed|used to|ran|run|owned|rolled|closed|opened|hedged|caught|rode|got|went)\b(?! (?:it|this|that|"
    r"the (?:numbers|figures|calculation|tool|rule|test|"
    r"working|formula)|your|you|from|with|through|by|to (?:the|this|that))\b)"
    r"|\b(?:our|my) (?:\w{1,12} )?(?:backtests?|tests|experience|clients?|research|records?|studies|desk|hedges?|accounts?|"
    r"trades?|book|customers?)\b"
    r"|\b(?:explains?|drives?|causes?|accounts? for|is behind|is responsible for|comes? from|stems? from|is due to|"
    r"reflects?) (?:most|much|the bulk|nearly all|"
    r"almost all|the lion's share|a good part)\b"
    r"|\b(?:in|on|under|during) (?:most|many|nearly all|almost all|some|a few) (?:cases|years|months|days|markets|spikes|"
    r"crashes)\b|\b(?:usually|typically|often|historically|"
    r"traditionally|rarely|seldom|commonly|generally)\b|\bmost of (?:its|the|their|your|his) (?:\w{1,12} )?(?:life|lives|"
    r"time|gains?|loss(?:es)?|profits?|moves?|decay|returns?|action|pain|damage)\b|\b(?:trade|sell|fill|settle|price|"
    r"print)s? (?:mostly|mainly|largely|almost always)\b|\b(?:since|last|past|during|over) (?:the )?(?:last )?(?:spring|"
    r"summer|autumn|fall|winter|christmas|pandemic|crisis|election)\b|\b(?:once|twice|\w{3,5} times) (?:a|per|every) (?:day|"
    r"week|month|quarter|year|decade)\b|\b(?:a|an|one|two|three|some|\w{3,6}) (?:day|week|month|quarter|year|decade|"
    r"session)s? (?:ago|before|earlier)\b(?! (?:the|it|that|settlement|expiry))|\byears of\b|\blast (?:year|month|week|"
    r"quarter|time)\b|\b(?:this|next) (?:year|quarter|season)\b|\blong[- ]run (?:average|mean|median)|\bever (?:seen|"
    r"recorded|"
    r"printed|reached)\b|\bregarded as\b",
    re.IGNORECASE,
)
_STEM: Final = 5  # letters by which a word of the sentence is known in what was told
_PLAIN: Final = 0.7  # share of the words, by rarity
_BARE: Final = re.compile(
    r"(?!(?:the|a|an|this|that|these|those|it|its|he|she|we|you|your|they|their|i|my|our|there|here|no|none|not|nothing|all|"
    r"both|"
    r"each|every|any|some|one|two|three|four|five|six|seven|eight|nine|ten|at|in|on|if|so|as|by|for|from|with|to|of|and|but|"
    r"or|"
    r"since|because|after|before|below|above|under|over|between|yes|only|just|about|around|up|down|per|then|now)\b(?!-))"
    r"[a-z][\w/-]{1,20}(?: (?!is |are |was |the )[\w/-]{1,20}){0,5}?s (?:\w+ly )?(?:are|were|have|do|don't|need|get|lose|"
    r"make|win|"
    r"expire|settle|come|go|like|move|rise|fall|carry|earn|pay|react|lag|lead|trade|cluster|vanish|fade|mark|happen|"
    r"converge|show|"
    r"work|run|beat|spend|hold|buy|sell|sit|stay|take|give|return|reflect|hold up|end)\b",
    re.IGNORECASE,
)

# "Flies this far out of the money trade …": a kind, whatever stands between it and its verb.
_PLURAL: Final = re.compile(
    r"(?:flies|butterflies|futures|calls|puts|options|spreads|condors|straddles|hedges|curves|markets|crosses|signals|"
    r"readings|traders|pros|sellers|buyers|"
    r"triggers|divergences|peaks|wings|spikes|vix \w{3,10}s)\b (?:[\w/-]{1,20} ){0,7}?(?:are|were|have|do|don't|need|get|"
    r"lose|make|win|expire|settle|come|go|"
    r"move|rise|fall|carry|earn|pay|react|lag|lead|trade|happen|work|run|cost|sit|stay|take|give|show|tend|behave|gain|"
    r"bounce|double)\b",
    re.IGNORECASE,
)
_REASONS: Final = re.compile(r"\s(?:since|because|as|when|whenever|while|although)\s", re.IGNORECASE)


# A speaker's own view of a result; what "we get" or "I subtract" is arithmetic.
_OPINION: Final = re.compile(
    r"^\W*(?:\w{2,10},? ){0,2}(?:i|we)\b(?!'ll)(?! (?:\w{2,8} )?(?:get|have|find|arrive|need|divide|multiply|subtract|add|"
    r"take|took|start|end|obtain|compute|"
    r"computed|used|use|assume|assumed|can|could|read|see|are|set|put|left|know|reach|deduct|square|weigh|come)\b)",
    re.IGNORECASE,
)


@cache
def common() -> frozenset[str]:
    """The stems of the common words."""
    return frozenset(f for word in _COMMON.split() for n in norms(word) for f in (n[:_STEM], stem(n)[:_STEM]))


def outside(sentence: str, known: Set[str]) -> list[str]:
    """The words of a sentence that are neither `known` (by their first letters) nor words in which results are reported."""
    words = [w for w in norms(sentence) if w not in STOP and not w[0].isdigit() and len(w) > 1]
    return [w for w in words if not ({w[:_STEM], stem(w)[:_STEM]} & known or {w[:_STEM], stem(w)[:_STEM]} & common())]


def strange(sentence: str, told: str) -> bool:
    """Whether the sentence speaks of the world at large, where what was `told` (in lower case) does not."""
    return any(m.group()[:_STEM].lower() not in told for m in _WORLD.finditer(sentence))


def plain(said: Set[str], known: Set[str], weigh: Callable[[Iterable[str], Iterable[str]], float]) -> bool:
    """Whether a sentence without a figure tells the state of what is at hand, in known and common words."""
    return bool(said & known) and weigh(said, known | common()) >= _PLAIN


def sourced(sentence: str) -> bool:
    """Whether the sentence tells what the method or a source has."""
    return _SOURCE.search(sentence) is not None


def witnessed(sentence: str) -> bool:
    """Whether the sentence tells what somebody has seen, done or thinks, or what mostly happens: more than any result holds."""
    words = sentence.replace("’", "'")
    return _WITNESS.search(words) is not None or _OPINION.match(words) is not None


def general(sentence: str) -> bool:
    """Whether the sentence speaks of more than the case at hand."""
    return _GENERAL.search(sentence) is not None


def of_a_kind(sentence: str) -> bool:
    """Whether the sentence's subject is a kind of thing ("iron condors win …") and none at hand."""
    return any(_BARE.match(clause) or _PLURAL.match(clause) for clause in _REASONS.split(sentence.lstrip("*_-> ")))
