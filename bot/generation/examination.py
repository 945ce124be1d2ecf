"""Whether a model's sentence may be shown: a sentence and the passages in, a finding for each number out.

A model may say anything, so more is asked of its text than of a person's draft: a plan or an example needs a
plan or an example in the source, a number that is not read as a figure must stand in the source as it is, an
organisation that a sentence names must be the one that its figures are of, and every word must be accounted for.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Final

from bot.answer import Citation
from bot.english.sentences import is_english
from bot.generation.accounts import Accounts
from bot.generation.faults import Examined, Fault, fault_of, moved, told_twice
from bot.generation.own_reckoning import (
    SHARE_KINDS,
    counts_of_told,
    lasting_of_told,
    own_reckonings,
    shares_of_told,
)
from bot.generation.passages import is_in
from bot.generation.sentence_stream import cited_numbers, without_numbers
from bot.generation.stray_numbers import stray_numbers
from bot.generation.told_figures import (
    as_accounted,
    equal_statements,
    is_for_the_account,
    told_as_stated,
    told_figure,
)
from bot.messages import say
from bot.summary.facts import is_never_checked
from checker.alignment.joint import Together
from checker.alignment.wording import sentences
from checker.cases import Case
from checker.check import judge
from checker.comparison.features import FeatureReader
from checker.comparison.likeness import compare_owners
from checker.comparison.plan_marks import EXAMPLE, PLAN, find_mark, is_planned, unmarked
from checker.evidence import Evidence
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, Verdict
from corpus.figure import Figure, Kind, Qualifier, Statement
from corpus.numerals import normalise
from corpus.organisations.directory import Directory
from corpus.organisations.mention import Mention, MentionKind
from corpus.organisations.mentions import find_organisations
from corpus.organisations.sameness import Sameness
from corpus.statements.metrics import is_scope
from corpus.statements.statements import read_draft
from corpus.words import character_pairs

CONTEXT: Final = 160
"""Characters before a sentence that are read with it: whose figures they are may stand there."""

WORDED_LIKE: Final = 0.6
"""Share of the pairs of characters of two sentences from which on one is the other told anew."""

_ALIKE_ENOUGH: Final = 0.5
"""Least likeness of two metrics at which the source's sentence may stand in for a wrong one."""


class Examiner:
    """Checks sentences against the statements of the passages that they were written from."""

    def __init__(
        self,
        passages: Sequence[Citation],
        statements: Iterable[Statement],
        directory: Directory,
        reckoned: Iterable[Figure] = (),
        reader: FeatureReader | None = None,
        asked: str = "",
    ) -> None:
        """Keep the quantities of the passages; times and rounds may stand elsewhere in their reports.

        ``reckoned`` are figures that were worked out without the model: it may tell them, but none of its own.
        ``reader`` is whose that keeps the statements for longer than this examination; what the question ``asked``
        says need not be said again.
        """
        self._statements = [one for one in statements if is_scope(one.figure) or is_in(one, passages)]
        self._directory = directory
        self._reader = reader or FeatureReader()
        self.evidence = Evidence(self._statements, directory, reader=self._reader)
        self._cited: dict[tuple[int, ...], Evidence] = {}
        self._accounts = Accounts(passages, self._statements, directory, asked)
        self._reckoned = {(one.value, one.unit) for one in reckoned}
        self.passages = passages
        """The passages that sentences are examined against."""
        self._texts = [normalise(passage.quote) for passage in passages]
        self._own = {one.quote.strip(): one for one in self._statements if is_in(one, passages)}
        self._titles = " ".join(normalise(passage.title + passage.section) for passage in passages)

    def examine(self, sentence: str, context: str = "") -> Examined:
        """Return what the check finds in a sentence that follows ``context``."""
        plain = without_numbers(sentence)
        numbers = cited_numbers(sentence)
        # A number of the wrong passage of the right report is a slip, which is mended where the sentence is shown.
        reports = {one.report for one in self.passages if one.n in numbers}
        cited = tuple(one.n for one in self.passages if one.report in reports)
        if is_english(plain):
            foreign, holding = self._accounts.held_in_english(plain, cited)
            return Examined(sentence, (), tuple(foreign), holding)
        names = self._names_in(plain)
        before = "" if names else without_numbers(context)[-CONTEXT:].rstrip()
        if (own := self._quotation(plain, cited)) and not self._names_in(before):
            return Examined(sentence, tuple(own), ())
        claims = [
            claim.moved(-len(before))
            for claim in read_draft(before + plain, self._directory)
            if claim.figure.start >= len(before)
        ]
        judged: list[tuple[Statement, Finding, str]] = []
        for beside in sentences(claims):
            together = cache(partial(Together, beside))
            judged += [(claim, *self._judged(claim, together, cited)) for claim in beside]
        rows = [(one, found) for one, found, _ in judged]
        reckoned = own_reckonings(claims) | shares_of_told(rows)
        for start, end in lasting_of_told(rows) | counts_of_told(claims):
            plain = plain[:start] + " " * (end - start) + plain[end:]
        judged = [(one, found, "" if one.figure.start in reckoned else why) for one, found, why in judged]
        judged = [row for row in judged if plain[row[0].figure.start :][:1].strip()]
        faults = [fault_of(claim, finding, why) for claim, finding, why in judged if why]
        faults += told_twice(judged)
        faults += stray_numbers(plain, [claim.figure for claim in claims], context, self._stands)
        held: tuple[int, ...] = ()
        if not faults:
            nobodys, held = self._accounted(plain, judged, reckoned, context, cited)
            faults += nobodys
        findings = tuple(finding if faults else as_accounted(finding) for claim, finding, _ in judged)
        return Examined(sentence, findings, tuple(sorted(faults, key=lambda one: one.start)), held)

    def _accounted(
        self,
        plain: str,
        judged: Sequence[tuple[Statement, Finding, str]],
        reckoned: Mapping[int, Sequence[Statement]],
        context: str,
        cited: tuple[int, ...],
    ) -> tuple[list[Fault], tuple[int, ...]]:
        """Return a fault for what of a sentence no passage accounts for, and the passages that hold it.

        ``reckoned`` are, by their starts, the figures that follow from others of the sentence.
        """
        told, stated = [], []
        for claim, finding, _ in judged:
            if not is_scope(claim.figure):
                equal = self._equal(claim, cited)
                terms = [
                    one
                    for term in reckoned.get(claim.figure.start, ())
                    for one in self._equal(term, cited)[:1]
                ]
                told.append(told_figure(claim, finding, equal, terms))
                stated.append(told_as_stated(told[-1], equal))
        faults, held = self._accounts.held(plain, told, context, cited)
        if faults and stated != told:
            again, others = self._accounts.held(plain, stated, context, cited)
            return (faults, held) if again else (again, others)
        return faults, held

    def _judged(
        self, claim: Statement, together: Callable[[Evidence], Together], cited: tuple[int, ...]
    ) -> tuple[Finding, str]:
        """Return the finding on a claim among those of its sentence, and why it may not be shown, "" where it may.

        The passages that the sentence cites decide. What another passage states is the claim's only where
        both name the same organisation. ``together`` aligns the sentence with an evidence, once for all its figures.
        """
        if cited:
            evidence = self._evidence_of(cited)
            own = self._judge(claim, evidence, together(evidence))
            if not (why := self._why(claim, own, cited)) or len(cited) == len(self.passages):
                return own, why
            if not claim.figure.org and not is_scope(claim.figure):
                return own, why
        finding = self._judge(claim, self.evidence, together(self.evidence))
        if why := self._why(claim, finding, cited):
            return finding, why
        if finding.evidence and not is_scope(claim.figure):
            owner = finding.evidence[0].figure.org
            if not claim.figure.org or compare_owners(claim.figure.org, owner) is not Sameness.SAME:
                told = say("model.why_uncited")
                return replace(finding, verdict=Verdict.UNSUPPORTED, explanation=f"{told}。"), "why_uncited"
        return finding, ""

    def _why(self, claim: Statement, finding: Finding, cited: tuple[int, ...]) -> str:
        """Return why a figure with this finding may not be shown, as a key of the catalogue, else ""."""
        row = VERDICT_ROWS[finding.verdict]
        if row.is_stated or (row.leaves_alone and not self._is_unsure(claim, finding)):
            return ""
        if row.is_confirmed and (claim.figure.value, claim.figure.unit) in self._reckoned:
            return ""
        if claim.figure.kind is Kind.DURATION and claim.figure.value == 1 and not finding.evidence:
            return ""  # 一天15元 may be told of 每天15元: the account weighs its words
        if claim.figure.kind is Kind.DATE or is_for_the_account(claim, finding, self._equal(claim, cited)):
            return ""  # the account weighs every time that a sentence names
        return f"why_{finding.verdict}"

    def _equal(self, claim: Statement, cited: tuple[int, ...]) -> list[Statement]:
        """Return the statements of a claim's quantity in the cited passages, in all where none is cited."""
        passages = [one for one in self.passages if one.n in cited] or self.passages
        blurred = claim.figure.kind in SHARE_KINDS and claim.figure.qualifier is not Qualifier.EXACT
        known = self._statements if blurred else self.evidence.of_value(claim)
        return equal_statements(claim, known, passages, self._reader)

    def _evidence_of(self, cited: tuple[int, ...]) -> Evidence:
        if cited not in self._cited:
            passages = [one for one in self.passages if one.n in cited]
            stated = [one for one in self._statements if is_scope(one.figure) or is_in(one, passages)]
            self._cited[cited] = Evidence(stated, self._directory, reader=self._reader)
        return self._cited[cited]

    def _judge(self, claim: Statement, evidence: Evidence, together: Together) -> Finding:
        """Judge a claim; one marked as a plan or an example is judged by what the source has marked so."""
        finding = judge(Case(claim, evidence, together))
        never = claim.figure.kind in (Kind.IDIOM, Kind.DOCUMENT_NUMBER)
        if never or not VERDICT_ROWS[finding.verdict].leaves_alone:
            return finding
        mark = PLAN if is_planned(claim) else EXAMPLE
        case = Case(unmarked(claim), evidence)
        if is_scope(claim.figure):
            return judge(case)
        equal = equal_statements(claim, evidence.of_value(claim), self.passages, self._reader)
        marked = tuple(one for one in equal if find_mark(one, mark))
        return replace(finding, verdict=Verdict.SUPPORTED, evidence=marked) if marked else finding

    def _is_unsure(self, claim: Statement, finding: Finding) -> bool:
        """Whether a figure that the check lets be is nowhere in the passages: a plan, an example, a document."""
        if not VERDICT_ROWS[finding.verdict].leaves_alone:
            return False
        if claim.figure.kind is Kind.IDIOM:
            return False
        if claim.figure.kind is Kind.DOCUMENT_NUMBER:
            return not self._stands(normalise(claim.figure.raw))
        return True

    def _stands(self, text: str) -> bool:
        return any(text in passage for passage in self._texts) or text in self._titles

    def _names_in(self, plain: str) -> list[Mention]:
        """Return the organisations that a sentence names."""
        mentions = find_organisations(plain, 0, len(plain), self.evidence.directory)
        return [one for one in mentions if one.kind is MentionKind.ORGANISATION]

    def sources_for(self, examined: Examined) -> list[Statement]:
        """Return statements whose sentences tell what a sentence with faults was meant to tell, one for each.

        The sentence that it is worded like stands for all of them; where there is none, and one fault has no
        statement of its own, there are none.
        """
        if (like := self._worded_like(examined.text)) is not None:
            return [like]
        found = [self._source_for(fault) for fault in examined.faults]
        stated = [one for one in found if one is not None]
        return stated if len(stated) == len(found) else []

    def _worded_like(self, sentence: str) -> Statement | None:
        """Return a statement of the passages' sentence that shares most of its pairs of characters."""
        mine = character_pairs(without_numbers(sentence).strip())
        shared = [
            (len(mine & (theirs := character_pairs(quote.strip()))) / max(1, len(mine | theirs)), quote)
            for quote in self._own
        ]
        best = max(shared, default=(0.0, ""))
        return self._own[best[1]] if best[0] >= WORDED_LIKE else None

    def _source_for(self, fault: Fault) -> Statement | None:
        """Return the statement of the passages that tells what a wrong figure was meant to tell, or None."""
        if fault.stated is not None or fault.claim is None:
            return fault.stated
        for candidate in Case(fault.claim, self.evidence).candidates:
            likeness = candidate.likeness
            told = candidate.same_owner and not likeness.conflict and likeness.metric >= _ALIKE_ENOUGH
            if told and is_in(candidate.statement, self.passages):
                return candidate.statement
        return None

    def _quotation(self, plain: str, cited: tuple[int, ...]) -> list[Finding]:
        """Return a finding for each figure of a sentence that is a passage's own, whole; none where it is not."""
        own = self._own.get(plain.strip())
        number = self.number_of(own) if own else None
        if own is None or (cited and number not in cited):
            return []
        lead = len(plain) - len(plain.lstrip()) - (len(own.quote) - len(own.quote.lstrip()))
        return [moved(one, lead - own.start) for one in self.findings_of(own.report, own.start)]

    def findings_of(self, report: str, sentence: int) -> list[Finding]:
        """Return a finding for each figure of a report's own sentence, which starts at ``sentence``."""
        own = [one for one in self._statements if (one.report, one.start) == (report, sentence)]
        return [
            Finding(one.figure, Verdict.NOT_CHECKED, "quotation", say("model.quoted_plan"), (one,))
            if is_never_checked(one)
            else Finding(one.figure, Verdict.SUPPORTED, "quotation", say("model.quoted"), (one,))
            for one in own
        ]

    def number_of(self, statement: Statement) -> int | None:
        """Return the number of the passage that a statement stands in, None where it stands in none."""
        return next((one.n for one in self.passages if is_in(statement, [one])), None)
