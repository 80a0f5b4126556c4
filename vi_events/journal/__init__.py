"""The append-only log of everything that happened, and the state folded from it."""
