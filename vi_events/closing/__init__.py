"""After the day: what happened in figures, what is published, what is erased."""
