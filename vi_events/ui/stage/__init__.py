"""The stage manager's console (régie plateau): dark, dense, and nothing on it moves but what changed."""
