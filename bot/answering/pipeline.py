"""The answer pipeline: question, hits, draft, check, reply; then, where there is one, a language model.

A question in, a ``CheckedAnswer`` out. No figure leaves without a finding: the reply's own text goes through
``checker.check`` against the statements of the reports that it cites.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Final

from bot.answer import CheckedAnswer, Draft
from bot.answering.clarification import Meant, ask_back, find_meant, is_bare, named_in_full, with_full_name
from bot.answering.unusable import unusable
from bot.drafting.candidates import Found
from bot.drafting.comparison import asks_gap, sides_of, year_sides
from bot.drafting.drafting import draft_answer
from bot.drafting.totals import asked_parts
from bot.drafting.worked_out import terms_of
from bot.generation.chat_models import ChatModel
from bot.generation.restatement import Restater
from bot.generation.writer import Tell, Writer
from bot.listing.report_lists import ReportLists
from bot.messages import language_of, say, say_both
from bot.question.follow_up import may_lean
from bot.question.question import Question, Shape, Sought, asked_of
from bot.question.understanding import read_question
from bot.ranking.matching import Match, match_statements
from bot.ranking.report_knowledge import Knowledge
from bot.ranking.scope import may_speak_of
from bot.ranking.telling_apart import told_apart
from bot.ranking.term_weights import WordWeights
from bot.ranking.times.deed_dates import dates_of_deed
from bot.summary.requests import answer_request, read_request
from bot.summary.subjects import Subjects
from checker.check import check_claims, check_reckoned
from checker.evidence import Evidence
from checker.finding import Finding
from checker.verdicts import WRONG
from corpus.errors import HeduiError
from corpus.figure import Statement
from corpus.organisations.lac import WordTagger
from corpus.statements.statements import read_draft
from retrieval.hit import Hit

if TYPE_CHECKING:
    from retrieval.index import Index

SEARCHED: Final = 10
"""Passages that a question is answered from."""

_AS_LIKELY: Final = 0.85
"""A match that scores this share of the best may as well be what is asked."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was understood, and the statement that answered it, None where none did."""

    question: Question
    anchor: Statement | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """A reading of a question with what was found for it, whom its bare name may mean, and the draft it makes."""

    question: Question
    found: Found
    meant: Meant | None
    draft: Draft


class Answerer:
    """Answers questions from one index; keeps what it read of the reports between questions."""

    def __init__(self, index: "Index", model: ChatModel | None = None) -> None:
        """Answer from ``index``; where there is a ``model``, it writes the answers, which are then checked."""
        self.index = index
        self.knowledge = Knowledge(index)
        self.subjects = Subjects(index, self.knowledge)
        self._weights = WordWeights(index)
        self._lists = ReportLists()
        self._tagger = WordTagger()
        self._model = model
        self.restater = Restater(model) if model else None
        self._prepared: dict[str, tuple[Turn | None, Question]] = {}

    def ask(self, question: str, *, after: Sequence[str] = (), reports: Sequence[str] = ()) -> CheckedAnswer:
        """Answer a question that may lean on the questions ``after``, from ``reports`` (ids) or from all."""
        return self.answer(question, self.turn_before(question, after, reports), reports)[0]

    def turn_before(self, question: str, asked: Sequence[str], reports: Sequence[str] = ()) -> Turn | None:
        """Return the turn that a question may lean on, after those ``asked`` before it in this order.

        Answered again are no more of these than it takes; None where the question stands by itself.
        """
        needed: list[str] = []
        for earlier in reversed(asked):
            if not self._may_lean(question):
                break
            needed.append(earlier)
            question = earlier
        turn: Turn | None = None
        for earlier in reversed(needed):
            _, turn = self.answer(earlier, turn, reports, written=False)
        return turn

    def prepare(self, asked: Iterable[tuple[str, Turn | None]]) -> None:
        """Embed questions that will be answered next, each after its turn, together: that is quicker."""
        self.knowledge.refresh()
        readable = [(text, before) for text, before in asked if not unusable(text) and not read_request(text)]
        self._prepared = {text: (before, self._read(text, before)) for text, before in readable}
        self.index.prepare([read.search for _, read in self._prepared.values()])

    def answer(
        self,
        question: str,
        before: Turn | None = None,
        reports: Sequence[str] = (),
        tell: Tell | None = None,
        *,
        written: bool = True,
    ) -> tuple[CheckedAnswer, Turn | None]:
        """Answer a question after the turn ``before``; return the turn that the next one may lean on.

        ``tell`` is told each part of an answer that a model writes as soon as it is checked; ``written`` says
        whether the model is asked at all.
        """
        began = monotonic()
        self.knowledge.refresh()
        if refusal := unusable(question):
            seconds = monotonic() - began
            return CheckedAnswer(question, refusal, True, None, (), (), seconds=seconds), before
        if not self.knowledge.titles:
            text = say("answer.no_reports", language_of(question))
            return CheckedAnswer(question, text, True, None, (), (), seconds=monotonic() - began), before
        if summary := answer_request(question, self.subjects):
            return summary, before
        read = self._read(question, before)
        anchor = before.anchor if before and read.leans else None
        drafted = self.draft(read, anchor, reports, before.question.orgs if before else ())
        read, meant, draft = drafted.question, drafted.meant, drafted.draft
        if meant and len(meant.full) > 1:
            return ask_back(read, meant, monotonic() - began), Turn(read)
        answer = self.finish(question, drafted, monotonic() - began)
        if written:
            answer = self.write(drafted, answer, before.question.text if before and read.leans else "", tell)
        answered = draft.statements[0] if draft.statements and not draft.refused else None
        return answer, Turn(read, answered or (before.anchor if before and read.leans else None))

    def find(
        self, question: str, after: Sequence[str] = (), reports: Sequence[str] = ()
    ) -> tuple[Question, Found]:
        """Return a question as it was understood and what was found for it, as ``ask`` goes on from it."""
        before = self.turn_before(question, after, reports)
        read = self._read(question, before)
        anchor = before.anchor if before and read.leans else None
        drafted = self.draft(read, anchor, reports, before.question.orgs if before else ())
        return drafted.question, drafted.found

    def read(self, question: str) -> Question:
        """Return a question as it is understood by itself."""
        return self._read(question, None)

    def draft(
        self,
        read: Question,
        anchor: Statement | None = None,
        reports: Sequence[str] = (),
        spoken: Sequence[str] = (),
    ) -> Drafted:
        """Search for a question as it was read and draft its answer; nothing of it is checked yet.

        ``anchor`` is the statement that answered what it leans on, ``spoken`` the organisations that were
        spoken of, which tell whom a bare name means.
        """
        found = self._find(read, anchor, reports)
        meant = find_meant(read, found, spoken)
        if meant and len(meant.full) == 1:
            read = with_full_name(read, meant)
            found = self._find(read, anchor, reports) if meant.narrowed else found
        return Drafted(read, found, meant, draft_answer(read, found))

    def finish(self, question: str, drafted: Drafted, seconds: float = 0.0) -> CheckedAnswer:
        """Check a draft; return the answer to ``question``, with the name that a bare one was taken for."""
        answer = self.check(question, drafted.draft, seconds)
        meant = drafted.meant
        return named_in_full(answer, meant, drafted.question.language) if meant else answer

    def write(
        self, drafted: Drafted, answer: CheckedAnswer, earlier: str = "", tell: Tell | None = None
    ) -> CheckedAnswer:
        """Return the answer as the language model writes it, each sentence examined; as it is without a model."""
        if self._model is None:
            return answer
        found = drafted.found
        self.knowledge.learn_names(found.places)
        writer = Writer(self._model, self.knowledge.directory, self.knowledge.features)
        statements = self.knowledge.statements(found.places)
        return writer.write(drafted.question, found.hits, statements, answer, earlier=earlier, tell=tell)

    def _may_lean(self, question: str) -> bool:
        """Whether what is understood of a question may depend on what was asked before it."""
        if unusable(question) or read_request(question):
            return True  # it leaves the turn before as it was
        read = self._read(question, None)
        return may_lean(read) or any(map(is_bare, read.orgs))

    def _read(self, question: str, before: Turn | None) -> Question:
        prepared = self._prepared.pop(question, None)
        if prepared and prepared[0] is before:
            return prepared[1]
        earlier = before.question if before else None
        self.knowledge.look_names_up(question)
        known = self.knowledge
        return read_question(question, known.directory, earlier, known.members, known.units)

    def _find(self, question: Question, anchor: Statement | None, reports: Sequence[str]) -> Found:
        """Search for a question, and match the statements of the reports that were found."""
        hits = self.index.search(question.search, k=SEARCHED, reports=reports)
        also = [one for one in self.knowledge.named_reports(question) if one in (reports or (one,))]
        own = [anchor.report] if anchor else []
        named = list(dict.fromkeys([*(hit.report for hit in hits), *also, *own]))
        places = self.knowledge.places(named)
        speaking = [name for name in named if name in own or may_speak_of(question, places[name])]
        statements = self.knowledge.statements(speaking or named)
        liked = _liked(hits, statements)

        def match(asked: Question, sought: Sought, anchor: Statement | None = None) -> tuple[Match, ...]:
            own, among = self.knowledge.of_members(asked_of(asked, sought), statements)
            told = self._weights.of, self.knowledge.features.of, self.index.likeness, self.knowledge.sentences
            matched = match_statements(own, sought, among, places, liked, anchor, *told)
            return tuple(dates_of_deed(asked, sought, matched))

        matches = told_apart([match(question, sought, anchor) for sought in question.sought])
        sides = sides_of(question) if question.shape is Shape.COMPARE or asks_gap(question) else []
        if question.shape is Shape.COMPARE and not sides and matches and matches[-1]:
            near = [one.statement for one in matches[-1] if one.score > _AS_LIKELY * matches[-1][0].score]
            sides = year_sides(question, near)
        compared = tuple((side, match(side.question, side.question.sought[-1])) for side in sides)
        parts = told_apart([match(question, part) for part in asked_parts(question)])
        return Found(
            tuple(hits),
            tuple(matches),
            places,
            tuple(reports or self.knowledge.titles),
            tuple(self.knowledge.of_members(question, statements)[1]),
            compared,
            tuple(parts),
            tuple(match(one, one.sought[0]) for one in terms_of(question, self.read)),
            self._weights,
            self._lists,
            self._tagger,
            tuple(statements),
        )

    def check(self, question: str, draft: Draft, seconds: float = 0.0) -> CheckedAnswer:
        """Check every figure of a draft against the statements of the reports that it cites.

        Where the draft's own words fail, the same answer in the source's words takes its place.
        """
        began = monotonic()
        cited = [citation.report for citation in draft.citations]
        evidence = Evidence(
            self.knowledge.statements(cited), agreed=self.index.agreed, reader=self.knowledge.features
        )
        findings = self._findings(draft, evidence)
        if draft.plainer and any(finding.verdict in WRONG for finding in findings):
            draft = draft.plainer
            findings = self._findings(draft, evidence)
        return CheckedAnswer(
            question,
            draft.text,
            draft.refused,
            draft.direct,
            tuple(findings),
            draft.citations,
            seconds=seconds + monotonic() - began,
        )

    def _findings(self, draft: Draft, evidence: Evidence) -> list[Finding]:
        """Check what a draft says and what it quotes; a quotation counts what it counts in its report."""
        derived = draft.derived[1:] if draft.terms else draft.derived
        claims = [*read_draft(draft.claims, evidence.directory), *derived]
        for place, citation in draft.quoted:
            for one in self.knowledge.statements([citation.report]):
                if (one.start, one.report) == (citation.start, citation.report):
                    claims.append(quoted_claim(one, place - citation.start, draft.text))
        found = check_claims(sorted(claims, key=lambda claim: claim.figure.start), evidence)
        reckoned = [check_reckoned(draft.derived[0], draft.terms, evidence)] if draft.terms else []
        return [*reckoned, *found]


def quoted_claim(statement: Statement, by: int, text: str) -> Statement:
    """Return a quoted statement as a claim of ``text``, where it stands ``by`` characters further on.

    Raises ``HeduiError`` where its figure does not stand there: what is no quotation is never shown as one.
    """
    moved = statement.moved(by)
    figure = moved.figure
    if text[figure.start : figure.end] != figure.raw:
        raise HeduiError(*say_both("error.misquoted"), where=statement.title or statement.report)
    return moved


def _liked(hits: Sequence[Hit], statements: Sequence[Statement]) -> dict[tuple[str, int], float]:
    """Return how well the search liked the sentence of each statement, 0 to 1."""
    liked: dict[tuple[str, int], float] = {}
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.report, []).append(hit)
    for statement in statements:
        for hit in found.get(statement.report, ()):
            if hit.start <= statement.start < hit.end:
                key = (statement.report, statement.start)
                liked[key] = max(liked.get(key, 0.0), hit.score / best)
    return liked
