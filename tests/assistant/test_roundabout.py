"""Advice that is asked for without "should I", market data asked for in passing, and questions that only sound like them."""

import pytest

from assistant.understanding.limits.scope import decline

ADVICE = """
pick strikes for me pls, fly for december expiry
choose a butterfly for us
find me a good vix fly for next month
set me up with a hedge for a 60k account
whats your top pick for a hedge
convince me to buy this hedge
Can I safely skip the paper trading and go live monday?
is it ok to go all in on the first signal with my account?
would it be dumb to buy 10 vix calls now
wouldn't it be crazy to sell my fly today?
can i just put my whole roth in vix calls
do i double down on the condor
thinking of selling my condor, thoughts?
gonna buy 3 flies tomorrow, sound right?
i'm about to roll the hedge out a month, makes sense?
am i an idiot for holding this fly
vix 14. time to load up?
is vix a buy here
buy vix calls yes/no
how many flies fit my risk tolerance
is alvh right for a beginner
is 5% of my portfolio too much for hedging
do i need to hedge if i only own bonds
worth hedging a 30k portfolio?
my fly doubled, now what?
what's the smartest move with this condor
my gut says vix spikes next week, should i front run it
honest opinion: is this hedge worth it for someone with 100k
any reason i shouldn't just sell my vix calls now
rank these for me: vx, vxm, flies
vix 18 and contango 8%, do i hedge or not
would now be a decent entry
i want the safest strike, which
do u think vix is cheap here
can you manage my hedge for me
is my 12% allocation to vix calls sensible
how would you invest 10k with this method
should I be worried about my short calls
am i better off with vxm
can i retire on this strategy
futures look cheap, buy or pass?
long 10 calls underwater, cut or hold
hold through expiry or take the money?
could you build me a portfolio hedge
my broker says buy puts, do you agree
am I doing this right? all my money's in one fly
need a trade for tomorrow
is the fly a good deal at 0.85
is 0.85 too much to pay for the 25/30/35
do i really want to own vix futures
at what price should my stop go
does it make sense for me to buy calls at vix 30
how much can i expect to earn per month with alvh
"""
EXPLAINED = """
is that a buy signal in ALVH terms
is this a short scare or a long crisis
which cue is it time to watch for before the second tranche
does the method pick strikes by delta
can the hedge be put on all at once in the method
is it ok to use weekly bars for the MACD
how are strikes chosen for the butterflies
is a hedge worth its cost according to the pages
what next after the first tranche
who are the stewards and what do they do
does a beginner need 34 bars for the signal line
what is the risk of a butterfly
how does one size a tranche in the article
find the break-even of a 25/30/35 fly at 0.85
what would you need to compute the MACD
is the article's first allocation 25% or 30%
why is the VIX future called cheap in contango
add on a histogram high or on a divergence?
how much can i make on a 25/30/35 fly at 0.85
does it make sense to use weekly bars
is the MACD taken daily or weekly
"""
LIVE = """
where did spx close yesterday
vix level right now pls
whats vix at
hows the market doing today
how did the vix finish on friday
what is the fed going to do at the next meeting
will the fed cut
was cpi hot last month
what does a 25/30/35 fly go for right now
is the stock market open tomorrow
show me a chart of vix since 2010
what was spx's return last year
price of a vix 25 call for june
whats the yield on the 10 year
what is the price of SPX puts tomorrow
"""
NOT_LIVE = """
what is the FOMC and how often does it meet
where does the VIX settle
what does the fed funds rate do to puts
what did the VIX do to calls in the example
why is CPI watched
what is my fly worth at 31
"""
ERRANDS = """
write a haiku about theta
log me in
how do i reset my ibkr password
cancel my subscription please
which broker has the lowest vix option fees
how old is russell clark
where can i buy the spx mastery book
tell me a joke about options traders
can you code a macd in javascript for me
fix my spreadsheet formula
when was the fed founded
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(ADVICE))
def test_advice_in_other_words_is_declined(text: str) -> None:
    assert decline(text, in_domain=True) == "advice"


@pytest.mark.parametrize("text", lines(EXPLAINED))
def test_what_only_sounds_like_advice_is_answered(text: str) -> None:
    assert decline(text, in_domain=True) is None


@pytest.mark.parametrize("text", lines(LIVE))
def test_market_data_is_not_to_be_had(text: str) -> None:
    assert decline(text, in_domain=True) == "live-data"


@pytest.mark.parametrize("text", lines(NOT_LIVE))
def test_what_only_sounds_like_market_data_is_answered(text: str) -> None:
    assert decline(text, in_domain=True) is None


@pytest.mark.parametrize("text", lines(ERRANDS))
def test_errands_are_not_run(text: str) -> None:
    assert decline(text, in_domain=True) == "errand"
