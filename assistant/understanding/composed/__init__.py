"""Several calculations in one question, and those that are asked for by way of others."""
