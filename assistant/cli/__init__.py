"""The `alvh` command: the page, one question, one tool, an evaluation, the index."""

from assistant.cli.main import main

__all__ = ["main"]
