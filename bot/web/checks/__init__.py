"""Checks of drafts for the pages: carried out in the background, kept, decided on, taken away as files."""
