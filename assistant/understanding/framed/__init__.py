"""By tool, what a question for it looks like; and the one calculation that a question's numbers are for."""
