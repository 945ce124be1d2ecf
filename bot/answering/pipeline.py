"""The answer pipeline: question, hits, draft, check, reply; then, where there is one, a language model.

A question in, a ``CheckedAnswer`` out. No figure leaves without a finding: the reply's own text goes through
``checker.check`` against the statements of the reports that it cites.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from bot.answer import CheckedAnswer, Draft
from bot.answering.clarification import Meant, ask_back, find_meant, is_bare, named_in_full, with_full_name
from bot.drafting.candidates import Found
from bot.drafting.comparison import asks_gap, member_sides, sides_of, year_sides
from bot.drafting.drafting import draft_answer
from bot.drafting.totals import asked_parts
from bot.generation.chat_models import ChatModel
from bot.generation.writer import Tell, Writer
from bot.listing.report_lists import ReportLists
from bot.messages import language_of, say, say_both
from bot.question.follow_up import may_lean
from bot.question.question import Question, Shape, Sought, asked_of
from bot.question.understanding import read_question
from bot.ranking.matching import Match, match_statements, told_apart
from bot.ranking.report_knowledge import Knowledge
from bot.ranking.scope import may_speak_of
from bot.ranking.term_weights import WordWeights
from bot.summary.requests import answer_request, read_request
from bot.summary.subjects import Subjects
from checker.check import check_claims
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

LONGEST_QUESTION: Final = 2000
"""Characters of a question; a longer one is a document, not a question."""

SEARCHED: Final = 10
"""Passages that a question is answered from."""

_AS_LIKELY: Final = 0.85
"""A match that scores this share of the best may as well be what is asked."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was understood, and the statement that answered it, None where none did."""

    question: Question
    anchor: Statement | None = None


class Answerer:
    """Answers questions from one index; keeps what it read of the reports between questions."""

    def __init__(self, index: "Index", model: ChatModel | None = None) -> None:
        """Answer from ``index``; where there is a ``model``, it writes the answers, which are then checked."""
        self._index = index
        self._knowledge = Knowledge(index)
        self._subjects = Subjects(index, self._knowledge)
        self._weights = WordWeights(index)
        self._lists = ReportLists()
        self._tagger = WordTagger()
        self._model = model
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
        self._knowledge.refresh()
        readable = [(text, before) for text, before in asked if not unusable(text) and not read_request(text)]
        self._prepared = {text: (before, self._read(text, before)) for text, before in readable}
        self._index.prepare([read.search for _, read in self._prepared.values()])

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
        self._knowledge.refresh()
        if refusal := unusable(question):
            seconds = monotonic() - began
            return CheckedAnswer(question, refusal, True, None, (), (), seconds=seconds), before
        if not self._knowledge.titles:
            text = say("answer.no_reports", language_of(question))
            return CheckedAnswer(question, text, True, None, (), (), seconds=monotonic() - began), before
        if summary := answer_request(question, self._subjects):
            return summary, before
        read, found, meant = self._understood(question, before, reports)
        if meant and len(meant.full) > 1:
            return ask_back(read, meant, monotonic() - began), Turn(read)
        draft = draft_answer(read, found)
        answer = self._checked(question, draft, monotonic() - began)
        answer = named_in_full(answer, meant, read.language) if meant else answer
        if self._model is not None and written:
            self._knowledge.learn_names(found.places)
            writer = Writer(self._model, self._knowledge.directory, self._knowledge.features)
            earlier = before.question.text if before and read.leans else ""
            statements = self._knowledge.statements(found.places)
            answer = writer.write(read, found.hits, statements, answer, earlier=earlier, tell=tell)
        answered = draft.statements[0] if draft.statements and not draft.refused else None
        return answer, Turn(read, answered or (before.anchor if before and read.leans else None))

    def find(
        self, question: str, after: Sequence[str] = (), reports: Sequence[str] = ()
    ) -> tuple[Question, Found]:
        """Return a question as it was understood and what was found for it, as ``ask`` goes on from it."""
        read, found, _ = self._understood(question, self.turn_before(question, after, reports), reports)
        return read, found

    def _understood(
        self, question: str, before: Turn | None, reports: Sequence[str]
    ) -> tuple[Question, Found, Meant | None]:
        """Read a question, search for it, and tell which organisations a bare name in it may mean."""
        earlier = before.question if before else None
        read = self._read(question, before)
        anchor = before.anchor if before and read.leans else None
        found = self._find(read, anchor, reports)
        meant = find_meant(read, found, earlier.orgs if earlier else ())
        if meant and len(meant.full) == 1:
            read = with_full_name(read, meant)
            found = self._find(read, anchor, reports) if meant.narrowed else found
        return read, found, meant

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
        self._knowledge.look_names_up(question)
        return read_question(question, self._knowledge.directory, earlier, self._knowledge.members)

    def _find(self, question: Question, anchor: Statement | None, reports: Sequence[str]) -> Found:
        """Search for a question, and match the statements of the reports that were found."""
        hits = self._index.search(question.search, k=SEARCHED, reports=reports)
        also = [
            report for report in self._knowledge.named_reports(question) if report in (reports or (report,))
        ]
        own = [anchor.report] if anchor else []
        named = list(dict.fromkeys([*(hit.report for hit in hits), *also, *own]))
        places = self._knowledge.places(named)
        speaking = [name for name in named if name in own or may_speak_of(question, places[name])]
        statements = self._knowledge.statements(speaking or named)
        liked = _liked(hits, statements)

        def match(asked: Question, sought: Sought, anchor: Statement | None = None) -> tuple[Match, ...]:
            own, among = self._knowledge.of_members(asked_of(asked, sought), statements)
            read = self._knowledge.features.of
            likeness = self._index.likeness
            return tuple(
                match_statements(own, sought, among, places, liked, anchor, self._weights.of, read, likeness)
            )

        matches = told_apart([match(question, sought, anchor) for sought in question.sought])
        searched = reports or tuple(self._knowledge.titles)
        sides = sides_of(question) if question.shape is Shape.COMPARE or asks_gap(question) else []
        if question.shape is Shape.COMPARE and not sides and matches and matches[-1]:
            near = [one.statement for one in matches[-1] if one.score > _AS_LIKELY * matches[-1][0].score]
            sides = year_sides(question, near)
        if question.shape is Shape.COMPARE and not sides:
            sides = member_sides(question, self._knowledge.members_of(question, named))
        compared = tuple((side, match(side.question, side.question.sought[-1])) for side in sides)
        parts = tuple(match(question, part) for part in asked_parts(question))
        return Found(
            tuple(hits),
            tuple(matches),
            places,
            tuple(searched),
            tuple(self._knowledge.of_members(question, statements)[1]),
            compared,
            parts,
            self._weights,
            self._lists,
            self._tagger,
        )

    def _checked(self, question: str, draft: Draft, seconds: float) -> CheckedAnswer:
        """Check every figure of a draft against the statements of the reports that it cites.

        Where the draft's own words fail, the same answer in the source's words takes its place.
        """
        began = monotonic()
        cited = [citation.report for citation in draft.citations]
        evidence = Evidence(
            self._knowledge.statements(cited), agreed=self._index.agreed, reader=self._knowledge.features
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
        claims = [*read_draft(draft.claims, evidence.directory), *draft.derived]
        for place, citation in draft.quoted:
            for one in self._knowledge.statements([citation.report]):
                if (one.start, one.report) == (citation.start, citation.report):
                    claims.append(quoted_claim(one, place - citation.start, draft.text))
        return check_claims(sorted(claims, key=lambda claim: claim.figure.start), evidence)


def quoted_claim(statement: Statement, by: int, text: str) -> Statement:
    """Return a quoted statement as a claim of ``text``, where it stands ``by`` characters further on.

    Raises ``HeduiError`` where its figure does not stand there: what is no quotation is never shown as one.
    """
    figure = statement.figure
    start, end = figure.start + by, figure.end + by
    if text[start:end] != figure.raw:
        raise HeduiError(*say_both("error.misquoted"), where=statement.title or statement.report)
    moved = replace(figure, start=start, end=end)
    return replace(statement, figure=moved, start=statement.start + by, end=statement.end + by)


def unusable(question: str) -> str:
    """Return the polite sentence for what is no question (empty, endless, without a word), else ""."""
    language = language_of(question)
    if not question.strip():
        return say("answer.empty", language)
    if len(question) > LONGEST_QUESTION:
        return say("answer.too_long", language, length=len(question), limit=LONGEST_QUESTION)
    if not any(character.isalpha() for character in question):
        return say("answer.no_words", language)
    return ""


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
