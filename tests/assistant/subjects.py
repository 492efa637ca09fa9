"""Questions of two kinds, as strangers type them: on subjects outside the method, and on the method in other words.

Of each kind the first list was looked at while the rules that tell them apart were made; the second was written afterwards and
served to measure them.
"""

OUTSIDE = """
how do I file my taxes
tesla's P/E today
how do i day trade forex
what is the best credit card for travel points
how do i open a roth ira
apple earnings date
bitcoin price
how does staking ethereum work
can you explain the wheel strategy
how to read an elliott wave count
whats the weather in chicago
who won the super bowl
how do i bake sourdough bread
nvidia stock split when
how do mortgages amortize
what is the gdp of japan
which broker has the lowest fees
how do i get a mortgage with bad credit
what are ichimoku clouds
how do bollinger bands work
explain fibonacci retracement
how do I refinance my car loan
what does a financial advisor charge
how do i write a cover letter
AAPL pe ratio
what's microsoft's market cap
how is social security calculated
how do i invest in index funds
what is the pattern day trader rule
how do capital gains taxes work
learn to trade crude oil futures
gold price forecast
how do i short gamestop
should i pay off my student loans
how does a credit default swap work
what's the dividend yield of coca cola
how do i set up a trust for my kids
amazon's free cash flow last quarter
which crypto exchange is safest
how do I trade netflix earnings
how do I cook rice
capital of australia
what's the best laptop for trading
how do i scalp the nasdaq
difference between a 401k and an ira
how do i find penny stocks
explain quantum entanglement
how do i install python on windows
what is the euro dollar exchange rate
how to value a startup
how do annuities work
who is warren buffett
what's a good savings account rate
how do i do a backdoor roth
what is technical debt
how do i rent out my house
how are futures taxed in germany
explain the head and shoulders pattern
tell me about the bailout of AIG
what is an nft
how do I read a balance sheet
ford dividend history
can my landlord keep my deposit
how do i become a quant
how do i cancel my gym membership
when is the next bus
how do I pay my rent on time
how long does it take to boil an egg
what time does the bank close
how do I change a tire
how to lose weight fast
how do I move money to another account
is it safe to fly when pregnant
cheap flights to rome
how many days are in a leap year
how do I protect my phone screen
how to stop smoking
how to save for retirement
how do I insure a boat
how do I split a restaurant bill
whats a good first date
how high is mount everest
how does a car lease work
how do i ask my boss for a raise
how do i raise money for a company
when do kids start school
why is the sky blue
how much does a wedding cost
how do i write a will
what happens when i miss a loan payment
how do i file a complaint
how long should i sleep
how do i close my bank account
which country has the highest tax
how do i hedge my farm's wheat crop
is buying a house better than renting
what are the rules of chess
how many players are on a football team
how do i get out of debt
what is the longest river
how do i price a used car
how much insurance do i need for a house
when should i plant tomatoes
how do i teach my dog to stay
""".strip().splitlines()

INSIDE = """
when do i put the first slice on
how big is the opening piece
what has to happen before i add more
why not just buy calls at the money
which strikes does russell like for the vix flies
what does the signal look at
does it use daily or weekly bars
what's the point of a staged entry
how do i know vol is cheap enough to start
what makes the histogram expand
why watch breadth
what happens above the top strike
what kills the butterfly
how do vix options settle
why are vix options priced off the future
how much can i lose on a long fly
why do vix futures decay
what's the cost of rolling
does the method say when to get out
what about the exit?
how does rsi come into it
what is done with the wings when things get hot
what does depressed mean here
normalised how
how is this different from the condor income stuff
how do i test this before using money
how many steps to full size
is it a martingale
what does weighted average cost of capital have to do with hedging
why is irr mentioned
what are the macro dates to watch
do fed meetings matter
what if the market just grinds up
is this insurance
what does the hedge cost per year
how much does it cut drawdowns
what do they mean by layers
how far out are the expiries
what is skew
why ten delta
why puts and not calls for the signal
what is the volatility of volatility
how does contango hurt long futures
does backwardation mean panic
when is the vix settlement morning
what's a broken wing
can i lose more than i paid
why sell two in the middle
what is time shifting about
how do dealers' hedges move the market
what does theta do to my fly
what's vega on these
what is the second engine
how do p/e and reits confirm
what is the real effective exchange rate for
who is russell clark
how often does it trigger
how does the blended price change when i add
how do trenches get added when the macd turns up again
what's the adaptive part
is the whole budget spent at once
what does the sharp drop in spot do to the put vol
how does a futures position compare with a fly in a crash
what proof is there that it works
""".strip().splitlines()

OUTSIDE_HELD = """
how do i dispute a charge on my visa card
when does target open on sunday
google stock price target
silver futures margin requirements
what is the minimum wage in texas
how do i train for a marathon
can i deduct my home office
what is a reverse mortgage
how do i sell my house without an agent
what are good side hustles
soybean futures contract specs
is solana better than ethereum
how does compound interest work
what is the s corp election
how do i read tea leaves
meta earnings call summary
natural gas options expiry
how do i get a passport quickly
what does a notary do
how much should i tip
explain the carry trade in yen
how to set up a living trust
what is the best savings account
boeing price to earnings
how do i budget my groceries
should i lease or buy a car
do i need flood insurance
how do i day trade penny stocks
airbnb rental yield
how do credit unions work
who founded microsoft
what causes earthquakes
how do i fix a leaking tap
how do i negotiate my salary
is my bank safe
what's the usd to eur rate
when is mothers day
how do i recover a deleted file
what's the tax on cigarettes
how do i do my laundry
""".strip().splitlines()

INSIDE_HELD = """
how much goes in at the very start
when is the next piece allowed
what counts as a new high in the bars
why look at far out puts at all
what if there's never a second cue
who came up with this
what do the butterflies cost typically
why 25 to 35
how come the fly stops paying above the top
what moves the vix future more than the index
do i need both cues for the second layer
does it work in a slow bear market
is there a stop loss
how long do you hold it
what happens at expiry
how does the roll eat returns
what is the trigger based on
why smooth it with two averages
which bar counts, the open or the close
how would i backtest it honestly
is looking ahead a problem
what if iv is in percent
what is a put with ten delta
why does the curve slope up
who sets the settlement price
what time of day is it settled
do mini futures exist
how big is a tick
what is the risk with futures compared to flies
does theta hurt more near expiry
what does a cheap fly look like
why does everyone say it is not a prediction
what do tiers of credit mean
does the method cover condors
why is my max loss the debit
what's the payoff at 30
is the 4/4/2 thing the same as tranches
how do i size the whole hedge
what is meant by regime
where do the sources disagree
""".strip().splitlines()
