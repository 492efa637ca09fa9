"""What a result says, as things with names and values, and what a sentence says of them."""
