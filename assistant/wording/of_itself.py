"""What the assistant says of itself: how it takes data, what leaves the machine, where its answers come from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from assistant.understanding.text.of_itself import Topic
from assistant.wording.draft import Draft
from assistant.wording.followups import TRY

_SAID: Final[Mapping[Topic, str]] = {
    "loading": "Drop a CSV, Excel, Parquet or JSON file on the chat page, or choose it with **Add data**; on the command line "
    "name it with `--data FILE`; in Python call `Assistant().load(FILE)`. A few rows can also be pasted into a question, the "
    "oldest first.\n\nThen ask “explain my data”, “did it cross?” or “when did it last trigger?”.",
    "columns": "One column of numbers is enough for a MACD or an RSI; with a column of dates beside it every trigger is dated. "
    "The order of the columns does not matter. By their names these are read too:\n\n"
    "- futures prices by month, for the term structure;\n"
    "- advances and declines, or net advances, for the A/D line, and an index for divergences from it;\n"
    "- strikes with call or put, expiry, bid and ask, for a butterfly's price or the 10-delta put;\n"
    "- P/E, P/CF and the other confirming inputs of the article.\n\n"
    "What each column was taken for is told after loading, and a sentence puts it right (“the dates are day first”, “use the "
    "close”).",
    "private": "What you type and load stays on this machine. Without a chosen model nothing is sent anywhere: answers are "
    "found "
    "in a packaged glossary, and figures are computed by packaged calculators. A loaded table is kept in memory for its own "
    "conversation, and never becomes part of the search. Only where the program was started with a hosted model do your "
    "question "
    "and what the calculators return go to that model's provider.",
    "offline": "It works without a network, an API key, an account or a model: answers are found in a packaged glossary, and "
    "figures are computed by packaged calculators. So it has no live quotes either: give the numbers in a question, or load a "
    "file.",
    "model": "Where no other is chosen, the embedded one answers: no language model, but fixed rules, a search of the glossary "
    "and the calculators, so that the same question on the same data has the same answer.\n\nAnother is chosen when the "
    "program is "
    "started, with `alvh --model` or the setting `ALVH_MODEL`: a local one, such as one that Ollama serves, or a hosted one. "
    "What "
    "it writes is shown only where each figure, each source and each sentence has passed the same checks.",
    "charts": "Yes. A payoff, a plan of tranches, a futures curve, and what the rule sees in a loaded series are drawn beside "
    "the answer on the page. Give the numbers or load a file, then say “chart it”.",
    "saving": "**Save** above the chat keeps the conversation as Markdown to read, as a Jupyter notebook that computes the "
    "same "
    "figures again, or as JSON. On the command line `alvh ask … --save talk.md` does the same (`.ipynb`, `.json`); "
    "`alvh replay talk.json` asks everything again and reports every difference.",
    "sources": "From a packaged glossary, in which every sentence has its sources: the primary VixShield article before all, "
    "then "
    "other VixShield pages and general references. The marks in an answer lead to them. A figure comes from a calculator, "
    "from a "
    "cited sentence or from your own words, and from nowhere else. After any answer, ask “where does that come from?”.",
    "accuracy": "Figures are computed by fixed formulas, never guessed, and each can be unfolded with “show the working”. "
    "Sentences are cited; where the sources are silent or contradict each other, the answer says so. It can misread a "
    "question: "
    "what your numbers were taken for stands in the answer, so look at that first. And it does not know whether the method "
    "pays: "
    "the sources prove nothing on that.",
    "maker": "An independent, educational project. It is not affiliated with or endorsed by VixShield or Russell Clark, whose "
    "published method it explains.",
    "calculations": "It computes, each with its working and the Python that reproduces it:\n\n"
    "- butterflies, spreads and other positions: break-evens, best and worst result, value at a settlement or before it;\n"
    "- the staged entry: tranches of a budget or of contracts, layers, the average cost, what a budget buys;\n"
    "- MACD, histogram, RSI and the A/D line, from a series or by hand, bar by bar;\n"
    "- futures: notional, contango or backwardation, the roll, expiry dates;\n"
    "- option values by Black-76, implied volatility, put–call parity;\n"
    "- rates of return, present value, and a backtest of the rule on a loaded table.\n\n"
    "Ask with your numbers in the question.",
}
_NEXT: Final[Mapping[Topic, tuple[str, ...]]] = {
    "loading": ("What columns does my file need?", "How many values does a MACD need?"),
    "columns": ("How do I load a file?", "How many values does a MACD need?"),
    "sources": ("Where do the sources contradict each other?", "What is ALVH?"),
    "calculations": (TRY["butterfly"], TRY["tranche_plan"], TRY["macd_cross"]),
}
_ELSE: Final = ("What is ALVH?", "What can you calculate?", "How do I load a file?")


def told_of_itself(topic: Topic) -> Draft:
    """What there is to say on the topic."""
    return Draft(_SAID[topic], "explanation", (), _NEXT.get(topic, _ELSE))
