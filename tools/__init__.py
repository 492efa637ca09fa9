"""Deterministic functions on numbers and tables; knows nothing of chat, glossary, LangChain or Gradio."""
