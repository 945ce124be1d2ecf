"""Text in, figures out: numerals, units, qualifiers and what is no statistic."""
