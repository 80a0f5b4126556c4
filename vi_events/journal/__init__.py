"""The append-only journal: everything that happens is an entry, and state is the fold of the entries."""
