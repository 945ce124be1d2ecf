"""Answers written by a language model: passages in, a ``CheckedAnswer`` out in which no figure is unverified.

The model writes; each finished sentence is checked before it is shown. A sentence that fails is written once more
with what the check found; where it fails again, the source's own sentence takes its place, or the figure carries a
visible mark. Where the model fails, the answer made without it stands, with a word that says so.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Final

from bot.answer import CheckedAnswer, Citation
from bot.generation.chat_models import ChatModel, failure
from bot.generation.examination import Examiner
from bot.generation.fallback import fallen_back, joined_to, lacks_figure
from bot.generation.faults import Examined, Fault, moved
from bot.generation.furniture import without_furniture
from bot.generation.passages import cut_to_findings, fenced, numbered
from bot.generation.sentence_stream import cited_numbers, item_end, sentences_of, with_citations
from bot.messages import say
from bot.question.question import Question
from checker.comparison.features import FeatureReader
from checker.finding import Finding
from checker.verdicts import CONFIRMED
from corpus.errors import ModelFailure
from corpus.figure import Figure, Statement
from corpus.organisations.directory import Directory
from corpus.statements.metrics import is_scope
from prompts.loader import fill, neutral
from retrieval.hit import Hit

REPAIRS: Final = 4
"""Sentences of one answer that are written once more; the source speaks for the rest."""

_NOT_STATED: Final = re.compile(
    r"没有(?:写明|说明|提到|提及|载明|给出|相关)|未(?:写明|提及|载明|说明|提到)|(?:do|does|did) not (?:state|say|mention)",
    re.IGNORECASE,
)

_REFUSAL: Final = re.compile(
    r"(?:提供的)?(?:资料|报告|原文)[中里]?(?:没有|未)(?:写明|说明|提及|提到|载明|给出)(?:相关(?:内容|信息|数据))?[。.]?"
    r"|The (?:passages?|sources?|reports?) (?:do|does) not (?:state|say|mention) (?:it|this|that)\.?",
    re.IGNORECASE,
)
"""A refusal and nothing else: no passage need account for it."""

Tell = Callable[[str], None]
"""Told each part of an answer as soon as it may be shown."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of an answer that may be shown; the findings' offsets index ``text``."""

    text: str
    findings: tuple[Finding, ...] = ()
    own_line: bool = False


@dataclass(slots=True)
class _Answer:
    """An answer under way."""

    passages: tuple[Citation, ...]
    examiner: Examiner
    question: Question
    text: str = ""
    findings: list[Finding] = field(default_factory=list)
    quoted: set[tuple[str, int]] = field(default_factory=set)
    repairs: int = 0
    told: int = 0

    def tell_on(self, tell: Tell | None) -> None:
        """Tell what has not been told yet."""
        if tell is not None and self.told < len(self.text):
            tell(self.text[self.told :])
        self.told = len(self.text) if tell is not None else 0

    def add(self, part: Shown) -> None:
        """Add a part behind the others."""
        gap = (
            "\n"
            if part.own_line and self.text
            else " "
            if self.text and self.question.language == "en"
            else ""
        )
        start = len(self.text) + len(gap)
        self.findings += [moved(finding, start) for finding in part.findings]
        self.text += gap + part.text


class Writer:
    """Writes answers with a chat model and checks them against the passages that it was given."""

    def __init__(self, model: ChatModel, directory: Directory, reader: FeatureReader | None = None) -> None:
        """Write with ``model``; ``reader`` is whose that keeps the statements of the reports."""
        self._model = model
        self._directory = directory
        self._reader = reader

    def write(
        self,
        question: Question,
        hits: Sequence[Hit],
        statements: Iterable[Statement],
        without: CheckedAnswer,
        *,
        earlier: str = "",
        tell: Tell | None = None,
    ) -> CheckedAnswer:
        """Answer a question from the passages ``hits``; ``statements`` are those of their reports.

        ``without`` is the answer made without a model, which stands where the model fails; ``earlier`` is the
        question before, which this one may lean on.
        """
        began = monotonic()
        passages = numbered(hits, without.citations)
        if not passages:
            return without
        reckoned = [one.figure for one in without.findings if one.verdict in CONFIRMED]
        examiner = Examiner(passages, statements, self._directory, reckoned, self._reader, question.text)
        answer = _Answer(passages, examiner, question)
        try:
            for part in self._parts(answer, earlier):
                answer.add(part)
                # What has no source yet may have to give way to the answer made without the model.
                if cited_numbers(answer.text):
                    answer.tell_on(tell)
            self._require_sources(answer)
        except ModelFailure as failed:
            return self._broken_off(answer, without, failed, monotonic() - began, tell)
        finished = self._finished(answer, without, monotonic() - began)
        if finished.refused:
            return finished
        answer.tell_on(tell)
        if not lacks_figure(finished, without):
            return finished
        joined = joined_to(finished.text, finished.findings, finished.citations, without)
        if tell is not None:
            tell(joined.text[len(finished.text) :])
        return replace(joined, mode=finished.mode, seconds=finished.seconds)

    def _broken_off(
        self, answer: _Answer, without: CheckedAnswer, failed: ModelFailure, seconds: float, tell: Tell | None
    ) -> CheckedAnswer:
        """Return the answer made without the model, behind what a person has been told already."""
        instead = fallen_back(without, failed, answer.question.language, seconds)
        if not answer.told:
            if tell is not None:
                tell("\n" + instead.text)
            return instead
        told = answer.text[: answer.told]
        findings = tuple(one for one in answer.findings if one.figure.end <= answer.told)
        used = set(cited_numbers(told))
        citations = tuple(cut_to_findings(one, findings) for one in answer.passages if one.n in used)
        joined = joined_to(told, findings, citations, instead)
        if tell is not None:
            tell(joined.text[answer.told :])
        return joined

    def _parts(self, answer: _Answer, earlier: str) -> Iterator[Shown]:
        """Yield what may be shown of the model's answer, sentence by sentence."""
        for sentence in self._sentences(answer, earlier):
            if _REFUSAL.fullmatch(sentence):
                yield Shown(sentence)
                continue
            # The numbers go to the end first, so that the offsets of figures stay as they are.
            examined = answer.examiner.examine(with_citations(sentence, cited_numbers(sentence)), answer.text)
            if examined.faults:
                examined = self._repaired(answer, examined)
            if examined.faults:
                yield from self._replaced(answer, examined)
            else:
                yield _shown(answer, examined)

    def _sentences(self, answer: _Answer, earlier: str) -> Iterator[str]:
        user = fill(
            "answer_user",
            count=len(answer.passages),
            passages=fenced(answer.passages),
            history=fill("history", earlier=neutral(earlier)) if earlier else "",
            question=neutral(answer.question.text),
        )
        for sentence in sentences_of(self._model.stream(fill("answer_system"), user)):
            if own := without_furniture(sentence):
                yield own

    def _repaired(self, answer: _Answer, examined: Examined) -> Examined:
        """Let the model write a sentence once more; return it if it passes, else the one that there was."""
        if answer.repairs >= REPAIRS:
            return examined
        answer.repairs += 1
        user = fill(
            "repair_user",
            count=len(answer.passages),
            passages=fenced(answer.passages),
            question=neutral(answer.question.text),
            sentence=neutral(examined.text),
            findings="\n".join(_explained(fault) for fault in examined.faults),
        )
        try:
            written = without_furniture("".join(self._model.stream(fill("answer_system"), user)))
        except ModelFailure:
            return examined
        if not written or "\n" in written or _NOT_STATED.search(written):
            return examined
        again = answer.examiner.examine(with_citations(written, cited_numbers(written)), answer.text)
        return examined if again.faults else again

    def _replaced(self, answer: _Answer, examined: Examined) -> Iterator[Shown]:
        """Yield the source's own sentences for a sentence that failed, or the sentence with its marks."""
        found = answer.examiner.sources_for(examined)
        if not found:
            yield _marked(answer.examiner, examined, answer.question.language, len(answer.passages))
            return
        for statement in found:
            key = (statement.report, statement.start)
            if key not in answer.quoted:
                answer.quoted.add(key)
                yield _quoted(answer, statement)

    def _require_sources(self, answer: _Answer) -> None:
        """Raise ``ModelFailure`` for an answer that shows nothing, or nothing that has a source."""
        if not answer.text.strip():
            raise failure("empty", self._model.name)
        if not cited_numbers(answer.text) and not _NOT_STATED.search(answer.text):
            raise failure("uncited", self._model.name)

    def _finished(self, answer: _Answer, without: CheckedAnswer, seconds: float) -> CheckedAnswer:
        """Return the answer with the citations that it uses, each narrowed to the sentences it rests on."""
        used = set(cited_numbers(answer.text))
        citations = tuple(cut_to_findings(one, answer.findings) for one in answer.passages if one.n in used)
        refused = bool(not citations and _NOT_STATED.search(answer.text))
        if refused:
            return _refused(answer, without, self._model.name, seconds)
        return CheckedAnswer(
            without.question,
            answer.text,
            False,
            _direct(without, answer.findings),
            tuple(answer.findings),
            citations,
            self._model.name,
            without.seconds + seconds,
        )


def _explained(fault: Fault) -> str:
    told = fault.finding.explanation if fault.finding else say(f"model.{fault.why}")
    return f"“{fault.raw}”：{neutral(told)}"


def _shown(answer: _Answer, examined: Examined) -> Shown:
    """Return a sentence that passed, with the numbers of the passages that its figures stand in."""
    text = _cited(answer.examiner, examined.text, examined.findings, len(answer.passages), examined.held)
    return Shown(text, examined.findings, own_line=item_end(text, answer.text) > 0)


def _cited(
    examiner: Examiner, sentence: str, findings: Iterable[Finding], last: int, held: Sequence[int] = ()
) -> str:
    """Put the right numbers behind a sentence: those of the passages that its figures, or its words, stand in.

    Where none is known, its own are left, but for those of passages that there are not.
    """
    mine = [number for number in cited_numbers(sentence) if 1 <= number <= last]
    right = list(held)
    for finding in findings:
        if is_scope(finding.figure) or not finding.evidence:
            continue
        number = examiner.number_of(finding.evidence[0])
        if number is not None and number not in right:
            right.append(number)
    kept = [number for number in mine if number in right]
    return with_citations(sentence, list(dict.fromkeys([*kept, *right])) or mine)


def _marked(examiner: Examiner, examined: Examined, language: str, last: int) -> Shown:
    """Return a sentence with a visible mark behind each number that failed."""
    text = _cited(examiner, examined.text, examined.findings, last)
    findings = list(examined.findings)
    for fault in sorted(examined.faults, key=lambda one: -one.end):
        mark = say("model.unverified", language, why=say(f"model.{fault.why}", language))
        text = text[: fault.end] + mark + text[fault.end :]
        findings = [moved(one, len(mark)) if one.figure.start >= fault.end else one for one in findings]
    return Shown(text, tuple(findings))


def _quoted(answer: _Answer, statement: Statement) -> Shown:
    """Return the source's own sentence; each of its figures counts what it counts there."""
    number = answer.examiner.number_of(statement)
    quote = statement.quote.strip()
    text = say("model.source", answer.question.language, quote=quote, n=number)
    lead = len(statement.quote) - len(statement.quote.lstrip())
    by = text.index(quote) - lead - statement.start
    findings = [
        moved(finding, by) for finding in answer.examiner.findings_of(statement.report, statement.start)
    ]
    return Shown(text, tuple(findings), own_line=True)


def _refused(answer: _Answer, without: CheckedAnswer, model: str, seconds: float) -> CheckedAnswer:
    """Return a refusal: the one made without a model, which says what was searched, else the model's."""
    seconds += without.seconds
    if without.refused:
        return replace(without, seconds=seconds)
    return CheckedAnswer(without.question, answer.text, True, None, (), (), model, seconds)


def _direct(without: CheckedAnswer, findings: Sequence[Finding]) -> Figure | None:
    """Return the figure that answers the question: the one found without a model, where the model tells it."""
    told = [one.figure for one in findings if one.verdict in CONFIRMED and not is_scope(one.figure)]
    known = without.direct
    if known and any((one.value, one.unit) == (known.value, known.unit) for one in told):
        return known
    return None if known is None and without.refused and not told else (told[0] if told else known)
