"""Verbs and nouns among the words of what is counted: words in, what they are out."""

import re
from collections.abc import Sequence

from corpus.lexicon.function_words import (
    ADJECTIVES,
    CHANGE_WORDS,
    FINDING_WORDS,
    NOUN_ENDINGS,
    NOUN_TAGS,
    PARTS_OF_BODIES,
)
from corpus.lexicon.wording.connectives import any_connective
from corpus.words import segmenter

OF_THE_WHOLE = re.compile(r"[全我本][省市县区州镇乡国]")
"""A place named by its level alone (全区), which stands for all that the text is about."""

_TOPIC = re.compile(rf"(?:.*的|^(?:{any_connective('heeded')}|对))(?P<thing>[^\W\d的]{{1,10}})$")
"""A clause that tells of what the next one says what was done with it: 已故人员还在领的津贴，追回1.48万元."""


def fronted_thing(clause: str) -> str:
    """Return the thing that a clause before a deed is about, "" where it is about none."""
    found = _TOPIC.search(clause)
    return found["thing"] if found else ""


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
    """Return the verbs that the phrase begins with, none where it is all verbs; what was found is no verb of it (发现应招未招6个)."""
    verbs: list[str] = []
    for word in words:
        tagged = segmenter().tag(word)
        if not tagged or not tagged[0][1].startswith("v") or is_noun(word, ""):
            break
        verbs.append(word)
        if word in FINDING_WORDS:
            break
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


def moved_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a clause that only says what moved (占道类诉求明显减少), without how; () for any other clause."""
    place = next((place for place, word in enumerate(words) if word in CHANGE_WORDS), 0)
    moved = list(words[:place]) if place == len(words) - 1 else []
    while moved and segmenter().tag(moved[-1])[-1][1][0] in "adc":
        moved.pop()
    return tuple(moved) if names_something(moved) else ()


def parts_and_rest(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a phrase that say of which part or of what whole it is (本级, 全县), and the others."""
    parts = tuple(word for word in words if word in PARTS_OF_BODIES or OF_THE_WHOLE.fullmatch(word))
    return parts, tuple(word for word in words if word not in parts)


def told_in_full(words: Sequence[str], earlier: Sequence[str]) -> tuple[str, ...]:
    """Return a phrase with what it leaves out of an earlier one that begins as it does: 子公司完成 after 完成整改; () for none."""
    parts, own = parts_and_rest(words)
    whole = parts_and_rest(earlier)[1]
    begins = (own or parts) and len(own) < len(whole) and whole[: len(own)] == own
    return parts + whole if begins else ()
