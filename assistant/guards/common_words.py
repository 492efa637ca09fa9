"""The common words with which any result is reported, whatever was computed: of arithmetic, comparison and course."""

from __future__ import annotations

from functools import cache
from typing import Final

from knowledge.lexical import stem
from knowledge.words import norms

LETTERS: Final = 5  # by which a word of a sentence is known in what was told

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


@cache
def common() -> frozenset[str]:
    """The beginnings of the common words."""
    return frozenset(start for word in _COMMON.split() for n in norms(word) for start in beginnings(n))


def beginnings(word: str) -> set[str]:
    """The first letters of a word and of its stem, by which it is known."""
    return {word[:LETTERS], stem(word)[:LETTERS]}
