"""From words to a plan: numbers with their roles, the shape of the question, what is in scope, which tools to call."""
