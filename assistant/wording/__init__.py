"""The embedded model's words: made from tool results and cited claims only."""
