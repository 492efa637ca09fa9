"""How numbers fill the parameters of a tool: slots, patterns with a shape of their own, frames, and the calculation found."""
