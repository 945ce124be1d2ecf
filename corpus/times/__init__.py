"""Text in, dates, periods and the intervals that they stand for out."""
