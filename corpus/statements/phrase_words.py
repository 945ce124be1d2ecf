"""Verbs and nouns among the words of what is counted: words in, what they are out."""

from collections.abc import Sequence

from corpus.lexicon.function_words import ADJECTIVES, CHANGE_WORDS, NOUN_ENDINGS, NOUN_TAGS
from corpus.words import segmenter


def is_noun(word: str, tag: str) -> bool:
    """Whether a word with the cutter's ``tag`` can be part of a noun phrase that is counted."""
    if word in ADJECTIVES:
        return True
    if word in CHANGE_WORDS or tag in {"d", "p", "c", "m", "r", "x", "f", "u"}:
        return False
    return tag.startswith(NOUN_TAGS) or word.endswith(NOUN_ENDINGS)


def names_something(words: Sequence[str]) -> bool:
    """Whether the words name a thing that can be counted, not only what was done to it."""
    return any(
        is_noun(part, tag) and word not in ADJECTIVES for word in words for part, tag in segmenter().tag(word)
    )


def has_verb(words: Sequence[str]) -> bool:
    """Whether one of the words is a verb."""
    return any(tag.startswith("v") for word in words for _, tag in segmenter().tag(word))


def leading_verbs(words: Sequence[str]) -> tuple[str, ...]:
    """Return the verbs that the phrase begins with, none where it is all verbs."""
    verbs: list[str] = []
    for word in words:
        tagged = segmenter().tag(word)
        if not tagged or not tagged[0][1].startswith("v") or is_noun(word, ""):
            break
        verbs.append(word)
    return tuple(verbs) if len(verbs) < len(words) else ()


def last_nouns(words: Sequence[str]) -> tuple[str, ...]:
    """Return the last run of nouns in the phrase."""
    run: list[str] = []
    for word in reversed(words):
        tagged = segmenter().tag(word)
        if tagged and all(is_noun(part, tag) for part, tag in tagged):
            run.append(word)
        elif run and run[-1] != "率":
            break
        elif run:
            run.append(word)  # a rate is named by what it is a rate of
            break
    return tuple(reversed(run))
