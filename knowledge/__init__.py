"""What the sources say: the glossary, its claims and citations, the index and the search over it."""

from knowledge.bibliography import Source
from knowledge.entries import Claim, Entry, GlossaryError
from knowledge.glossary import Glossary

__all__ = ["Claim", "Entry", "Glossary", "GlossaryError", "Source"]
