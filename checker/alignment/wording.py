"""What stands around a figure, in pairs of characters: statements of one sentence in, ``Surroundings`` out.

Nothing is parsed: no metric, organisation or time. What is nearer to the figure tells more of it, so the pairs
are kept in four layers.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from checker.arithmetic.words import any_arithmetic_word
from checker.comparison.lazy import lazy_property
from corpus.figure import Kind, Statement
from corpus.lexicon.counted_nouns import NEVER_NUMBERED
from corpus.lexicon.function_words import STAGE_MARKS
from corpus.lexicon.wording.connectives import connectives
from corpus.numerals import read_numeral
from corpus.statements.distribution import Share, read_shares, without
from corpus.statements.metrics import content_words
from corpus.statements.phrase_words import fronted_thing, names_something

_CLAUSE_GROUP: Final = re.compile(r"[；;。]")
_CLAUSE: Final = re.compile(r"[，,：:]|、(?![^，,；;。：:]{0,60}(?:分别|依次|各))")
_PAIR: Final = 2
_LEAD: Final = re.compile(r"[^，,；;。：:]{2,30}(?=[：:])")
"""What a sentence says of all that follows it (第三党支部（客运站）：认领6个，完成6个；补收租金58万元)."""
_LINKS: Final = connectives("link")
_BEHIND: Final = re.compile(r"[^，,；;。、：:\d]{0,10}")
_MARKS: Final = re.compile(r"[\s“”\"《》（）()\[\]【】·]")
_NUMBERED: Final = re.compile(
    r"(?<![\d.一二三四五六七八九十百千万两零年月])(第)?(\d{1,3}|[一二三四五六七八九十]{1,3})"
    rf"(号[^\W\d_]|[^\W\d_一二三四五六七八九十百千万两零{NEVER_NUMBERED}]|(?(1)[届次]|(?!)))"
)
_SEVERAL: Final = re.compile(r"(?<!第)[两二三四五六七八九十](?:个)?(批|轮|阶段|标段)")
"""Several numbered things of one sort (两批), of which none is meant alone."""
_ALL: Final = re.compile(any_arithmetic_word("sum"))
_SHARED_BEHIND: Final = 2
"""Characters behind a figure that are its own where another figure follows: 496个问题|已销号478个."""
_CARRIED: Final = 40
"""Stretches of a sentence that are carried to a figure at most."""
_BEFORE: Final = 80
"""Characters before the sentence that still say what it is about."""


ReadPairs = Callable[[str], frozenset[str]]
"""Returns the pairs of a text: :func:`pairs`, or what keeps those that it read."""


class Worded:
    """A stretch of text whose pairs of characters are told when they are asked for."""

    def __init__(self, text: str, read: ReadPairs) -> None:
        self._text = text
        self._read = read

    @lazy_property
    def pairs(self) -> frozenset[str]:
        """Return the pairs of the text."""
        return self._read(self._text)


class Surroundings:
    """Pairs of characters in the figure's own clause, before it in the sentence, in the sentence, and further off.

    ``carried`` are those from the last semicolon to the figure, other figures left out. ``numbered`` says which of
    several numbered things the figure belongs to, by 第 and the character behind the number: 标 → 2 for 二标段; the
    headings over it say so where its sentence does not. ``frame`` is the sentence up to the figure and what
    stands right behind that, without its figures.
    """

    def __init__(
        self,
        clause: tuple[str, str, str],
        stretches: tuple[Worded, Worded, Worded],
        carried: Sequence["Surroundings | Worded"],
        numbered: Mapping[str, int],
        frame: str,
        read: ReadPairs,
        last: "Surroundings | None" = None,
        told: tuple[str, str] = ("", ""),
    ) -> None:
        """Keep the texts: ``clause`` is the own one, what to take where that tells nothing, and what stands behind.

        Where neither tells anything, the clause of the ``last`` figure before it that does (退还183户，金额19.7万元);
        ``told`` is the clause and the stretch by which this one is that.
        """
        self._read = read
        self._last = last
        self._told = told
        self._clause = clause
        self._before, self._sentence, self._further = stretches
        self._carried = carried
        self.numbered = numbered
        self.frame = frame

    @lazy_property
    def leading(self) -> str:
        """Return the own clause before the figure, or what to take where that tells nothing."""
        clause, group, _ = self._clause
        if not group or _tells(clause):
            return clause
        if self._last is None or _tells(group):
            return group
        last: Surroundings | None = self._last
        while last is not None:
            if told := next(filter(_tells, last._told), None):
                return f"{told}，{clause}"
            last = last._last
        return group

    @lazy_property
    def own(self) -> frozenset[str]:
        """Return the pairs of the own clause."""
        return self._read(self.leading + self._clause[2])

    @lazy_property
    def led(self) -> frozenset[str]:
        """Return the pairs of the own clause before the figure, where its deed stands."""
        return self._read(self.leading)

    @lazy_property
    def marks(self) -> frozenset[str]:
        """Return the words of the own clause that say how far the thing has come (应, 已, 未)."""
        return frozenset(STAGE_MARKS.findall(self._clause[0]))

    @property
    def before(self) -> frozenset[str]:
        """Return the pairs since the figure before."""
        return self._before.pairs

    @property
    def sentence(self) -> frozenset[str]:
        """Return the pairs of the sentence."""
        return self._sentence.pairs

    @property
    def further(self) -> frozenset[str]:
        """Return the pairs of what stands before the sentence and over it."""
        return self._further.pairs

    @lazy_property
    def carried(self) -> frozenset[str]:
        """Return the pairs since the last semicolon."""
        return self.own.union(
            *(one.own if isinstance(one, Surroundings) else one.pairs for one in self._carried)
        )

    @property
    def layers(self) -> tuple[frozenset[str], ...]:
        """Return the four layers, the nearest first."""
        return (self.own, self.before, self.sentence, self.further)


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters in the telling words of ``text``; a word of one stands alone."""
    found: set[str] = set()
    for word in content_words(_MARKS.sub("", text)):
        if len(word) <= _PAIR:
            found.add(word)
        else:
            found.update([word[i : i + _PAIR] for i in range(len(word) - 1)])
    return frozenset(found)


def named_pairs(statement: Statement, pairs_of: ReadPairs = pairs) -> frozenset[str]:
    """Return the pairs of whose and when a figure is."""
    return pairs_of(statement.figure.org) | pairs_of(statement.figure.period)


def surroundings(
    sentence: Sequence[Statement], earlier: str = "", pairs_of: ReadPairs = pairs
) -> list[Surroundings]:
    """Return what stands around each figure of one sentence; ``sentence`` are its statements, in order.

    ``earlier`` is what stands before the sentence, of which the last ``80`` characters count; ``pairs_of`` gives the pairs.
    """
    if not sentence:
        return []
    quote, start = sentence[0].quote, sentence[0].start
    blank = _blank([(one.figure.start - start, one.figure.end - start) for one in sentence], quote)
    whole = Worded(blank, pairs_of)
    lead = _LEAD.match(blank)
    over = f"{sentence[0].section}。{sentence[0].title}。{lead[0] if lead else ''}"
    further = Worded(f"{earlier[-_BEFORE:]}。{over}", pairs_of)
    starts = sorted({one.figure.start - start for one in sentence})
    shares = read_shares(quote, [(one.figure.start - start, one.figure.end - start) for one in sentence])
    found: list[Surroundings] = []
    since = read = last = 0
    carried: tuple[Surroundings | Worded, ...] = ()
    numbered = _numbered(sentence[0].section)
    for statement in sentence:
        at, end = statement.figure.start - start, statement.figure.end - start
        *ended, group = _CLAUSE_GROUP.split(quote[since:at])
        following = bisect_left(starts, end)
        limit = starts[following] if following < len(starts) else len(quote)
        behind = _BEHIND.match(quote, end, limit)
        told = behind[0] if behind else ""
        if end + len(told) == limit:
            told = told[:_SHARED_BEHIND]  # what follows is said of the next figure
        carried = (*(() if ended else carried[-_CARRIED:]), Worded(group, pairs_of))
        if _ALL.search(quote, last, at):  # 第二批……，累计化解率88.2%
            numbered = dict.fromkeys(numbered, 0)
        named = _several(quote[last:at]) | _numbered(blank[read : end + len(told)])
        if any(sort[0] == "号" for sort in named):  # 二号索道换下41个；一号线停运21天
            numbered = {sort: number for sort, number in numbered.items() if sort[0] != "号"}
        numbered = numbered | named
        last = at
        *topics, clause_before = _CLAUSE.split(group)
        if topics and fronted_thing(topics[-1]) and not names_something(content_words(statement.clause)):
            clause_before = f"{topics[-1]}，{clause_before}"  # 已故人员还在领的津贴，追回1.48万元
        clause = (clause_before, group if since else "", told)
        before = quote[since:at]
        own = numbered
        if at in shares or _is_cell(
            statement
        ):  # the clause that it shares with others, without theirs; a cell's heads
            before = statement.clause if at in shares else f"{quote[: starts[0]]}{statement.clause}"
            clause = (before, "", "")
            numbers = _of_share(quote, shares[at], at) if at in shares else before
            own = _numbered(f"{statement.section}。{_MARKS.sub('', numbers)}")
        around = Surroundings(
            clause,
            (Worded(before, pairs_of), whole, further),
            carried,
            own,
            _frame(blank[:at], len(found), told),
            pairs_of,
            None if ended or not found else found[-1],
            (clause_before, group),
        )
        found.append(around)
        if statement.figure.kind is Kind.DATE:
            continue  # 门诊满意度2025年为91.8%: a time parts nothing
        carried = (*carried, around)
        since, read = end, end + len(told)
    return found


def _tells(text: str) -> bool:
    """Whether a text says what is counted or done, and not only that a number follows (共, 金额)."""
    return any(word not in _LINKS for word in content_words(text))


def _of_share(quote: str, share: Share, at: int) -> str:
    """Return a list's clause before the figure at ``at`` as if the others did not stand there, with its number (第八届)."""
    return without(quote[share.start : at], share.others, share.start)


def _is_cell(statement: Statement) -> bool:
    """Whether a figure stands in a table: what it counts is what its heads say, and no clause around it."""
    return bool(statement.clause) and statement.clause == statement.figure.metric


def _frame(before: str, figures: int, behind: str) -> str:
    """Return what a sentence says up to a figure and right behind it, and how many ``figures`` it leaves out before."""
    return f"{' '.join(before.split())} {figures} {behind[:_SHARED_BEHIND].strip()}"


def _blank(spans: Sequence[tuple[int, int]], quote: str) -> str:
    """Return ``quote`` with spaces for its figures, whose units tell nothing."""
    kept = list(quote)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def _numbered(text: str) -> dict[str, int]:
    """Return the last number of each sort of numbered things that ``text`` names (第二巡察组, 6号楼, 二标段)."""
    found: dict[str, int] = {}
    for match in _NUMBERED.finditer(text):
        numeral = read_numeral(match[2])
        if numeral is not None:
            found[(match[1] or "") + match[3]] = int(numeral.value)
    return found


def _several(text: str) -> dict[str, int]:
    """Return 0 for each sort of numbered things of which ``text`` names several at once (两批): none alone is meant."""
    return {"第" + sort[0]: 0 for sort in _SEVERAL.findall(text)}


def sentences(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Return the statements in the order given, those of one sentence together."""
    found: dict[tuple[str, int, int], list[Statement]] = {}
    for statement in statements:
        found.setdefault((statement.report, statement.start, statement.end), []).append(statement)
    return list(found.values())


def surroundings_of_open(own: str, sentence: str) -> Surroundings:
    """Return what stands around a figure that is asked for: ``own`` tells what it counts, ``sentence`` is all that is said."""
    whole, numbered = Worded(sentence, pairs), _numbered(sentence)
    stretches = (Worded(own, pairs), whole, Worded("", pairs))
    return Surroundings((own, "", ""), stretches, (whole,), numbered, "", pairs)
