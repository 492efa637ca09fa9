"""A staged hedge told by its figures: budget, tranches, shares, layers."""
