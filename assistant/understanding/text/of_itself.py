"""Questions on the assistant itself: how data are loaded, whether anything is sent anywhere, where answers come from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

Topic = Literal[
    "loading", "columns", "private", "offline", "model", "charts", "saving", "sources", "accuracy", "maker", "calculations"
]

_LEAD: Final = r"^\W*(?:(?:hi|hello|hey|so|and|ok(?:ay)?|but|also|then|please|by the way|btw|quick question)[,:]? ){0,3}"
_FILE: Final = (
    r"(?:files?|data(?: ?sets?)?|csvs?|excel|xlsx?|spreadsheets?|sheets?|tables?|parquet|json|series|option chains?|chains?"
    r"|numbers|columns?)"
)
_MY: Final = r"(?:(?:an?|my|the|own|some|any|another|in|up|you|this|it|with|to|csv|excel|iv|put|vix|price|own) ){0,4}"
_BRING: Final = (
    r"(?:load|upload|add|import|open|attach|bring|put|get|paste|drop|give|share|feed|use|read|take|accept|handle|send)"
)
_THIS: Final = (
    r"(?:you|this|it|the (?:tool|assistant|app|program|page|site|bot)|this (?:tool|assistant|app|program|page|site|bot|thing))"
)
_TALK: Final = r"(?:conversation|chat|session|discussion|answers?|results?|notebook|transcript|work|history)"
_END: Final = r"[^?!.]{0,40}[?!.\s]*$"

_TOPICS: Final[Mapping[Topic, str]] = {
    "columns": (
        rf"(?:what|which) (?:columns?|headers?|fields?|layout|format|structure)\b[^?]{{0,40}}\b(?:need|want|require|expect"
        rf"|should"
        rf"|look|have|must|read|recogni[sz]e|understand)\w*\b{_END}"
        rf"|(?:how|what) (?:should|must|does|do) (?:my|the|a) {_MY}{_FILE} (?:\w+ )?(?:look|be|contain|have|need|include"
        rf"|format)"
        rf"\w*\b{_END}|what (?:should|must) be in (?:my|the|a) {_MY}{_FILE}{_END}"
        rf"|what (?:data|input|file)s? (?:do|does|would) (?:{_THIS}|the (?:macd|rule|trigger|method)) (?:need|want|require"
        rf"|take)"
        rf"\w*{_END}|what (?:data|input) (?:is|are) needed{_END}"
    ),
    "loading": (
        rf"(?:how|where) (?:do|can|would|should|could|to)(?: i| you| we| one)?(?: best)? {_BRING} {_MY}{_FILE}{_END}"
        rf"|(?:can|may|could|do|does|will) (?:i|we|{_THIS}) {_BRING} {_MY}{_FILE}(?: files?)?(?: here| to you| too)?[?!.\s]*$"
        rf"|(?:what|which) (?:file ?)?(?:formats?|types?|files?|kinds? of (?:files?|data))(?: of (?:files?|data))? "
        rf"(?:do|can|are|does|could) [^?]{{0,16}}\b(?:take|read|accept|support|open|load|handle|allowed|supported|use|upload)"
        rf"\w*{_END}|(?:i have|i'?ve got|i got|here'?s|there'?s) (?:an?|my|some) {_MY}(?:csv|excel|spreadsheet|xlsx|parquet"
        rf"|file)\b"
        r"(?! (?:says|shows|that says))[^?!.\d]{0,60}[?!.\s]*(?:(?:what|how)\b[^?\d]{0,40}[?!.\s]*)?$"
    ),
    "private": (
        r"(?:is|are|does|do|will|where (?:is|are|does|do)|who (?:can|does|do|sees?|reads?)|what happens (?:to|with)) "
        r"[^?\d]{0,24}\b(?:my|uploaded|our) (?:\w+ ){0,2}(?:data|files?|numbers|questions?|portfolio|tables?)\b[^?\d]{0,40}\b"
        rf"(?:sent|send|stored?|saved?|kept|shared?|leaves?|go|goes|private|safe|secure|uploaded|seen|see|logged|read){_END}"
        rf"|(?:what|where) (?:happens to|goes|do you do with) (?:my|our) (?:data|files?|questions?){_END}"
        rf"|(?:do|does|will|can) {_THIS} (?:store|keep|save|share|send|log|collect|sell|upload) (?:my|our|any|the) "
        rf"(?:\w+ )?(?:data|files?|numbers|questions?|information){_END}|(?:is (?:it|this) |what about )?(?:private"
        rf"|privacy)[?!.\s]*$"
    ),
    "offline": (
        rf"(?:do|does|can|will) {_THIS} (?:work|run|function)(?: \w+)? (?:offline|without (?:an? |the )?(?:internet|network"
        rf"|connection|wi-?fi|model|llm|(?:api )?key)){_END}"
        rf"|(?:do|does) (?:i|we|{_THIS}) (?:need|require|have to have|use)(?: an?| any| the)? (?:internet|network|api key"
        rf"|key|account"
        rf"|subscription|gpu|connection|model|llm|log ?in|openai)\b{_END}|is (?:an? |any )?(?:internet|api key|account|model) "
        rf"(?:connection )?(?:needed|required|necessary){_END}|are you (?:online|offline|connected){_END}"
    ),
    "model": (
        rf"(?:what|which) (?:model|llm|ai|language model)\b[^?]{{0,16}}\b(?:you|this|behind|running|used?|using)\b{_END}"
        rf"|(?:how|where) (?:do|can|could|would) (?:i|we) (?:use|connect|add|plug in|run|choose|switch to|set) {_MY}"
        rf"(?:local |own |other |different |hosted )?(?:model|llm|gpt\S{{0,6}}|ollama|openai|claude|gemini|llama)\b{_END}"
        rf"|can (?:i|we|{_THIS}) (?:use|run|work with|connect to|switch to) {_MY}(?:local |own |other )?"
        rf"(?:model|llm|gpt\S{{0,6}}|ollama|openai|claude|gemini|llama)\b{_END}"
    ),
    "charts": (
        rf"(?:can|could|do|does|will) {_THIS} (?:make|draw|do|show|have|plot|create|produce|give)(?: me)? (?:any |some |a )?"
        r"(?:charts?|plots?|graphs?|diagrams?|pictures?)[?!.\s]*$"
    ),
    "saving": (
        rf"(?:how|where|can|could|is there)\b[^?\d]{{0,24}}\b(?:export|save|download|keep|print|share|copy)\b {_MY}"
        rf"(?:our |whole |full )?{_TALK}\b{_END}"
    ),
    "sources": (
        r"where (?:do|does|did) (?:your|all your|these|all these|the) (?:answers?|information|facts?|claims?|knowledge"
        r"|sentences?)"
        rf" come from{_END}|(?:what|which) (?:are |is )?your (?:sources?|references?)\b{_END}"
        rf"|what (?:are|is) (?:your|these|the) answers? based on{_END}|how do you know (?:all )?(?:this|that|these "
        rf"things)[?!.\s]*$"
    ),
    "accuracy": (
        rf"how (?:accurate|reliable|good|trustworthy|correct) (?:are you|is {_THIS}|are (?:your|the|these) (?:answers?|numbers"
        rf"|calculations?)){_END}|can (?:i|we|one) (?:trust|rely on|believe) (?:you|this (?:tool|assistant|app))[?!.\s]*$"
        rf"|(?:do|can|could|will) you (?:ever )?(?:make (?:mistakes?|errors|(?:things|stuff|numbers) up)|hallucinate|lie|be "
        rf"wrong|err)"
        rf"\b{_END}"
    ),
    "maker": (
        rf"who (?:made|built|wrote|runs|created|develop\w+|owns|is behind) {_THIS}[?!.\s]*$"
        rf"|(?:are|is) (?:you|this|it) (?:official|affiliated|connected|endorsed|part of|from|by|made by|run by)\b{_END}"
    ),
    "calculations": (
        rf"(?:what|which)(?: \w+)? (?:calculations?|calculators?|tools|computations?|maths?)\b[^?\d]{{0,24}}\b(?:you|there"
        rf"|available|have"
        rf"|do|offer)\b{_END}|what (?:all )?(?:can|could|do) (?:you|i) (?:calculate|compute|work out|figure out)\b{_END}"
    ),
}
_LENGTH: Final = re.compile(
    rf"{_LEAD}(?:how (?:many|much) (?:values?|rows?|bars?|points?|numbers|readings|closes|data(?: points?)?|history"
    rf"|(?:days?|weeks?|months?|years?)(?: of (?:data|history|values|closes|iv|put iv))?)(?: (?:do|does|would|should|must"
    rf"|are|is))"
    rf"(?: (?:i|we|{_THIS}|one|there|my (?:file|data|series)|(?:the|a) (?:macd|rule|trigger|signal|method)))?"
    rf"(?: (?:need|require|have|want|take|be))*(?:ed|s|d)?(?: to (?:have|load|work|start|run \w+|give you))?(?: at "
    rf"least)?[?!.\s]*$"
    rf"|(?:what(?:'?s| is)(?: the)? )?(?:the )?(?:smallest|minimum|least|shortest|fewest)(?: possible)? (?:data ?set|series"
    rf"|history"
    rf"|file|table|length|sample|amount of (?:data|history)|number of (?:values|rows|bars|points"
    rf"|days))\b[^?\d]{{0,40}}[?!.\s]*$)"
)
_COUNTED: Final = ("how m", "smallest", "minimum", "least", "shortest", "fewest")
_PATTERNS: Final[Mapping[Topic, re.Pattern[str]]] = {t: re.compile(f"{_LEAD}(?:{p})") for t, p in _TOPICS.items()}
_SAYS: Final = (
    *(
        "you",
        "file",
        "data",
        "csv",
        "excel",
        "sheet",
        "table",
        "key",
        "model",
        "llm",
        "privat",
        "privacy",
        "internet",
        "network",
    ),
    *("column", "series", "chain", "answer", "chat", "conversation", "session", "account", "this", "tool", "result", "format"),
)
"""Of these the words of such a question have one; looked for first, since most questions are on something else."""


def asks_length(text: str) -> bool:
    """Whether the whole question is how many values there must be ("what's the smallest data set that works")."""
    lower = text.lower().replace("’", "'")
    return any(word in lower for word in _COUNTED) and _LENGTH.match(lower) is not None


def topic_of(text: str) -> Topic | None:
    """What of the assistant itself the whole question asks; None where it asks something else."""
    lower = text.lower().replace("’", "'")
    if not any(word in lower for word in _SAYS):
        return None
    return next((topic for topic, pattern in _PATTERNS.items() if pattern.match(lower)), None)
