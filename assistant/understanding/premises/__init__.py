"""What a question takes for true, and claims that say otherwise."""
