"""The fitted judgement of what a question's numbers are for, and which part each plays."""
