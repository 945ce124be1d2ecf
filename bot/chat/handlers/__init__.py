"""What each command, button and file of the chat does: a request in, replies out."""
