"""Whether a figure is of another thing than the one that is asked for: a question's words and a statement in, yes or no out.

护士 where 对收受红包的医生5人处分 is told, 危化品经营许可证 where 吊销安全生产许可证4张 is: what a report says nowhere near stands in
the question just where the report says something else. A word that is only left over says nothing by itself.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from bot.question.content_words import is_action, is_weak, names_thing, normal, variants
from bot.question.question import Sought
from bot.ranking.asking_words import DEEDS, KIND_WORDS
from bot.ranking.term_presence import LETTERS, StatementSetting
from corpus.figure import Statement
from corpus.lexicon.function_words import EMPTY_WORDS
from corpus.lexicon.places import LEVELS
from corpus.lexicon.synonyms import GENERIC_WORDS, PENALTIES
from corpus.lexicon.wording.connectives import connectives
from corpus.lexicon.wording.paraphrases import PARAPHRASES
from corpus.lexicon.wording.sorts_apart import is_sort_apart
from corpus.words import segmenter

_LINKS: Final = frozenset("的 了 等 过 着 被 “ ” 《 》 ‘ ’".split())
_JOINS: Final = frozenset("和 与 及 或".split())
_WORD: Final = re.compile("[一-鿿A-Za-z]+")
_CLAUSE: Final = re.compile("[，,；;。：:]")
_SEGMENT: Final = re.compile("[；;。\n]")
_NO_THING: Final = frozenset({*GENERIC_WORDS, *KIND_WORDS, *EMPTY_WORDS, *connectives("wide")})
"""Words that name no thing of their own, or one by so wide a name that a narrower one may be meant."""


def is_other_thing(said: Mapping[str, float], sought: Sought, setting: StatementSetting) -> bool:
    """Whether a figure counts something else than what is sought, where the question says what no report near it does.

    ``said`` tells how surely the statement speaks of each word of the question.
    """
    statement = setting.statement
    near = f"{setting.before}|{statement.quote}|{statement.figure.metric}"
    text = "".join((*said, *sought.clause.split()))
    if _is_penalty_untold(said, text, setting) or is_sort_apart(text, _told_of(setting)):
        return True
    unsaid = {word for word, share in said.items() if _is_unsaid(word, share, near)}
    if not unsaid:
        return False
    return _counts_another(unsaid.intersection(sought.words), text, setting) or any(
        _are_two(mine, theirs, f"{text}{statement.figure.org}")
        for mine, theirs in _in_one_place(unsaid, said, sought.clause, statement)
    )


def _told_of(setting: StatementSetting) -> str:
    """Return what a figure counts, and its clause up to it with its time (2024年春季), which is left out there."""
    statement = setting.statement
    clause = _CLAUSE.split(statement.quote[: statement.figure.start - statement.start])[-1]
    return f"{statement.figure.metric}|{setting.theirs.text}|{clause}"


def _is_penalty_untold(said: Mapping[str, float], text: str, setting: StatementSetting) -> bool:
    """Whether a question names a penalty, or what was done about a case, that the sentence of a figure does not tell.

    What a part of it counts (其中科级干部12人) has no deed of its own: the sentence before may tell it.
    """
    statement = setting.statement
    told = f"{statement.quote}|{statement.section}"
    untold = [word for word in said if word in PENALTIES and not _is_told(word, told)]
    own = any(
        is_action(word) or word in PENALTIES for word in setting.theirs.words if not _is_told(word, text)
    )
    return any(own or not _is_told(word, setting.before) for word in untold)


def _is_unsaid(word: str, share: float, near: str) -> bool:
    """Whether nothing near says a word, or but the end of it, which tells its sort (车 of 货车)."""
    if len(word) < 2 or share > LETTERS or word in _NO_THING or is_weak(word) or word in LEVELS:
        return False
    return not any(character in near for character in word[:-1]) and not _is_told(word, near)


def _is_told(word: str, text: str) -> bool:
    """Whether a text says a word, in whatever words people and reports have for it."""
    return any(one in text for one in (word, *variants(normal(word)), *PARAPHRASES.get(word, ())))


def _counts_another(unsaid: Collection[str], text: str, setting: StatementSetting) -> bool:
    """Whether a figure counts a thing by a name that the question does not say, and not one that it does."""
    things = [word for word in unsaid if names_thing(word) and word not in DEEDS]
    owner = setting.statement.figure.org
    return any(
        names_thing(word) and any(_are_two(mine, word, f"{text}{owner}") for mine in things)
        for word in setting.theirs.words
    )


def _are_two(mine: str, theirs: str, text: str) -> bool:
    """Whether two words that stand for one another name two things, of which the question does not say both."""
    if theirs in _NO_THING or is_weak(theirs) or not (names_thing(theirs) or not names_thing(mine)):
        return False
    said = sum(character in text for character in theirs)
    return said * 3 < len(theirs) * 2 and not _is_told(theirs, text) and not set(mine[:-1]) & set(theirs)


def _in_one_place(
    unsaid: Collection[str], said: Collection[str], clause: str, statement: Statement
) -> Iterator[tuple[str, str]]:
    """Yield each word that nothing near says with what a report says beside the word that it stands beside."""
    start, end = statement.figure.start - statement.start, statement.figure.end - statement.start
    told = (_SEGMENT.split(statement.quote[:start])[-1], _CLAUSE.split(statement.quote[end:])[0])
    theirs = [run for text in (*told, statement.title, statement.section) for run in _runs(text)]
    forms = [form for word in said for form in (word, *variants(word)) if len(form) > 1]
    for run in _runs(clause):
        for place, word in enumerate(run):
            if not {word, normal(word)}.intersection(unsaid) or not _stands_for_thing(
                word, run[place + 1 : place + 2]
            ):
                continue
            for beside, behind in ((run[place - 1 : place], True), (run[place + 1 : place + 2], False)):
                others = (one for other in theirs for one in _beside(beside, other, behind=behind))
                yield from (
                    (word, other)
                    for rest in others
                    if (
                        other := next((one for one in rest if one not in clause and not _has(one, forms)), "")
                    )
                )


def _stands_for_thing(word: str, following: Sequence[str]) -> bool:
    """Whether a word of a question names a thing, or right before one tells its sort (纵向课题)."""
    return len(word) > 1 and (
        names_thing(word)
        or (word not in DEEDS and not is_action(word) and bool(following) and names_thing(following[0]))
    )


def _beside(words: Sequence[str], run: Sequence[str], *, behind: bool) -> Iterator[Sequence[str]]:
    """Yield what stands in a run of words behind the one of ``words``, or before it, nearest first, wherever it stands."""
    for place, one in enumerate(run):
        if any(normal(one) == normal(word) for word in words):
            yield run[place + 1 :] if behind else run[:place][::-1]


def _has(word: str, forms: Sequence[str]) -> bool:
    return any(form in word for form in forms)


def _runs(text: str) -> list[list[str]]:
    """Return the words of ``text``, in runs that marks, numbers and links part."""
    runs: list[list[str]] = [[]]
    for word in segmenter().cut(text, False):
        if word in _LINKS:
            continue
        if not _WORD.fullmatch(word) or word in _JOINS:
            runs.append([])
        else:
            runs[-1].append(word)
    return [run for run in runs if run]
