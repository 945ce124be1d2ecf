"""What a claim's own words say that no statement of its quantity tells: words and statements in, the word out.

A figure is told with its clause: of 补签合同58份 who writes 解除合同58份 has the number right and the deed of the figure
beside it, who writes 仍闲置 tells as open what the source has done, and of 检查费 the source of 护理费 tells the end alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile
from typing import Final

from checker.comparison.levels import is_later_level
from checker.gainsaid import CELL
from corpus.figure import Statement
from corpus.lexicon.change_verbs import change_verbs
from corpus.lexicon.function_words import FINDING_WORDS, FOUND_NOUNS
from corpus.lexicon.synonyms import GENERIC_WORDS, STAGE_WORDS, STAGES
from corpus.lexicon.wording.connectives import any_connective, connectives
from corpus.lexicon.wording.paraphrases import PARAPHRASES, says
from corpus.lexicon.wording.turning import TURNING
from corpus.quantities.units import interchangeable, unit_at
from corpus.words import segmenter

_OPEN_WORDS: Final = connectives(
    "link", "light", "taken", "opening", "manner", "above", "below", "denying", "pending", "rate", "reckoned"
) | {
    *change_verbs("up"),
    *change_verbs("down"),
    *FINDING_WORDS,
    *(other for word in connectives("rest") for other in (word, *PARAPHRASES[word])),
}
"""Words that say nothing of their own of a figure."""
_LATER: Final = tuple(
    (re.compile(f"(?<!重)(?:{'|'.join(TURNING[said])})"), re.compile("|".join((*TURNING[told], *more))))
    for said, told, more in (
        ("left", "leaves", [rf"(?:{any_connective('undone')})(?![^，,。；;、]{{0,12}}的)"]),
        ("new", "newly", []),
    )
)
"""What says that something is not done yet, or is new, each with what says so in a source: 未缴 does, 未缴的 only says which."""
_THING: Final = FOUND_NOUNS[0]
"""What is 完成, 解决 or 改完 alike."""
_DONE: Final = dict(STAGES)["done"]
NEAR: Final = 300
"""Characters within which a report goes on to tell of the same."""
_MARK: Final = re.compile(r"[，,；;。！？\n]")
_NUMBER: Final = re.compile(r"\d")
_FIGURE: Final = re.compile(r"\d[\d,，.]*(?:[万亿千百](?!分))*(?=\D)")
_SHORT_DEED: Final = re.compile(
    rf"(?P<verb>[^\W\d])了|(?:{any_connective('already')})(?P<done>[^\W\d])(?=[^\W\d]{{2}}|$)"
)
_BESIDE: Final = re.compile("^[已共另又再](?=.)|(?<=.)[是有达为]$")
"""What the cutter leaves beside a word that says nothing of it (另缴, 数是)."""
_ENDED: Final = re.compile("(?<=.)(?:出[去来]|[掉好完了过到上下进去来])$")
"""What stands behind a verb and only says that it came to its end, or which way it went (拆掉, 买进)."""
_BLURRED: Final = re.compile(f"[只仅]|{any_connective('undone', 'settled')}")
"""Begins what says how much of a deed was done, and not which."""
_BEING: Final = connectives("being") | {""}
_GENERIC: Final = re.compile("|".join(GENERIC_WORDS))
_PART: Final = 2
"""Characters of a word that say something by themselves."""
_CONTENT: Final = "nvajil"
"""First letters of the tags of words that say what something is or what was done."""


def untold_word(own: str, claim: Statement, stated: Sequence[Statement], report: Sequence[Statement]) -> str:
    """Return a word of a figure's ``own`` words that none of ``stated`` tells, "" for none.

    ``stated`` are the statements of the claim's quantity, the nearest first; ``report`` those of the report of that one.
    """
    found = stated[0]
    if word := _other_stage(own, stated):
        return word
    if CELL.search(found.quote):  # a row of a table tells no deed and no thing itself
        return ""
    deeds, words = _other_deeds(own, claim, found, report), _strange_words(own, found, report)
    others = [one for one in stated if one is not found]
    untold = chain(
        (word for word in deeds if not any(says(_told_in_clause(one), word) for one in others)),
        (word for word in words if not any(_tells(one, word) for one in others)),
    )
    word = next(untold, "")
    return "" if word and any(CELL.search(one.quote) for one in others) else word


def _other_stage(own: str, stated: Sequence[Statement]) -> str:
    """Return the word of a figure's own words that says that it is still to be done, or new, where no sentence stated does."""
    for says_so, bears_out in _LATER:
        match = says_so.search(own)
        if match and not any(
            bears_out.search(_told(one))
            or (len(match[0]) > 1 and says(_told(one), match[0]))
            or is_later_level(one)
            for one in stated
        ):
            return match[0]
    return ""


def _other_deeds(own: str, claim: Statement, found: Statement, report: Sequence[Statement]) -> Iterator[str]:
    """Yield the verbs of a figure's own words that the stated one is not told with, but one beside it, or with another."""
    before, behind, led = own_clause(found)
    told = _told_in_clause(found)
    theirs = [word for word, _ in telling_words(before) if not says(claim.quote, word)]
    theirs += [word for word, tag in telling_words(behind) if tag[0] == "v" and not says(claim.quote, word)]
    beside = [one for one in report if one.start == found.start and one is not found]
    kind = found.figure.kind
    others = "|".join("|".join(own_clause(one)[:2]) for one in beside if one.figure.kind is kind)
    earlier = "|".join(
        "|".join(own_clause(one)[:2]) for one in beside if one.figure.start < found.figure.start
    )
    verbs = [
        word
        for word in _main_verbs(own.rpartition("的")[2], told, earlier)
        if not says(told, word) and not _is_solved(word, found)
    ]
    done = [
        word for word, tag in telling_words(f"{before}|{led}") if tag == "v" and not says(claim.quote, word)
    ]
    plain = {word for word, tag in telling_words(own) if tag == "v"}
    near = [one for one in report if one is not found and abs(one.start - found.start) <= NEAR]
    for word in verbs:
        strange = word in plain and not says(found.quote, word)
        contrary = done and not set(word) & set("".join(done))
        if (theirs and word in others) or (
            strange and (contrary or any(_has_the_deed(word, claim, found, one) for one in near))
        ):
            yield word
    told_short = f"{before}|{behind}|{led}"
    for word in _short_deeds(own.rpartition("的")[2]):
        if word not in told_short and any(
            one.start == found.start and _has_the_deed(word, claim, found, one) for one in near
        ):
            yield word


def names_deed_of(claim: Statement, one: Statement, other: Statement) -> bool:
    """Whether the deed right before a claim's figure is that of ``one`` beside ``other`` (资金已用|1392万元).

    What was told before ``one`` may say which thing it is (欠缴站点|补缴386万元), what follows it is another deed.
    """
    before, _, led = own_clause(claim)
    own = before or led
    words = [word for word, tag in _bare_words(own) if tag[0] == "v" and word not in _OPEN_WORDS]
    words += [word for word in _short_deeds(own) if own.rstrip("了").endswith(word)]
    told, another = ("|".join(own_clause(stated)[:2]) for stated in (one, other))
    deed_of_other = any(tag[0] == "v" for _, tag in telling_words(another))
    if not words or not deed_of_other or not says(told, words[-1]) or says(another, words[-1]):
        return False
    if other.figure.start < one.figure.start or any(says(another, word) for word in words):
        return other.figure.start < one.figure.start
    said = [word for word, _ in telling_words(claim.quote[: claim.figure.start - claim.start])]
    return not any(says(another, word) and not says(told, word) for word in said)


def wholly_untold(own: str, claim: Statement, found: Statement, beside: Sequence[Statement]) -> str:
    """Return the first word around a claim's figure where no word there is told of ``found``, "" where one is or none is said.

    Who counts another thing shares but a number with what is stated. A word of its sentence may be told of it, but no
    deed of a figure ``beside`` it (已拨付215万元，45万元由财政收回).
    """
    behind = _MARK.split(claim.quote[claim.figure.end - claim.start :])[0]
    text = own if own.strip() not in _BEING or _NUMBER.search(behind) else behind
    said = [one for one in telling_words(text) if not _BLURRED.match(one[0])]
    others = "|".join(
        "|".join(own_clause(one)[:2]) for one in beside if interchangeable(one.figure.unit, found.figure.unit)
    )
    moved = is_later_level(found)  # 分馆由31个整合为24个: what it is stands before the first
    own_told, told = "|".join(own_clause(found)), f"{_told_in_clause(found)}|{found.about}|{found.quote}"
    for word, tag in said:
        deed = tag[0] == "v"
        within = own_told if deed and not moved and says(others, word) else told
        if _DONE.match(word) or says(within, word) or (not deed and _tells(found, word)):
            return ""
    return said[0][0] if said else ""


def _main_verbs(own: str, told: str, earlier: str) -> list[str]:
    """Return the verbs of a text but those of ``earlier`` figures that only say of which thing a ``told`` deed is (欠缴站点|补缴)."""
    words = list(_bare_words(own))
    verbs = [place for place, (word, tag) in enumerate(words) if tag[0] == "v" and _says_much(word, tag)]
    last = max((place for place in verbs if says(told, words[place][0])), default=-1)
    thing = max((place for place, (_, tag) in enumerate(words[: max(0, last)]) if tag == "n"), default=-1)
    return [words[place][0] for place in verbs if place > thing or words[place][0] not in earlier]


def _is_solved(word: str, found: Statement) -> bool:
    """Whether a problem is told to be dealt with in one word, and in the source in another (完成, 解决)."""
    told = "|".join(own_clause(found)[:2])
    thing = _THING in f"{found.figure.metric}{found.about}"
    return thing and word in STAGE_WORDS and bool(_DONE.match(word) and _DONE.search(told))


def _short_deeds(own: str) -> Iterator[str]:
    """Yield the verbs of a single character of which it is said that they are done (销了, 已收)."""
    parts = segmenter().cut(own, False)
    for match in _SHORT_DEED.finditer(own):
        word = match["done"] or match["verb"]
        whole = not {word, f"已{word}", f"{word}了"}.isdisjoint(parts)
        if whole and word not in _OPEN_WORDS:
            yield word


def _has_the_deed(word: str, claim: Statement, found: Statement, one: Statement) -> bool:
    """Whether ``one`` near ``found`` tells the deed ``word`` of the same thing and of another number: 移交线索7件. 7件线索办结6件."""
    figure, other = found.figure, one.figure
    if other.unit != figure.unit or other.value == figure.value or other.change or claim.figure.change:
        return False
    thing = [part[-_PART:] for part, tag in telling_words(figure.metric) if tag[0] == "n"]
    return any(part in f"{other.metric}|{one.about}" for part in thing) and says(
        "|".join(own_clause(one)[:2]), word
    )


def _told_in_clause(statement: Statement) -> str:
    clause, figure = "|".join(own_clause(statement)), statement.figure
    return f"{clause}|{figure.metric}|{statement.section}|{statement.title}|{figure.org}"


def own_clause(statement: Statement) -> tuple[str, str, str]:
    """Return what stands before and behind a figure in its clause, and the clauses without a number that lead to it."""
    at, end = (place - statement.start for place in (statement.figure.start, statement.figure.end))
    *earlier, before = _MARK.split(statement.quote[:at])
    *numbers, before = _NUMBER.split(before)
    if numbers and (unit := unit_at(before, 0)):
        before = before[len(unit.name) :]
    behind, *further = _FIGURE.split(_MARK.split(statement.quote[end:])[0], maxsplit=1)
    if further:
        behind = behind.split("、")[0]  # 推进会12次、警示教育会5次
    if further and (unit := unit_at(further[0], 0)) and unit.base == statement.figure.unit:
        behind = _without_last_deed(behind)  # 7件线索办结6件: 办结 is told of the second
    led = [] if numbers else list(takewhile(lambda one: not _NUMBER.search(one), reversed(earlier)))
    return before, behind, "|".join(reversed(led))


def _without_last_deed(text: str) -> str:
    """Return a text without the verbs that it ends in, and how they were done."""
    words = segmenter().tag(text)
    while words and words[-1][1][0] in "vdu":
        words = words[:-1]
    return "".join(word for word, _ in words)


def telling_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a text that say something, of two characters or more, with their tags."""
    return ((word, tag) for word, tag in _bare_words(text) if _says_much(word, tag))


def _says_much(word: str, tag: str) -> bool:
    return len(word) > 1 and tag[0] in _CONTENT and word not in _OPEN_WORDS and word not in GENERIC_WORDS


def _strange_words(own: str, found: Statement, report: Sequence[Statement]) -> Iterator[str]:
    """Yield the words of a figure's own words that the stated one does not tell, nor what stands near it in ``report``.

    A clause that leaves its thing out (收回36.4万元) goes on with one that was told before.
    """
    which, _, last = own.rpartition("的")
    leading = list(telling_words(which))
    deed = next(
        (one for one in leading if one[1][0] == "v"), None
    )  # 追缴挪用的补贴: the second only says which
    words = chain((one for one in leading if one[1][0] != "v" or one is deed), telling_words(last))
    strange = [word for word, _ in words if not (_tells(found, word) or _is_solved(word, found))]
    if not strange or not any(tag[0] == "n" for _, tag in segmenter().tag(found.figure.metric)):
        return
    names = set(found.title + found.figure.org)
    near = "|".join(one.quote for one in report if abs(one.start - found.start) <= NEAR)
    yield from (word for word in strange if not set(word) <= names and not says(near, word))


def _tells(statement: Statement, word: str) -> bool:
    """Whether a statement has a word or another for it, or all of it but single characters.

    Of 检查费 the source of 护理费 tells the end alone.
    """
    told = _told(statement)
    untold = "".join(character if character not in told else " " for character in _GENERIC.sub("", word))
    return max(map(len, untold.split(" "))) < _PART or says(told, word)


def _told(statement: Statement) -> str:
    return f"{statement.quote}|{statement.section}|{statement.figure.metric}"


def _bare_words(own: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a figure's own words with their tags, without what says nothing at their ends (已达, 共发, 拆掉)."""
    for word, tag in segmenter().tag(own):
        bare = _BESIDE.sub("", word)
        yield (_ENDED.sub("", bare) if tag[0] == "v" else bare) or word, tag
