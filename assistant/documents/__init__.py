"""A conversation as a document: the record, and what is made from it: Markdown, a notebook, and the replay.

Everything is made from the record alone, so that a saved conversation becomes the same documents as a running one.
"""

from assistant.documents.formats import FORMATS, Format, format_of, written
from assistant.documents.record import Record, read
from assistant.documents.replay import Replay, replay

__all__ = ["FORMATS", "Format", "Record", "Replay", "format_of", "read", "replay", "written"]
