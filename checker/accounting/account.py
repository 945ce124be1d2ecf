"""The account of a sentence: what it says beside what a source says, and what of it nobody said.

Unrecognised is not harmless: a word, a name, a time or a notation that the source's own clause does not have, no
paraphrase says and that does not merely join, is left over, and so is what turns the source's clause into another
by leaving out its deed or its denial.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from checker.accounting.covering import Layers, SaidAs, cover, is_completion
from checker.accounting.directions import borne_out, is_reached
from checker.accounting.exchanges import (
    TOTALLING,
    counts_there,
    is_of_another_column,
    is_of_like_sentence,
    is_of_told_beside,
    is_part_of,
    is_parted,
    is_swapped,
    is_told_apart,
    says_all_of_another,
    tells_another,
)
from checker.accounting.framing import is_frame
from checker.accounting.layering import layers_of
from checker.accounting.naming import Naming
from checker.accounting.omissions import (
    core_words,
    doubts_more,
    is_done_with_another,
    is_told_as_now,
    is_word_told,
    leaves_out_deed,
    leaves_out_denial,
    own_part,
    turns_more,
)
from checker.accounting.orders import borne_out_orders
from checker.accounting.relations.houses import own_houses
from checker.accounting.relations.marks import (
    is_of_another,
    joins_two_clauses,
    marks_another,
)
from checker.accounting.relations.plans import is_told_done, leaves_out_deadline
from checker.accounting.relations.ties import foreign_ties
from checker.accounting.relations.worked_out import borne_out_names
from checker.accounting.sources import SourceSentence, SourceSentences
from checker.accounting.spans import Leftover, WordedText, split_clauses
from checker.accounting.unfigured import goes_on, led_clause, reach_of
from checker.accounting.windows import MOST_STATED, ToldFigure, Window, windows_like, windows_telling
from checker.comparison.corrections import is_superseded
from checker.comparison.levels import is_earlier_level
from corpus.figure import Statement
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.statements.list_heads import MARK, TextSpan

_LIKEST: Final = 4
_FAULT: Final = 30.0
"""What a fault costs beside the characters left over, where windows are compared."""


@dataclass(slots=True)
class _Held:
    """A clause held against a window."""

    window: Window | None
    left: list[Leftover] = field(default_factory=list)
    cost: float = 0.0


_NOTHING: Final = Layers(WordedText(""), WordedText(""))


class Account:
    """Holds one sentence against a source; ``text`` is normalised, its citations blanked."""

    def __init__(
        self,
        text: str,
        told: Sequence[ToldFigure],
        source: SourceSentences,
        naming: Naming,
        phrases: Mapping[int, SaidAs] = MappingProxyType({}),
        asked: str = "",
    ) -> None:
        """Hold ``text`` against ``source``; ``phrases`` are, by their starts, parts that several forms stand for.

        What was ``asked`` need not be said again.
        """
        known = [*((one.start, one.end) for one in told), *naming.spans(0, len(text))]
        self._said = WordedText(text, (place for span in known for place in span))
        self._told = told
        self._stated = [stated for one in told for stated in one.stated]
        self._source = source
        self._naming = naming
        self._phrases = phrases
        self._asked = asked
        levels = [(one.start, one.end, one.stated[0]) for one in told if one.stated and not one.reckoned]
        stated = [(one.start, one.end, one.stated) for one in told if not one.reckoned]
        self._clauses = split_clauses(text, [(one.start, one.end) for one in told])
        self._directions = [*borne_out(text, levels), *borne_out_orders(text, stated, source)]
        self._directions += [*borne_out_names(text, told, source), *own_houses(text, self._clauses, source)]

    def left(self) -> tuple[list[Leftover], list[SourceSentence]]:
        """Return what is left over, in order, and the source's sentences that the sentence was held against."""
        clauses, held = self._clauses, self._held(self._clauses)
        counted = [bool(self._told_in(*span)) for span in clauses]
        windows = [one.window for one in held]
        found: list[Leftover] = []
        for place, ((start, end), one) in enumerate(zip(clauses, held, strict=True)):
            found += one.left
            near = [*windows[place:], *reversed(windows[:place])]
            led = led_clause(self._said.text, clauses[place:], counted[place:])
            near = [windows[clauses.index(led)], *near] if led and one.window is None else near
            window = next((other for other in near if other is not None), None)
            before, named = windows[place - 1] if place else None, any(self._naming.spans(start, end))
            said = "" if counted[place] or named else self._said.text[start:end]
            if (
                (is_of_another_column(one.window, before, self._source) and self._is_bare(start, end))
                or (is_of_like_sentence(one.window, before) and not named)
                or says_all_of_another(said, one.window, self._stated)
            ):
                found.append(self._all(start, end))
            if window is not None:
                found += (
                    one
                    for one in self._naming.left(
                        start, end, window, self._apart(*(led or (start, end)), window)
                    )
                    if not any(low <= one.start and one.end <= high for low, high in self._directions)
                )
                told = (other for other in near if other is not None and other.figures)
                found += self._naming.misnumbered(start, end, next(told, window))
        found += foreign_ties(self._said, clauses, windows)
        used = dict.fromkeys(one.sentence for one in windows if one is not None)
        if doubts_more(self._said.text, "|".join(one.text for one in used)):
            found.append(self._all(*clauses[-1]))
        return sorted(found, key=lambda one: one.start), list(used)

    def _told_up_to(self, end: int | None = None, start: int = 0) -> str:
        """Return what is said from ``start`` to ``end``, or to the last, with all that its phrases may stand for."""
        places = range(len(self._said.text))[start:end]
        forms = (form for place, one in self._phrases.items() if place in places for form in one.forms)
        return "|".join((self._said.text[start:end], *forms))

    def _told_in(self, start: int, end: int) -> list[ToldFigure]:
        return [one for one in self._told if start <= one.start < end]

    def _is_bare(self, start: int, end: int) -> bool:
        """Whether a clause only names who it is of (其中临湖区8个): what is counted stands in the clause before it."""
        known = [*((one.start, one.end) for one in self._told), *self._naming.spans(start, end)]
        return not self._said.has_content(start, end, known)

    def _apart(self, start: int, end: int, window: Window) -> list[tuple[int, Window]]:
        """Return the places of a clause's figures with the source's clause of each, where several sentences tell them."""
        told = sorted(self._told_in(start, end), key=lambda one: one.reckoned)
        found = []
        for one, stated in zip(told, window.figures, strict=False):
            sentence = self._source.of(stated)
            if sentence is not None and not one.reckoned:
                own = Window(sentence, (sentence.clause_with(stated),), (stated,))
                found.append((one.start, window if sentence is window.sentence else own))
        return found if any(own is not window for _, own in found) else []

    def _held(self, clauses: Sequence[TextSpan]) -> list[_Held]:
        """Hold the clauses with a quantity first: what is said beside them stands beside theirs."""
        found: dict[TextSpan, _Held] = {}
        near: list[SourceSentence] = []
        counted = [span for span in clauses if self._told_in(*span)]
        for span in (*counted, *(one for one in clauses if one not in counted)):
            found[span] = self._hold(*span, near)
            if (window := found[span].window) is not None and not near:
                near = self._source.beside(window.sentence)
            elif window is not None and span in counted:
                near += self._source.beside(window.sentence)
        return [found[span] for span in clauses]

    def _hold(self, start: int, end: int, near: Sequence[SourceSentence]) -> _Held:
        told = [one for one in self._told if start <= one.start and one.end <= end]
        known = [*((one.start, one.end) for one in told), *self._naming.spans(start, end), *self._directions]
        said = self._said.says(start, end, known)
        if not told and not (said and cover(self._said, start, end, _NOTHING, known, self._phrases).left):
            return _Held(None)
        text = self._said.text[start:end]
        around = list(dict.fromkeys(near)) or self._source.likest(text, _LIKEST)
        if not told and is_frame(self._naming.without_names(start, end), near[:1]):
            return _Held(None)
        rows = [one.stated for one in sorted(told, key=lambda one: one.reckoned)]
        windows = windows_telling(rows, self._source) if told else windows_like(text, around)
        best: _Held | None = None
        for window in windows:
            held = self._against(window, start, end, told, known)
            if best is None or held.cost < best.cost:
                best = held
            if not best.left:
                return best
        return best or _Held(None, [self._all(start, end)], _FAULT)

    def _all(self, start: int, end: int) -> Leftover:
        return Leftover(start, end, self._said.text[start:end].strip())

    def _against(
        self, window: Window, start: int, end: int, told: Sequence[ToldFigure], known: Sequence[TextSpan]
    ) -> _Held:
        terms = [stated for one in told if one.reckoned for stated in one.stated]
        sentence, clause = window.sentence, self._said.text[start:end]
        layers = layers_of(window, self._source, terms, counted=bool(told))
        found = cover(self._said, start, end, layers, known, self._phrases)
        left = [Leftover(low, high, self._said.text[low:high]) for low, high in found.left]
        said = self._told_up_to(reach_of(self._said.text, (start, end), self._clauses))
        here = [one for one in window.figures if self._source.of(one) is sentence]
        spans = [own_part(sentence, one) for one in here] or [sentence.clauses[one] for one in window.clauses]
        # Of a number that may be another's, what is said before it has to stand before it there.
        unsure = max((one.start for one in told if one.unsure), default=start)
        if found.far:
            rows = zip(told, window.figures, strict=False)
            bases = [stated for one, stated in rows if self._is_base(one, sentence, start, end)]
            counted = [one for one in here if one not in bases]
            parts = [own_part(sentence, one) for one in counted] if here else spans
            core = list(core_words(sentence, parts, counted))
            length = end - start - sum(high - low for low, high in known if start <= low and high <= end)
            elsewhere = not told and 2 * sum(high - low for low, high in found.far) > length
            onward = self._told_up_to(goes_on(end, self._clauses, self._told))
            if elsewhere or not (
                (core or told) and all(is_word_told(onward, sentence, word) for word in core)
            ):
                unsure = end
        doubted = any(one.unsure for one in told)
        for low, high in found.far:
            raw = self._said.text[low:high]
            nobodys = low < unsure or doubted or (layers.is_left and is_completion(raw))
            nobodys = nobodys or is_of_another(
                (low, high), self._said, window, self._source, self._told_up_to()
            )
            left += [Leftover(low, high, raw)] if nobodys and raw not in GENERIC_WORDS else []
        if TOTALLING in clause and is_told_apart(window):
            left.append(Leftover(start, end, TOTALLING))
        # 因为打官司，52万元没收回: what the clause of a figure denies is told with the figure.
        places = [sentence.place_of(s)[0] for s in self._stated if self._source.of(s) is sentence]
        untold = [span for span in spans if not told and not any(place in range(*span) for place in places)]
        if any(self._blurs(sentence, span, start, end) for span in untold):
            left.append(self._all(start, end))
        own = [stated for one, stated in zip(told, window.figures, strict=False) if not one.reckoned]
        if tells_another(clause, f"{said}|{self._asked}", window, self._source, own):
            left.append(self._all(start, end))
        done = is_told_done(sentence, [sentence.clauses[one] for one in window.clauses], clause)
        parted = is_parted(sentence, here) and not MARK.search(self._said.text, start, end)
        swapped = is_swapped(self._said.text, told, window, here, doubted=doubted)
        marked = marks_another(self._said.text, (start, end), window, self._source, self._told)
        joined = not left and joins_two_clauses(clause, window, self._source, self._stated)
        if done or parted or swapped or marked or joined or turns_more(clause, layers.own.text):
            left.append(self._all(start, end))
        for one, stated in zip(told, window.figures, strict=False):
            apart = one.unsure and self._source.of(stated) is not sentence
            if apart and not (
                counts_there(self._said.text, one.end, stated, self._source)
                or is_part_of(told[0].stated[:MOST_STATED], stated, self._source, self._said.text)
            ):
                left.append(Leftover(one.start, one.end, self._said.text[one.start : one.end]))
            left += () if one.reckoned else self._undone(one, stated, said, start, end)
        return _Held(window, left, found.cost + _FAULT * len(left))

    def _undone(
        self, told: ToldFigure, stated: Statement, said: str, start: int, end: int
    ) -> Iterable[Leftover]:
        """Yield the figure where the clause leaves out what was done with it, or that it was not done."""
        sentence = self._source.of(stated)
        if sentence is None:
            return
        reached = is_earlier_level(stated) and is_reached(self._said.text, told.start)
        now = len(self._told) == 1 and is_told_as_now(stated, self._told_up_to())
        wrong = is_superseded(stated) and not any(told.end <= one.start for one in self._told)
        alone = self._told_in(start, end) == [told]
        another = alone and is_done_with_another(sentence, stated, self._said.text[start:end])
        if reached or now or wrong or another:
            yield self._all(start, end)
        told_so = self._is_base(told, sentence, start, end) or not leaves_out_deed(sentence, stated, said)
        if not told_so and leaves_out_deed(sentence, stated, self._asked):
            yield Leftover(told.start, told.end, self._said.text[told.start : told.end])
        if self._blurs(sentence, own_part(sentence, stated), start, end, figure=True):
            yield self._all(start, end)

    def _is_base(self, told: ToldFigure, sentence: SourceSentence, start: int, end: int) -> bool:
        """Whether a figure opens its clause and only says of how many another of its sentence is told (64栋修好51栋).

        Or it stands right behind that, as in English (33 of the 37).
        """
        names = list(self._naming.spans(start, told.start))
        opens = not self._said.has_content(start, told.start, names)
        last = end if opens else told.end
        return is_of_told_beside(self._said.text, told, sentence, self._told, last, self._source)

    def _blurs(
        self, sentence: SourceSentence, span: TextSpan, start: int, end: int, *, figure: bool = False
    ) -> bool:
        """Whether a clause leaves out a word of the source that denies, plans or blurs."""
        late = not figure and leaves_out_deadline(sentence, span, self._said.text)
        # 退还多收的利息，共计3120万元: what says no more than a figure goes on from what was said before it.
        said = self._told_up_to(
            reach_of(self._said.text, (start, end), self._clauses),
            0 if figure and self._is_bare(start, end) else start,
        )
        before = self._said.text[:start]
        return late or leaves_out_denial(sentence, span, said, before)
