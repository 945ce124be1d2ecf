"""The chat: settings, drafting, the answer pipeline, and the command line."""
