"""What is no question at all: a text in, the polite sentence for it out."""

from typing import Final

from bot.messages import language_of, say

LONGEST_QUESTION: Final = 2000
"""Characters of a question; a longer one is a document, not a question."""


def unusable(question: str) -> str:
    """Return the polite sentence for what is no question (empty, endless, without a word), else ""."""
    language = language_of(question)
    if not question.strip():
        return say("answer.empty", language)
    if len(question) > LONGEST_QUESTION:
        return say("answer.too_long", language, length=len(question), limit=LONGEST_QUESTION)
    if not any(character.isalpha() for character in question):
        return say("answer.no_words", language)
    return ""
