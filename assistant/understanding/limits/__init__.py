"""What the assistant declines, and what it answers without computing."""
