"""What is typed: its numbers with their units, strikes and legs, rows pasted with it, its shape and the wishes in it."""
