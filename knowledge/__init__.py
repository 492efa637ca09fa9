"""What the sources say: the glossary, its claims and citations, the index and the search over it.

`Index` and `Passage` are loaded when first asked for, so that reading the glossary alone stays quick.
"""

from typing import TYPE_CHECKING, Any

from knowledge.bibliography import Source
from knowledge.entries import Claim, Entry, GlossaryError
from knowledge.glossary import Glossary

if TYPE_CHECKING:
    from knowledge.index import Index
    from knowledge.mentions import Mention
    from knowledge.passage import Passage, TermScore

__all__ = ["Claim", "Entry", "Glossary", "GlossaryError", "Index", "Mention", "Passage", "Source", "TermScore"]

_LATER = {"Index": "index", "Passage": "passage", "TermScore": "passage", "Mention": "mentions"}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        from importlib import import_module

        return getattr(import_module(f"knowledge.{_LATER[name]}"), name)
    raise AttributeError(f"module 'knowledge' has no attribute {name!r}")
