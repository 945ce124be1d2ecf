"""A question in, what it asks out: kind of answer, targets, organisations, times."""
