"""What a report says: reading files, parsing them, and the figures in a text."""
