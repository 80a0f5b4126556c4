"""The stage: a compiled running order, the show that goes through it, and what each surface shows."""
