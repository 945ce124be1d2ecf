"""The web pages of a department: one more edge beside the chat platforms and the terminal, over the same core."""
