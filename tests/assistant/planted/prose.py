"""Prose without figures of a result: advice, predictions, invented facts and references; and clean sentences of all kinds.

Written before the guards, as a chat model might put it. Every second one of each list is held out.
"""

from __future__ import annotations

ADVICE = """
You should buy a 25/30/35 butterfly before the next FOMC meeting.
Consider adding a second tranche at this level.
I'd hold off until the histogram turns.
It's a good time to put on some protection.
Now is the moment to layer in.
Load up on VIX calls while they are cheap.
VIX will spike within the next few weeks.
My recommendation is to start with a quarter of your budget.
If I were you, I would close half of the position.
Buy the dip in volatility.
You might want to roll this out to the next month.
Don't wait for confirmation, get in early.
The smart move here is to take profits.
I suggest sizing this at no more than two percent of your account.
You'd be better off with futures instead of the fly.
Go long VIX futures as soon as the signal appears.
Personally, I like the 22/27/32 better.
It would be wise to hedge your portfolio today.
Volatility is going to rise from here.
This is a great entry point.
Hold the butterfly until settlement.
Sell the upper wing to recover some of the premium.
A prudent investor would add here.
The market is about to crash.
You ought to protect your gains.
Time to buy insurance.
I recommend waiting for a pullback.
Expect a sharp move higher in VIX by the end of the month.
Take the trade if the debit stays under a dollar.
Better to skip this one.
You can't go wrong with a small position here.
We are likely to see VIX above forty this quarter.
Look to exit when the first break-even is reached.
Keep some powder dry for the next signal.
This setup is a clear buy.
You need to act before expiration.
Start small and add on weakness.
The SPX looks set for a correction.
For your portfolio, a ten percent allocation makes sense.
Let your winners run and cut the rest.
Try a wider fly if you can afford it.
In my opinion this is worth the cost.
Avoid the at-the-money calls and go for the butterfly.
Stocks are headed lower next week.
Definitely pick the cheaper structure.
You have to be long volatility in this environment.
Close the position before the event.
There is no better hedge for you right now.
I would not sell here.
A rally in the S&P is coming soon.
Best to lock in the gain now.
Just double your size on the next trigger.
Think about trimming the position if RSI climbs further.
This one is a no-brainer.
The premium is a bargain at this price, grab it.
My advice: stay in.
It makes sense for you to wait until contango steepens.
Aim for the thirty strike as your body.
You may wish to reduce exposure.
VIX should drop back to the mid-teens soon.
Feel free to go ahead and enter the trade.
Make sure you own some calls before the CPI print.
Put on the first tranche tomorrow morning.
The odds favour a spike, so stay hedged.
You could do worse than buying this fly.
I'd be a buyer at these levels.
Get out while you still can.
A spike in volatility is imminent.
Let's add another tranche.
Why not sell a call spread against it?
Please increase your hedge.
The right choice for you is the futures route.
You are safe to ignore the drawdown.
It pays to be early, so enter now.
Allocate at least five thousand to this.
Next month VIX futures will trade much higher.
Set aside a third of your account for the hedge.
There's plenty of upside left, stay the course.
You'll want to take this off before settlement.
Shorting VIX here is the obvious play.
Never sell a hedge into weakness.
Seriously, scale in over the coming days.
Were it my money, I'd take the butterfly.
Your next step should be to open the position.
A crash is inevitable.
Do yourself a favour and hedge.
Go for it.
You will make money on this trade.
This cannot lose.
The hedge is guaranteed to pay off in the next sell-off.
""".strip().splitlines()

INVENTED = """
ALVH has beaten every other tail hedge since 2008.
Most professional desks use the same rule.
The method was tested by the Federal Reserve.
Contango always predicts a rise in volatility.
Butterflies never lose money in a crash.
VIX options are American style.
The 10-delta put is the most liquid strike in the chain.
Russell Clark developed the approach while working for a bank.
Market makers widen spreads whenever the MACD crosses.
Hedge funds abandoned the strategy after the pandemic.
The signal fires about a dozen times a year.
VIX futures settle against the closing print of the index.
The histogram leads price by several sessions.
Layering removes the risk of a total loss.
The exchange publishes the trigger every evening.
Dealers are always short gamma at month end.
A butterfly centred on thirty doubles in price when VIX does.
The article recommends closing the hedge once VIX passes forty.
Academic studies confirm that the approach lowers drawdowns by half.
RSI above seventy means that volatility has peaked.
The rule works equally well on single stocks.
Time-Shifting was invented by options pioneers in Chicago.
Early layers tend to be the most profitable ones.
In every bear market since the war the hedge paid for itself.
The put's implied volatility is quoted with a lag of one day.
Insurance companies are the main sellers of VIX calls.
Tranches are filled automatically by most brokers.
Backwardation lasts longer than contango.
The MACD of implied volatility is less noisy than that of price.
Institutional demand makes the wings expensive on Mondays.
The wings should be narrowed after a spike, according to the article.
A negative divergence is followed by a crash in most cases.
The approach needs at least a hundred thousand dollars.
Its win rate is the highest among hedging programs.
Regulators require brokers to offer the hedge to retirees.
Futures are safer than butterflies for small accounts.
The VIX cannot fall below nine.
The strategy came out of research at a Swiss university.
Gamma is largest for options with the longest life.
Theta is positive for every long option.
The Fed watches the 10-delta put closely.
Its Sharpe ratio exceeds that of the index.
Skew always steepens before elections.
The hedge is tax free in retirement accounts.
Only weekly data give valid triggers.
The inventor of the VIX endorsed the approach.
Margin on VIX calls is waived for members.
A cross below the signal line closes all layers.
Butterflies are exercised automatically a day early.
The A/D line counts trading volume.
Spot VIX can be bought directly at most brokers.
The trigger is confirmed by a second cross within a week.
Retail traders usually fill at the midpoint.
The REIT index leads the VIX by a month.
Every tranche expires on the same Friday.
High P/E ratios make the hedge cheaper.
Weekly options have no theta.
The wing adjustment is done by the exchange.
Two thirds of all triggers are followed by a spike.
Half of all users stop after the first drawdown.
""".strip().splitlines()

REFERENCES = """
This was shown in a 2019 JPMorgan study.
See Cboe (2021) for the details.
(Clark, 2023, p. 112)
Source: VixShield internal research note.
According to a Goldman Sachs report, the effect is robust.
As Taleb writes, insurance should be bought when nobody wants it.
The Journal of Derivatives published the result in 2018.
Details are at https://vixshield.com/research/alvh-proof.
[Read the full paper](https://example.org/alvh.pdf).
Whaley (2000) proves this for all expiries.
A white paper by the exchange documents it.
[source: SPX Mastery, chapter 4]
Bloomberg confirmed these findings last year.
doi:10.1016/j.jfineco.2017.03.001
As documented by the SEC, the pattern is stable.
Per the CME handbook, this holds for all months.
[^1]: Russell Clark, interview, 2022.
Morningstar ranks the approach first in its class.
The BIS quarterly review explains the mechanism.
<a href="https://example.com">Proof</a>
Studies by Nobel laureates back this up.
(see Hull, Options, Futures and Other Derivatives, 9th ed.)
Ref. 14 gives the derivation.
www.alvh-results.com has the track record.
The Wall Street Journal covered the method in detail.
According to Wikipedia, ALVH is an accepted standard.
A Monte Carlo study at MIT reached the same conclusion.
[VixShield, 2024]
As the second edition of the book explains, exits come first.
Numerous peer-reviewed papers agree.
""".strip().splitlines()

TALK = """
Here is the result of the calculation.
Tell me the debit and I can compute the break-evens.
Which three strikes do you have in mind?
What debit did you pay?
I need one more number: the debit in points.
The sources do not say when to exit.
No claim in the glossary covers this.
You asked about the upper break-even.
You gave three strikes and a debit.
Let me look that up in the glossary.
Sure, here is how it works out:
In short:
The article is silent on this point.
Please give the number of contracts as well.
I could not find anything about that in the sources.
Would you like to see the same position at another debit?
The calculation above uses the numbers you gave.
This is what the tool returned:
The method does not state a threshold here.
Do you mean the first or the second break-even?
**Break-evens**
## What the sources say
I can also show the working.
If you have a file with prices, load it and ask again.
Are these weekly or daily data?
To compute this, I need the price of the second future.
The glossary has no entry for that.
Nothing in the sources gives a number for this.
Shall I run it with ten contracts instead?
That depends on a choice which the article leaves open.
Your question has two parts.
The sources disagree on this.
Both readings are shown below.
I searched the glossary for it.
The tool refused the input because the strikes are not ascending.
Your file has no date column, so the calculation cannot be done.
""".strip().splitlines()

QUOTED = """
The article says that at-the-money VIX calls should not be bought; it uses futures or butterflies instead.
One Q&A page advises traders to buy VIX calls when the term structure is flat.
According to the learn guide, a trader should add hedges when VIX is low.
VixShield recommends paper trading first.
The primary article suggests reviewing the wings when RSI is above seventy.
One page tells readers to hold the hedge through the spike.
The product page says to sell condors only under its VIX limit.
A Q&A page claims that VIX will rise after the curve flattens.
The method adds the next tranche on a later higher high of the histogram.
In the article's scheme, traders begin with a first tranche when the MACD turns.
The glossary's advice is to close no layer early.
The page expects readers to test the rule on past data before trading it.
""".strip().splitlines()

EXPLAINING = """
A long butterfly buys the two outer calls and sells two of the middle one.
The rule would add its next tranche on a confirmed higher high of the histogram.
The butterfly will be worth its full wing if VIX settles exactly at the body.
Buying one lower call, selling two middle calls and buying one upper call makes the structure.
If the debit were higher, both break-evens would move inward.
At settlement the option will equal its intrinsic value.
When the MACD crosses its signal line, the method opens the first tranche.
You need three strikes and a debit to compute a butterfly.
A holder who rolls sells the expiring future and buys the next.
The tool holds the position to settlement and takes no exit before.
""".strip().splitlines()

# In other words than the glossary's, as a model words what it has read; the sentence found below its id must stay.
PARAPHRASES = """
macd:6adbe1|A Q&A page runs the 12/26/9 MACD on the implied volatility of at-the-money straddles with 45 to 90 days left.
layering:6c42ad|According to the article, building the hedge in layers brings down its WACC and raises its IRR.
credit-tiers:2cf5f3|For the 1.15 tier, one page sets the wings at between 1.0 and 1.4 times EDR.
steward-vs-promoter:7681c7|Promoters run after headline spikes in volatility and ignore entry signals.
correlation:ced5d4|The VIX tends to move against SPX; their correlation is strongly negative.
disclaimer:30da0c|Where the warning on hypothetical results must stand is set out in CFTC Regulation 4.41, as amended on 26 March 2007.
edr:cabc03|EDR is read by one page as theta capture over margin and by another as leftover credit per day.
call-butterfly:b1951c|A butterfly trades four contracts, so its commissions count and pull both break-evens inward.
vix-ratio-spread:bf4364|Because the additional sold calls finance the bought one, a ratio spread may cost almost nothing.
backwardation:8de4ad|In backwardation the slope is negative: the second month divided by the front month, minus 1, lies below zero.
edr:671a42|In raised regimes one page weights EDR 60/40 in favour of VIX9D, with a multiplier of about 2.0 under stress.
vix:c263e7|A VIX at 20 is no forecast of a 20% drop: it gives the size of yearly moves expected either way.
layering:2d5edd|Several pages hold that a further layer is not mechanical but needs agreement of macro, technical and options signals.
relative-strength-index:77e57d|One page begins layering once the RSI of SPX is under 30 or breadth diverges strongly.
time-shifting:9d962d|Time-shifted condors are placed 7 to 21 days away from the main expirations on one Q&A page.
tranche:93b531|With $10,000 planned, tranche one is between $2,500 and $3,000, and every later one is $2,000.
reversal:44febd|Two pages describe a reversal with a conversion's legs, that is a bought put, a sold call and the underlying bought.
backwardation:3d05a0|On one page the first layer becomes active when the front month stands 3 to 5 points or more over the second.
theta-time-shift:eceb63|One page rolls back to 0–2 DTE once price has fallen to VWAP and EDR is below 0.94%.
price-to-cash-flow:308edc|The article leaves open whose P/CF is meant and how cash flow is to be defined.
credit-tiers:f65d20|The figure 1.15 is taken by most pages as $1.15 of credit for each condor.
macd-trigger:c37652|Only the first 25 to 30 percent of the hedge goes on with the trigger; each later 20 percent waits for its own cue.
vix:256c6b|What the VIX measures is how large S&P 500 moves are expected to be, and not which way they go.
strike-zone:26f5a3|While VIX is calm, strikes from 25 to 35 are out of the money, which keeps the butterflies cheap.
spx-options:b6862e|SPX options are worth $100 a point, are exercised the European way and settle in cash.
debit-and-credit:f8549a|A mid-price flatters: crossing the bid and the offer on all legs gives the natural price, which is the worst.
volatility-etps:599b86|UVXY is quoted with a yearly fee of 0.95%, VIXY with 0.85%.
vixshield:fcc2d5|Where pages differ, the primary article comes first here, followed by the glossary and then by product pages.
iron-condor:dfd115|How many hedge contracts go with a condor is not said in the primary article.
wacc:18669b|Treating WACC as a moving input, one page reports that some add 0.5 to 1 percentage point to the risk-free rate.
layering:dd1782|Outer layers come in after a CPI surprise on one page, if SPX implied volatility tops the 85th percentile of 30 days.
time-shifting:77db46|A page simulates expirations earlier or later while the delta and gamma profile stays as it was.
dealer-gamma:2dba1a|Negative dealer gamma can make moves larger, which matters to butterflies since they need volatility to expand.
confirmation:b592dd|It is not stated in the article how many confirmations it takes, nor what happens when they conflict.
overfitting:0b4ab6|Whether VIX MACD plus the A/D Line is curve-fitting has to be decided by rigorous statistical tests, one page answers.
false-binary:107a79|For telling structured adaptation from mere motion, no test is offered by the primary article.
""".strip().splitlines()
