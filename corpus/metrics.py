"""What each figure of a sentence counts: in goes a sentence with its figures, out a metric for each.

A metric is a short phrase in the report's own words, its verb first where there is one: ``完成整改问题``,
``派出巡视组``, ``化解率``. What a clause leaves out is taken from the figure before it (梳理信访矛盾纠纷578件,
化解528件: the second counts 化解信访矛盾纠纷). Tables are read in :mod:`corpus.tables`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import rjieba

from corpus.figure import Figure, Kind

SEPARATORS = "，,；;。！？!?：:（）()\n\t、“”\"《》"
_HARD_SEPARATORS = "，,；;。！？!?\n\t"
_SCOPE_KINDS = frozenset({Kind.DATE, Kind.ORDINAL, Kind.DOCUMENT_NUMBER, Kind.IDIOM})
_NO_TAIL_KINDS = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.MULTIPLE, Kind.RATIO})
_MAX_WORDS = 8

# Words that say nothing of what is counted: adverbs, links, and verbs that only announce a number.
_EMPTY_WORDS = frozenset(
    "的 了 共 已 已经 累计 共计 合计 总计 总共 一共 分别 各 均 都 也 又 还 再 先后 陆续 其中 其余 另有 另 有 为 "
    "是 达 达到 达到了 至 到 由 从 自 等 约 近 超 超过 和 与 及 以及 或 并 且 而 在 对 向 将 把 被 以 按 按照 就 "
    "较 比 相比 同比 环比 目前 截至 截止 期间 以来 当前 其 该 本 此 这 那 我 们 上 下 中 内 后 前 时 之 于 给 让 "
    "使 用 个 条 项 件 次 多 余 左右 以上 以下 仅 只 全部 实现 高达 多达 了解 据 据悉 日前 近日 今年 去年 上年 年 "
    "月 日 末 底 初 同期 同时 此外 其它 其他 情况 方面 工作 进行 开展 通过 针对 围绕 根据 对照 聚焦 做到 者 所 "
    "能 会 可 要 需 应当 每 不 没 一 二 三".split()
)
_CHANGE_WORDS = frozenset(
    "提高 提升 上升 增长 增加 增幅 增至 升至 下降 降低 减少 降幅 压减 压缩 缩短 降至 减至 增 降 升 减 净增 净减 "
    "上涨 下滑 回落 提高到 提升到 提升至 下降到 降到 增长率 涨幅 跌幅 缩短到 缩短至 压缩到 压缩至".split()
)
_NOUN_ENDINGS = tuple("率比额量数度费金款人员户家者物品件案书线车房库局院校厂组会")
_NOUN_TAGS = ("n", "vn", "an", "j", "l", "nz", "b", "a", "i", "s", "eng", "t")
_VERB_LINKS = frozenset("为 成 至 到 出 了".split())


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words around one figure: before it in its clause, the noun after it, and what follows that."""

    before: tuple[str, ...]
    noun: tuple[str, ...]
    after: tuple[str, ...]
    listed: bool


def read_metrics(sentence: str, figures: Sequence[Figure], offset: int = 0) -> list[str]:
    """Return the metric of each of ``figures``, in order; "" where the sentence does not say.

    ``figures`` are those of the sentence, sorted; their offsets less ``offset`` index ``sentence``.
    """
    metrics: list[str] = []
    quantities = [figure for figure in figures if figure.kind not in _SCOPE_KINDS]
    scopes = [(f.start - offset, f.end - offset) for f in figures if f.kind in _SCOPE_KINDS]
    previous: list[tuple[Figure, tuple[str, ...]]] = []
    found: dict[int, str] = {}
    taken = 0
    for index, figure in enumerate(quantities):
        start, end = figure.start - offset, figure.end - offset
        limit = quantities[index + 1].start - offset if index + 1 < len(quantities) else len(sentence)
        clause, used = _read_clause(sentence, scopes, taken, start, end, limit, figure.kind)
        words = _metric_words(clause, figure, previous)
        previous.append((figure, words))
        found[figure.start] = "".join(words)
        taken = used
    metrics.extend(found.get(figure.start, "") for figure in figures)
    return metrics


def content_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` that say what something is, in order, function words left out."""
    return tuple(word for word in rjieba.cut(text) if _says_something(word))


def _says_something(word: str) -> bool:
    return word not in _EMPTY_WORDS and any(ch.isalpha() for ch in word)


def _read_clause(
    sentence: str,
    scopes: Sequence[tuple[int, int]],
    taken: int,
    start: int,
    end: int,
    limit: int,
    kind: Kind,
) -> tuple[_Clause, int]:
    """Return the clause of the figure at ``start:end``, and where its own words end."""
    left = _clause_start(sentence, taken, start)
    listed = left > 0 and sentence[left - 1] == "、" and taken > 0
    before = content_words(_without(sentence, scopes, left, start))
    right = _clause_end(sentence, end, limit)
    tail = sentence[end:right]
    if kind in _NO_TAIL_KINDS and not tail.startswith("的"):
        reaches_next = right == limit and limit < len(sentence)
        return _Clause(before, (), () if reaches_next else content_words(tail), listed), end
    noun, used = _leading_noun(tail)
    rest = () if right == limit and limit < len(sentence) else content_words(tail[used:])
    return _Clause(before, noun, rest, listed), end + used


def _clause_start(sentence: str, taken: int, start: int) -> int:
    """Return where the words before the figure begin: after the last separator, or the last figure."""
    for position in range(start - 1, taken - 1, -1):
        char = sentence[position]
        if char in SEPARATORS and not (char == "、" and position > taken):
            if char in "“”\"《》":
                continue
            if char in "（）()" and sentence[position + 1 : start].strip() == "":
                continue
            return position + 1
    return taken


def _clause_end(sentence: str, end: int, limit: int) -> int:
    for position in range(end, limit):
        if sentence[position] in SEPARATORS:
            return position
    return limit


def _without(sentence: str, scopes: Sequence[tuple[int, int]], left: int, right: int) -> str:
    """Return ``sentence[left:right]`` with dates and ordinals blanked out."""
    kept = list(sentence[left:right])
    for scope_start, scope_end in scopes:
        for position in range(max(left, scope_start), min(right, scope_end)):
            kept[position - left] = " "
    return "".join(kept)


def _leading_noun(tail: str) -> tuple[tuple[str, ...], int]:
    """Return the words of the noun phrase that ``tail`` begins with, and how many characters it takes."""
    words: list[str] = []
    used = 0
    tagged = rjieba.tag(tail)
    for position, (word, tag) in enumerate(tagged):
        following = tagged[position + 1][0] if position + 1 < len(tagged) else ""
        linking = word in {"的", "多", "余"}
        if following in _VERB_LINKS and not linking:
            break
        if not linking and not _is_noun(word, tag):
            break
        used += len(word)
        if not linking and _says_something(word):
            words.append(word)
    return tuple(words), used


def _is_noun(word: str, tag: str) -> bool:
    if word in _CHANGE_WORDS or tag in {"d", "p", "c", "m", "r", "x", "f"}:
        return False
    return tag.startswith(_NOUN_TAGS) or (len(word) > 1 and word.endswith(_NOUN_ENDINGS))


def _metric_words(
    clause: _Clause, figure: Figure, previous: Sequence[tuple[Figure, tuple[str, ...]]]
) -> tuple[str, ...]:
    before = tuple(word for word in clause.before if word not in _CHANGE_WORDS)[-_MAX_WORDS:]
    words = before + clause.noun
    if not before and not clause.noun:
        words = tuple(word for word in clause.after if word not in _CHANGE_WORDS)[:_MAX_WORDS]
    if not words or not _names_something(words):
        return words + _inherited(figure, words, previous)
    if clause.listed and previous and not _has_verb(words):
        return _leading_verbs(previous[-1][1]) + words
    return words


def _names_something(words: Sequence[str]) -> bool:
    """Whether the words name a thing that can be counted, not only what was done to it."""
    return any(_is_noun(word, tag) for word in words for word, tag in rjieba.tag(word))


def _has_verb(words: Sequence[str]) -> bool:
    return any(tag.startswith("v") for word in words for _, tag in rjieba.tag(word))


def _leading_verbs(words: Sequence[str]) -> tuple[str, ...]:
    verbs: list[str] = []
    for word in words:
        if not rjieba.tag(word)[0][1].startswith("v"):
            break
        verbs.append(word)
    return tuple(verbs) if len(verbs) < len(words) else ()


def _inherited(
    figure: Figure, words: Sequence[str], previous: Sequence[tuple[Figure, tuple[str, ...]]]
) -> tuple[str, ...]:
    """Return the nouns that the clause leaves out, from the nearest figure before it that has some."""
    for earlier, earlier_words in reversed(previous):
        related = figure.change or earlier.kind == figure.kind
        nouns = earlier_words if figure.change and not words else _nouns(earlier_words)
        fresh = tuple(word for word in nouns if word not in words)
        if related and fresh:
            return fresh
    return ()


def _nouns(words: Sequence[str]) -> tuple[str, ...]:
    """Return the run of nouns that ends the phrase, or the whole phrase when none of it is a noun."""
    run: list[str] = []
    for word in reversed(words):
        if not all(_is_noun(part, tag) for part, tag in rjieba.tag(word)):
            break
        run.append(word)
    return tuple(reversed(run))


def is_scope(figure: Figure) -> bool:
    """Whether the figure only says where a quantity belongs: a date, a round, a document number."""
    return figure.kind in _SCOPE_KINDS


_SPACES = re.compile(r"\s+")
