"""What may account for a clause of a sentence: the source's clauses that it is held against in, two layers out."""

import re
from collections.abc import Sequence
from typing import Final

from checker.accounting.covering import Layers
from checker.accounting.omissions import UNDONE
from checker.accounting.relations.plans import REST, is_planned_on, is_to_be_done
from checker.accounting.sources import SourceSentence, SourceSentences
from checker.accounting.spans import WordedText, part_start
from checker.accounting.windows import Window
from corpus.figure import Statement
from corpus.lexicon.function_words import FINDING_WORDS, FOUND_NOUNS
from corpus.lexicon.wording.connectives import any_connective, connectives
from corpus.numerals import normalise
from corpus.organisations.anaphors import OURS

_RECKONING: Final = sorted(connectives("reckoned"))
"""Words that say how a quantity was reckoned from stated ones."""
_REST: Final = "|".join(sorted(connectives("rest")))
"""What a figure is of which the source says that it is not done yet."""
_LABEL: Final = re.compile(r"[^:，,；;。\d]{2,12}:")
"""What heads all parts of a sentence (临时救助：2022年215人次；2023年302人次)."""
_SCOPE: Final = re.compile("全[省市县区州盟旗镇乡校院]")
"""Whose all that is which names nobody, where the passage says so anywhere."""
_COUNTED: Final = sorted(connectives("counted"))
"""What is counted where a source's clause leaves it unsaid."""
_PEOPLE: Final = "人"
(_INVOLVED,) = connectives("involving")
"""What may be said of a figure that stands right behind another (153户，涉及389人)."""
_LEFT: Final = re.compile(any_connective("leaving"))
"""What says that something is left to be done, and not only that it is another."""


def layers_of(
    window: Window, source: SourceSentences, terms: Sequence[Statement], *, counted: bool
) -> Layers:
    """Return what may account for a clause: the window's clauses, and what is carried into them.

    ``terms`` are the statements that the clause's figures were reckoned from; ``counted`` says that it tells figures.
    """
    sentence = window.sentence
    own = _Joined()
    for number in window.clauses:
        own.add_clause(sentence, number)
    if sentence.row_head:
        own.add(sentence.row_head)
    if OURS.search(window.text):
        own.add(normalise(sentence.passage.title))
    clauses = (sentence.clauses[number] for number in window.clauses)
    if counted and any(word.text in UNDONE for span in clauses for word in sentence.words(*span)):
        own.add(_REST)
    if counted and _is_found(window):
        own.add(FINDING_WORDS[0])
    for word in _RECKONING if terms else ():
        own.add(word)
    for stated in window.figures:
        if stated in sentence.statements:  # 甲、乙两类，分别为3项、5项
            place = sentence.place_of(stated)[0]
            own.add(sentence.heads.get(place, ""))
            if sentence.text[place - 1 : place] == "、" and any(
                high == place - 1 for _, high in sentence.figures
            ):
                own.add(_INVOLVED)  # 153户、389人
            own.add(_level_before(sentence, stated))
        if source.is_cell(stated):  # its row has no words: those of the column are its own
            own.add(normalise(stated.figure.metric))
    for stated in (*window.figures, *terms):
        other = source.of(stated)
        if other is not None and (other is not sentence or stated in terms):
            own.add_clause(other, other.clause_with(stated))
    first = sentence.clauses[window.clauses[0]][0]
    since = part_start(sentence.text, first)
    carried = [one for stated in window.figures for one in (stated.figure.org, stated.figure.metric)]
    people = any(one.figure.unit.startswith(_PEOPLE) for one in window.figures)
    nouns = [one for one in _COUNTED if people or not one.startswith(_PEOPLE)] if counted else []
    # What goes on within a sentence is told of whom that sentence names.
    before = sentence.before if counted or not window.clauses[0] else ""
    scopes = [] if sentence.names or sentence.names_before else _SCOPE.findall(sentence.passage.text)
    label = _LABEL.match(sentence.text, 0, since)
    further = (
        label[0] if label else "",
        sentence.text[since:first],
        before,
        sentence.over,
        *map(normalise, carried),
        *nouns,
        *scopes,
    )
    is_rest = counted and any(word in window.text for word in REST)
    is_left = bool(_LEFT.search(window.text))
    ahead = "" if _is_done_too(window) else _ahead(window, surely=True)
    will = bool(_ahead(window) or (not counted and _ahead(_with_rest_of_part(window))))
    planned = any(is_planned_on(sentence, sentence.clauses[number]) for number in window.clauses)
    return Layers(
        own.worded(),
        WordedText("|".join(further)),
        is_rest=is_rest,
        is_left=is_left,
        ahead=ahead,
        will=will,
        planned=planned,
    )


def _level_before(sentence: SourceSentence, stated: Statement) -> str:
    """Return what the level is of that stands right before its change (货运量410万吨，同比增长8.3%), "" for what is no change."""
    number = sentence.clause_with(stated)
    if not (stated.figure.change and number) or sentence.parts(number):
        return ""
    start, end = sentence.clauses[number - 1]
    levels = [low for low, _ in sentence.figures if start <= low < end]
    return sentence.text[start : levels[0]] if len(levels) == 1 else ""


def _ahead(window: Window, *, surely: bool = False) -> str:
    """Return the clauses of a window that tell what is still to be done."""
    sentence = window.sentence
    spans = (sentence.clauses[number] for number in window.clauses)
    return "|".join(
        sentence.text[slice(*span)] for span in spans if is_to_be_done(sentence, span, surely=surely)
    )


def _with_rest_of_part(window: Window) -> Window:
    """Return a window with the clauses that go on from it, up to a semicolon."""
    last = window.clauses[-1] + 1
    while last < len(window.sentence.clauses) and not window.sentence.parts(last):
        last += 1
    return Window(window.sentence, (*window.clauses, *range(window.clauses[-1] + 1, last)), window.figures)


def _is_done_too(window: Window) -> bool:
    """Whether a deed that a window plans is told as done beside it, and not of what is left (计划建成50座，已建成40座)."""
    sentence = window.sentence
    spans = [sentence.clauses[number] for number in window.clauses]
    deeds = [
        word.text
        for span in spans
        if is_to_be_done(sentence, span)
        for word in sentence.words(*span)
        if word.is_deed
    ]
    left = any(word in sentence.text for word in REST)
    return not left and any(sentence.text.count(one) > 1 for one in deeds)


def _is_found(window: Window) -> bool:
    """Whether clauses only say how many problems there are, which were found by whoever tells of them (隐患241条)."""
    clauses = (window.sentence.clauses[number] for number in window.clauses)
    deeds = any(word.is_deed for span in clauses for word in window.sentence.words(*span))
    return not deeds and any(noun in window.text for noun in FOUND_NOUNS)


class _Joined:
    """Pieces of a source put one behind another, with the places where their quantities begin and end."""

    def __init__(self) -> None:
        self._text = ""
        self._edges: list[int] = []

    def add(self, piece: str) -> None:
        """Add a piece behind the others."""
        self._text += f"{piece}|"

    def add_clause(self, sentence: SourceSentence, number: int) -> None:
        """Add a clause of a sentence behind the others."""
        start, end = sentence.clauses[number]
        by = len(self._text) - start
        self._edges += [place + by for place in sentence.edges if start <= place <= end]
        self.add(sentence.text[start:end])

    def worded(self) -> WordedText:
        """Return the whole."""
        return WordedText(self._text, self._edges)
