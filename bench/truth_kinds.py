"""Kinds of truthful paraphrases: a true sentence in, the same told otherwise out, one function a kind."""

import random
import re
from dataclasses import dataclass
from typing import Final

from bench.lie_kinds import Make, clause_of
from bench.sentence_sources import Told
from corpus.figure import Statement
from corpus.lexicon.wording.paraphrases import PARAPHRASES
from corpus.numerals import in_chinese
from corpus.words import segmenter

_VERB_NOUN: Final = re.compile(
    r"^(修订|制定|引进|追回|收回|退还|查处|化解|办结|受理|召开|建成|改造|处理|约谈|培训|新增|排查)([一-鿿]{2,6})$"
)


@dataclass(frozen=True, slots=True)
class TruthKind:
    """A kind of paraphrase: its name, and what makes one."""

    name: str
    make: Make


def _as_it_is(told: Told, chance: random.Random) -> str | None:
    return told.text


def _clause(told: Told, chance: random.Random) -> str | None:
    clause, one = clause_of(told, chance)
    return f"{clause}。" if _stands_alone(clause, one) else None


def _stands_alone(clause: str, one: Statement) -> bool:
    """Whether a clause says what its figure counts."""
    return len(clause) - len(one.figure.raw) >= 3 and not re.match(r"[其这该]|同比|环比|比上年|较", clause)


def _first_words(told: Told, chance: random.Random) -> str | None:
    """Leave out what follows the first clause with a figure."""
    first = told.figures[0]
    end = told.place(first)[1]
    marks = [place for mark in "，；" if (place := told.text.find(mark, end)) >= 0]
    return told.text[: min(marks)] + "。" if marks else None


def _led(*leads: str) -> Make:
    def make(told: Told, chance: random.Random) -> str | None:
        return chance.choice(leads) + told.text

    return make


def _synonym(told: Told, chance: random.Random) -> str | None:
    """Put another word of its row for a word of the sentence."""
    place, found = 0, []
    for word in segmenter().cut(told.text):
        others = [one for one in PARAPHRASES.get(word, ()) if len(one) == len(word) == 2]
        if others:
            found.append((place, word, sorted(others)))
        place += len(word)
    if not found:
        return None
    start, word, others = chance.choice(found)
    return told.text[:start] + chance.choice(others) + told.text[start + len(word) :]


def _turned_round(told: Told, chance: random.Random) -> str | None:
    """修订制度23项: 修订的制度有23项, 23项制度得到修订."""
    for one in chance.sample(told.figures, len(told.figures)):
        clause, stated = clause_of(told, chance, one)
        match = _VERB_NOUN.match(clause.removesuffix(stated.figure.raw))
        if match and clause.endswith(stated.figure.raw) and clause != stated.figure.raw:
            verb, noun, raw = match[1], match[2], stated.figure.raw
            return chance.choice(
                (f"{verb}的{noun}有{raw}。", f"{verb}了{raw}{noun}。", f"共{verb}{noun}{raw}。")
            )
    return None


def _with_le(told: Told, chance: random.Random) -> str | None:
    for one in chance.sample(told.figures, len(told.figures)):
        clause, stated = clause_of(told, chance, one)
        match = _VERB_NOUN.match(clause.removesuffix(stated.figure.raw))
        if match:
            return f"{match[1]}了{match[2]}{stated.figure.raw}。"
    return None


def _in_chinese(told: Told, chance: random.Random) -> str | None:
    """Write a number below 100 in Chinese."""
    for one in chance.sample(told.figures, len(told.figures)):
        match = re.match(r"[1-9]\d?(?=[个项条件份处人名次家户起例])", one.figure.raw)
        if match and "两" not in match[0]:
            start = told.place(one)[0]
            return told.text[:start] + in_chinese(int(match[0])) + told.text[start + len(match[0]) :]
    return None


def _full_digits(told: Told, chance: random.Random) -> str | None:
    """Write 386.4万元 as 3864000元."""
    for one in told.figures:
        figure = one.figure
        if figure.raw.endswith("万元") and re.match(r"[\d.]+万元$", figure.raw) and figure.value is not None:
            start, end = told.place(one)
            return f"{told.text[:start]}{figure.value.normalize():f}元{told.text[end:]}"
    return None


def _as_item(told: Told, chance: random.Random) -> str | None:
    return f"1. {told.text}"


def _in_half_width(told: Told, chance: random.Random) -> str | None:
    return told.text.translate(str.maketrans("，；：（）", ",;:()"))


TRUTH_KINDS: Final = (
    TruthKind("as it is", _as_it_is),
    TruthKind("a clause", _clause),
    TruthKind("the first words", _first_words),
    TruthKind("another word of the table", _synonym),
    TruthKind("turned round", _turned_round),
    TruthKind("with 了", _with_le),
    TruthKind("numerals in Chinese", _in_chinese),
    TruthKind("money in full digits", _full_digits),
    TruthKind("led in", _led("根据资料，", "据通报，", "具体来看，", "其中，")),
    TruthKind("an item of a list", _as_item),
    TruthKind("half-width marks", _in_half_width),
)
"""The kinds of paraphrases."""
