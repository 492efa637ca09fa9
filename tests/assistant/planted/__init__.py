"""Sentences as a real model might write them, clean and with planted faults, on real tool results and real claims."""
