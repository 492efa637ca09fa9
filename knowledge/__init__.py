"""What the sources say: the glossary, its claims and citations, the index and the search over it."""
