"""What of a model's sentence no passage accounts for: a sentence and its quantities in, a ``Fault`` out.

An English sentence is held against the Chinese passages word by word, by the same account.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bot.answer import Citation
from bot.english.number_words import EnglishNumber, NumberSort
from bot.english.sentences import EnglishPart, read_pieces
from bot.generation.faults import Fault
from bot.generation.passages import is_in
from bot.generation.sentence_stream import item_end, without_numbers
from checker.accounting.account import Account
from checker.accounting.covering import SaidAs
from checker.accounting.naming import Naming
from checker.accounting.sources import SourcePassage, SourceSentence, SourceSentences
from checker.accounting.windows import ToldFigure
from corpus.figure import Kind, Qualifier, Statement
from corpus.lexicon.wording.connectives import connectives
from corpus.lexicon.wording.denials import NOT_DONE
from corpus.lexicon.wording.paraphrases import PARAPHRASES
from corpus.numerals import normalise
from corpus.organisations.directory import Directory
from corpus.statements.metrics import is_scope

_KINDS: Final = {
    NumberSort.COUNT: frozenset({Kind.COUNT, Kind.MEASURE, Kind.DURATION, Kind.MULTIPLE}),
    NumberSort.MONEY: frozenset({Kind.MONEY}),
    NumberSort.PERCENT: frozenset({Kind.PERCENT, Kind.RATIO}),
    NumberSort.POINTS: frozenset({Kind.PERCENTAGE_POINT}),
}
_LARGE: Final = 10_000
"""From here on a number without a noun of its own may be of money, where its sentence tells of money."""


(_AGAINST_LAST_YEAR,) = connectives("yearly")
_COMPARED: Final = re.compile("|".join(sorted(PARAPHRASES[_AGAINST_LAST_YEAR], key=len, reverse=True)))
"""What says the same of a change (比上年): no time of its own."""


_NOT_YET: Final = re.compile(f"{NOT_DONE}(?!有)")
"""What people say for 未, in one character as well (5项没完成)."""


class Accounts:
    """Holds sentences against the passages that a model was given, those that a sentence cites first."""

    def __init__(
        self,
        passages: Sequence[Citation],
        statements: Iterable[Statement],
        directory: Directory,
        asked: str = "",
    ) -> None:
        """Hold against ``passages``; what the question ``asked`` says need not be said again."""
        self._passages = passages
        self._statements = [one for one in statements if not is_scope(one.figure)]
        self._directory = directory
        self._asked = normalise(asked)
        self._sources: dict[tuple[int, ...], SourceSentences] = {}

    def held(
        self, plain: str, told: Sequence[ToldFigure], context: str, cited: tuple[int, ...]
    ) -> tuple[list[Fault], tuple[int, ...]]:
        """Return a fault from a sentence's first word that is nobody's to the last, and the passages that hold it.

        ``plain`` is the sentence with its citations blanked, ``told`` its quantities with what they may be.
        """
        text = _NOT_YET.sub("未", normalise(plain))
        marker = item_end(text, context)
        text = " " * marker + text[marker:]
        taken = [(one.start, one.end) for one in told]
        compared = [match.span() for match in _COMPARED.finditer(text)]
        if compared and any(_AGAINST_LAST_YEAR in one.quote for one in self._passages):
            faults, holding = self._held(text, told, context, cited, [*taken, *compared])
            if not faults:
                return faults, holding
        return self._held(text, told, context, cited, taken)

    def _held(
        self,
        text: str,
        told: Sequence[ToldFigure],
        context: str,
        cited: tuple[int, ...],
        taken: Sequence[tuple[int, int]],
    ) -> tuple[list[Fault], tuple[int, ...]]:
        """Return the same, no time looked for in the spans ``taken``."""
        naming = Naming(text, self._directory, normalise(without_numbers(context)), taken)
        known = [one for one in told if one.stated]
        return self._result(Account(text, known, self._source_of(cited), naming, asked=self._asked))

    def held_in_english(self, plain: str, cited: tuple[int, ...]) -> tuple[list[Fault], tuple[int, ...]]:
        """Return the same for an English sentence: a number that is not stated is a fault before all else."""
        source = self._source_of(cited).sentences
        named = (one.name for sentence in source for one in sentence.names)
        known = dict.fromkeys((*(one.title for one in self._passages), *named, *(one.text for one in source)))
        pieces = read_pieces(plain, self._directory, "。".join(known))
        written = _Written(pieces)
        told = []
        faults = []
        money = any(number.sort is NumberSort.MONEY for *_, number in written.numbers)
        for start, end, piece, number in written.numbers:
            stated = self._stating(number, cited)
            if (
                not stated and money and number.value >= _LARGE
            ):  # 264 million yuan, of which 259 million was cut
                stated = self._stating(replace(number, sort=NumberSort.MONEY), cited)
            told.append(ToldFigure(start, end, tuple(stated)))
            if not stated:
                faults.append(Fault(piece.start, piece.end, plain[piece.start : piece.end], "why_number"))
        if faults:
            return faults, ()
        taken = [(one.start, one.end) for one in told]
        naming = Naming(written.text, self._directory, "", taken)
        account = Account(written.text, told, self._source_of(cited), naming, written.phrases, self._asked)
        faults, held = self._result(account)
        return [written.in_english(one, plain) for one in faults], held

    def _result(self, account: Account) -> tuple[list[Fault], tuple[int, ...]]:
        left, sentences = account.left()
        held = [number for one in sentences if (number := self._number_of(one)) is not None]
        if not left:
            return [], tuple(dict.fromkeys(held))
        raw = "、".join(dict.fromkeys(one.raw for one in left))
        stated = next((one.statements[0] for one in sentences[:1] if one.statements), None)
        start, end = left[0].start, max(one.end for one in left)
        return [Fault(start, end, raw, "why_unaccounted", stated=stated)], ()

    def _number_of(self, sentence: SourceSentence) -> int | None:
        """Return the number of the passage that a sentence stands in."""
        place = (sentence.passage.report, sentence.passage.start)
        return next((one.n for one in self._passages if (one.report, one.start) == place), None)

    def _stating(self, number: EnglishNumber, cited: tuple[int, ...]) -> list[Statement]:
        """Return the exact statements of the cited passages that state a number."""
        passages = [one for one in self._passages if one.n in cited] or self._passages
        return [
            one
            for one in self._statements
            if one.figure.value == number.value
            and one.figure.kind in _KINDS[number.sort]
            and one.figure.qualifier is Qualifier.EXACT
            and is_in(one, passages)
        ]

    def _source_of(self, cited: tuple[int, ...]) -> SourceSentences:
        """Return the sentences of the cited passages, and after them those of the others."""
        if cited not in self._sources:
            first = sorted(self._passages, key=lambda one: one.n not in cited)
            passages = [
                SourcePassage(one.report, one.title, one.section, one.quote, one.start, _day(one.date))
                for one in first
            ]
            self._sources[cited] = SourceSentences(passages, self._statements, self._directory)
        return self._sources[cited]


class _Written:
    """An English sentence in the reports' words, with the way back to its own places."""

    def __init__(self, pieces: Sequence[EnglishPart]) -> None:
        self.phrases: dict[int, SaidAs] = {}
        self.numbers: list[tuple[int, int, EnglishPart, EnglishNumber]] = []
        self._places: list[tuple[int, int, EnglishPart]] = []
        self.text = ""
        for piece in pieces:
            start, end = len(self.text), len(self.text) + len(piece.text)
            self._places.append((start, end, piece))
            if piece.number is not None:
                self.numbers.append((start, end, piece, piece.number))
            elif piece.forms:
                self.phrases[start] = SaidAs(end, piece.forms)
            self.text += piece.text + " "

    def in_english(self, fault: Fault, plain: str) -> Fault:
        """Return a fault at its place in the English sentence."""
        inside = [piece for start, end, piece in self._places if start < fault.end and fault.start < end]
        low, high = inside[0].start, inside[-1].end
        return Fault(low, high, plain[low:high], fault.why, stated=fault.stated)


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
