"""The page: a chat in the browser, served on this machine. `serve` starts it; nothing here decides what an answer says."""

from assistant.page.launch import Page, serve

__all__ = ["Page", "serve"]
