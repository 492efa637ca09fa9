"""Positions told by their legs, strikes and prices: butterflies, spreads, futures, options before expiry, cash flows."""
