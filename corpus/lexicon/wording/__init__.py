"""Words that a sentence may differ by and say the same: what only joins, and what says the same."""
