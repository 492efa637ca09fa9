"""The conversation: the embedded model, the agent, the guards, the answer, and the surfaces."""
