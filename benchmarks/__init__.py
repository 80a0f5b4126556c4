"""Measures of what the budgets promise, each beside its floor in the same run."""
