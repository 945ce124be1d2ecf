"""What each figure of a sentence counts: in goes a sentence with its figures, out a ``Metric`` for each.

A metric is a short phrase in the report's own words, its verb first where there is one: ``完成整改问题``,
``派出巡视组``, ``化解率``. What a clause leaves out is taken from the figure before it (梳理信访矛盾纠纷578件,
化解528件: the second counts 化解信访矛盾纠纷). Tables are read in :mod:`corpus.statements.cells`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from corpus.figure import Figure, Kind
from corpus.lexicon.function_words import (
    CHANGE_WORDS,
    COMPARED_WITH,
    EMPTY_WORDS,
    ENDS_OF_NOUNS,
    STARTS_OF_VERBS,
    TRAILING,
    VERB_LINKS,
)
from corpus.lexicon.rates import rate_words
from corpus.numerals import NUMERAL_CHARACTERS
from corpus.statements.distribution import Share, without
from corpus.statements.ellipsis import read_ellipses
from corpus.statements.examples import find_examples, find_remarks
from corpus.statements.list_heads import TextSpan
from corpus.statements.phrase_words import (
    has_verb,
    is_noun,
    last_nouns,
    leading_verbs,
    moved_words,
    names_something,
    told_in_full,
)
from corpus.statements.spans_of_totals import spans_total
from corpus.statements.times_of_deeds import find_times_of_deeds
from corpus.words import segmenter

SEPARATORS = '，,；;。！？!?：:（）()\n\t、“”"《》|'
_QUOTES = '“”"《》'
_SCOPE_KINDS = frozenset({Kind.DATE, Kind.ORDINAL, Kind.DOCUMENT_NUMBER, Kind.IDIOM})
_NO_TAIL_KINDS = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.MULTIPLE, Kind.RATIO})
MOST_WORDS = 8
"""Words of a metric."""
_REACH = _ASIDE = 6
_ASIDES = re.compile(r"(?<=[^\s，。；])[（(][^\W\d]{1,4}[）)](?=[^\s，。；])")
_SELF_TELLING = frozenset({"人", "人次", "户", "户次", "家"})
_OF_THINGS = frozenset("个项条件类批起")
_LONGEST_CLAUSE = 200
"""Characters on either side of a date or round that its clause is looked for in."""
_FEW_WORDS, _MAX_AFTER = 2, 4
_SHARE = frozenset(rate_words("verb", "share"))
# The cutter takes no half of a surrogate pair; one character for one keeps offsets.
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Metric:
    """What a figure counts; the words of the sentence about it alone; and what the figure before it counts."""

    phrase: str = ""
    clause: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words around one figure: before it in its clause, the noun after it, and what follows that."""

    before: tuple[str, ...]
    noun: tuple[str, ...]
    after: tuple[str, ...]
    listed: bool
    joined: bool
    text: str


def read_metrics(
    sentence: str,
    figures: Sequence[Figure],
    offset: int = 0,
    names: Sequence[TextSpan] = (),
    shares: Mapping[int, Share] = MappingProxyType({}),
) -> list[Metric]:
    """Return the metric of each of ``figures``, in order; empty for dates, ordinals and idioms.

    ``figures`` are those of the sentence, sorted; their offsets less ``offset`` index ``sentence``. ``names`` are
    the places in ``sentence`` of organisations and times, which are no part of what is counted; ``shares`` are
    those of :func:`corpus.statements.distribution.read_shares`.
    """
    spans = {f.start for f in figures if spans_total(f, sentence, offset)}
    quantities = [figure for figure in figures if not is_scope(figure) and figure.start not in spans]
    scopes = [
        (f.start - offset, f.end - offset)
        for f in figures
        if (is_scope(f) and f.kind is not Kind.IDIOM) or f.start in spans
    ]
    bounds = [(f.start - offset, f.end - offset) for f in quantities]
    aside = [*find_examples(sentence), *find_times_of_deeds(sentence)]
    blanked = _blank(sentence, [*scopes, *names, *find_remarks(sentence, bounds), *aside])
    repeated = read_ellipses(sentence, quantities, offset, names)
    found: dict[int, Metric] = {}
    previous: list[tuple[Figure, tuple[str, ...]]] = []
    taken = 0
    for index, figure in enumerate(quantities):
        start, end = figure.start - offset, figure.end - offset
        limit = quantities[index + 1].start - offset if index + 1 < len(quantities) else len(sentence)
        share = shares.get(start)
        if share is None:
            clause, taken = _read_clause(blanked, taken, start, end, limit, figure.kind)
        else:
            own = without(blanked, share.others)
            later = (one.start - offset for one in quantities[index + 1 :])
            limit = next((place for place in later if place >= share.end), len(sentence))
            clause, taken = _read_clause(own, share.start, start, end, limit, figure.kind)
        if share is None and index in repeated and not (clause.before or clause.noun):
            words = previous[repeated[index]][1]
        else:
            words = _metric_words(clause, figure, previous[-_REACH:])
        about = "".join(last_nouns(previous[-1][1])) if previous else ""
        previous.append((figure, words))
        found[figure.start] = Metric("".join(words), clause.text, about)
    return [
        found.get(figure.start) or Metric(clause=_scope_clause(blanked, figure, offset)) for figure in figures
    ]


def is_scope(figure: Figure) -> bool:
    """Whether the figure only says where a quantity belongs: a date, a round, a document number."""
    return figure.kind in _SCOPE_KINDS


def content_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` that say what something is, in order, function words left out."""
    cut = segmenter().cut(_SURROGATES.sub("\ufffd", text))
    return tuple(filter(_says_something, _whole_words(cut)))


def _whole_words(cut: Sequence[str]) -> Sequence[str]:
    """Join what the cutter parts though it is one word: 民主生活|会 before a number or a mark, 约|谈 before none."""
    if ENDS_OF_NOUNS.isdisjoint(cut) and STARTS_OF_VERBS.isdisjoint(cut):
        return cut
    words, held = list[str](), ""
    for place, word in enumerate(cut):
        following = cut[place + 1] if place + 1 < len(cut) else ""
        if word in ENDS_OF_NOUNS and words and words[-1].isalpha() and not following[:1].isalpha():
            words[-1] += word
        elif word in STARTS_OF_VERBS and following[:1].isalpha() and following[0] not in NUMERAL_CHARACTERS:
            held = word
        else:
            words.append(held + word)
            held = ""
    return words


def word_parts(text: str) -> frozenset[str]:
    """Return the words of ``text`` and the words that its compounds are made of (党纪政务处分: 处分, ...)."""
    cut = segmenter().cut_for_search(_SURROGATES.sub("\ufffd", text))
    return frozenset(word for word in cut if len(word) > 1 and _says_something(word))


def _says_something(word: str) -> bool:
    return word not in EMPTY_WORDS and (word.isalpha() or any(map(str.isalpha, word)))


def _blank(sentence: str, spans: Sequence[TextSpan]) -> str:
    """Return ``sentence`` with ``spans`` and phrases of comparison (较上年) as spaces, its length kept."""
    kept = list(_SURROGATES.sub("\ufffd", sentence))
    for start, end in spans:
        kept[max(start, 0) : end] = " " * (min(end, len(kept)) - max(start, 0))
    return COMPARED_WITH.sub(lambda match: " " * len(match.group()), "".join(kept))


def _scope_clause(sentence: str, figure: Figure, offset: int) -> str:
    start, end = figure.start - offset, figure.end - offset
    return (
        sentence[_clause_start(sentence, max(0, start - _LONGEST_CLAUSE), start) : start]
        + " "
        + sentence[end : _clause_end(sentence, end, min(len(sentence), end + _LONGEST_CLAUSE))]
    )


def _read_clause(
    sentence: str, taken: int, start: int, end: int, limit: int, kind: Kind
) -> tuple[_Clause, int]:
    """Return the clause of the figure at ``start:end``, and where its own words end."""
    left = _clause_start(sentence, taken, start)
    if _is_labelled(sentence, left, start, end):
        left = _clause_start(sentence, taken, left - 1)
    listed = left > 0 and sentence[left - 1] == "、" and taken > 0
    before = content_words(TRAILING.sub("", sentence[left:start]))
    if not before and taken < left and sentence[left - 1] in "，,":  # 占道类诉求明显减少，全年为4102件
        lead = sentence[_clause_start(sentence, taken, left - 1) : left]
        before = moved_words(content_words(lead.rpartition("是")[2]))
    joined = taken > 0 and not sentence[taken:start].strip("和与及")
    right = _clause_end(sentence, end, limit)
    tail = sentence[end:right]
    shares = right == limit and limit < len(sentence)
    noun: tuple[str, ...] = ()
    used = 0
    if kind not in _NO_TAIL_KINDS or tail.startswith("的"):
        noun, used = _leading_noun(tail, whole=not shares, thing=sentence[end - 1 : end] in _OF_THINGS)
    after = () if shares else content_words(tail[used:])
    text = sentence[left:start] + " " + (tail[:used] if shares else tail)
    return _Clause(before, noun, after, listed, joined, text), end + used


def _is_labelled(sentence: str, left: int, start: int, end: int) -> bool:
    """Whether the figure at ``start:end`` is all that follows a colon: 完成整改问题：24个。"""
    alone = not sentence[end:].strip() or sentence[end:].lstrip()[0] in SEPARATORS
    return alone and left > 0 and sentence[left - 1] in "：:" and not sentence[left:start].strip()


def _clause_start(sentence: str, taken: int, start: int) -> int:
    """Return where the words before the figure begin: after the last separator, or the last figure."""
    for position in range(start - 1, taken - 1, -1):
        char = sentence[position]
        if char not in SEPARATORS or char in _QUOTES or (char == "、" and position > taken):
            continue
        if char in "（）()" and (not sentence[position + 1 : start].strip() or _is_aside(sentence, position)):
            continue
        return position + 1
    return taken


def _is_aside(sentence: str, position: int) -> bool:
    """Whether the bracket at ``position`` belongs to a short aside inside a name (村（社区）)."""
    around = sentence[max(0, position - _ASIDE) : position + _ASIDE]
    return any(m.start() <= min(position, _ASIDE) < m.end() for m in _ASIDES.finditer(around))


def _clause_end(sentence: str, end: int, limit: int) -> int:
    for position in range(end, limit):
        if sentence[position] in SEPARATORS and sentence[position] not in _QUOTES:
            if sentence[position] in "（）()" and _is_aside(sentence, position):
                continue
            return position
    return limit


def _leading_noun(tail: str, *, whole: bool, thing: bool) -> tuple[tuple[str, ...], int]:
    """Return the words of the noun phrase that ``tail`` begins with, and how many characters it takes.

    Where another figure follows (``whole`` is false) the last of several words is that figure's
    (7316户小微企业减负1.08亿元). A ``thing`` may have a verb before its noun: 118个|整改任务.
    """
    words: list[str] = []
    used = 0
    tagged = segmenter().tag(tail)
    for position, (word, tag) in enumerate(tagged):
        following = tagged[position + 1][0] if position + 1 < len(tagged) else ""
        linking = word in {"的", "多", "余"} or word in _QUOTES
        if following in VERB_LINKS and not linking:
            break
        if not linking and not is_noun(word, tag) and not (position == 0 and thing and _modifies(tagged)):
            break
        used += len(word)
        if not linking and _says_something(word):
            words.append(word)
    if not whole and used == len(tail) and len(words) > 1:
        return tuple(words[:-1]), used - len(words[-1])
    return tuple(words), used


def _modifies(tagged: Sequence[tuple[str, str]]) -> bool:
    """Whether the first word is a verb that belongs to the noun behind it (118个|整改任务, not 118个|整改到位)."""
    (word, tag), following = tagged[0], tagged[1:3]
    joins = len(following) == 2 and following[0][1].startswith("n") and not following[1][1].startswith("u")
    return joins and tag.startswith("v") and word not in CHANGE_WORDS


def _metric_words(
    clause: _Clause, figure: Figure, previous: Sequence[tuple[Figure, tuple[str, ...]]]
) -> tuple[str, ...]:
    if clause.joined and previous and not clause.noun:
        return previous[-1][1]
    if clause.joined and previous and not clause.before:
        said = previous[-1][1]
        return (leading_verbs(said) if names_something(said) else said) + clause.noun  # 反馈的4个方面33个问题
    before = tuple(word for word in clause.before if word not in CHANGE_WORDS)[-MOST_WORDS:]
    words = before + clause.noun
    alike = next((said for earlier, said in reversed(previous) if earlier.unit == figure.unit), ())
    if full := told_in_full(words, alike):
        return full  # 2023年秋季学期流失率为1.9%，2022年秋季学期为4.3%
    if words and len(words) <= _FEW_WORDS and clause.after and figure.kind is Kind.COUNT:
        words += tuple(word for word in clause.after if word not in CHANGE_WORDS)[:_MAX_AFTER]
    if not words:
        words = tuple(word for word in clause.after if word not in CHANGE_WORDS)[:MOST_WORDS]
    if not words:
        return _left_out(figure, previous)
    if not names_something(words) and figure.unit not in _SELF_TELLING:
        return words + _nouns_before(figure, words, previous)
    if clause.listed and previous and not has_verb(words):
        return leading_verbs(previous[-1][1]) + words
    return words


def _left_out(figure: Figure, previous: Sequence[tuple[Figure, tuple[str, ...]]]) -> tuple[str, ...]:
    """Return the whole metric of the figure before, for one that names none (由58%提高到82%)."""
    for earlier, words in reversed(previous):
        if words and (figure.change or earlier.kind is figure.kind):
            return words
    return ()


def _nouns_before(
    figure: Figure, words: Sequence[str], previous: Sequence[tuple[Figure, tuple[str, ...]]]
) -> tuple[str, ...]:
    """Return the nouns that the clause leaves out, from the nearest figure before it that has some."""
    share = bool(_SHARE & set(words))
    for earlier, earlier_words in reversed(previous):
        if not (figure.change or share or earlier.kind is figure.kind):
            continue
        fresh = tuple(word for word in last_nouns(earlier_words) if word not in words)
        if fresh:
            return fresh
    return ()
