"""Decisions that were taken in Word, read back: the replies to a checked draft's comments go into its review."""

from collections.abc import Iterable
from typing import Final

from bot.review.draft_review import DraftReview, Ruling
from bot.review.ruling_words import reply_ruling
from checker.annotation.word_replies import WordReply

WORD: Final = "word:"
"""What the ids of people begin with whom only a document names."""


def read_back(review: DraftReview, replies: Iterable[WordReply]) -> int:
    """Keep what the replies decide and return how many did; what was read back before changes nothing again.

    A reply that begins with a word of decision decides, any other is a note; a thread that was only resolved accepts.
    """
    taken = 0
    for reply in replies:
        word, rest = reply_ruling(reply.text)
        ruling = Ruling(word) if word else Ruling.NOTE if reply.text else Ruling.ACCEPT
        person = f"{WORD}{reply.author}"
        before = [
            one
            for one in review.history(reply.number)
            if one.person == person and one.note == rest and reply.at in {None, one.at}
        ]
        if not before:
            review.decide(reply.number, ruling, by=person, note=rest, at=reply.at, verdict=reply.verdict)
            taken += 1
    return taken
