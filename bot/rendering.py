"""How an answer looks as plain text: a ``CheckedAnswer`` in, lines out, for terminals and as Telegram's base."""

from collections import Counter
from collections.abc import Sequence

from bot.answer import CheckedAnswer, Citation
from bot.messages import language_of, say
from checker.arithmetic.own_arithmetic import Remark
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, VERDICTS, WRONG, Verdict
from corpus.report import RECOGNISED
from corpus.statements.metrics import is_scope


def verdict_name(verdict: Verdict, language: str) -> str:
    """Return a verdict's name for people."""
    row = VERDICT_ROWS[verdict]
    return row.chinese if language == "zh" else row.english


def counts_text(findings: Sequence[Finding], language: str) -> str:
    """Write how many findings have which verdict: ``一致 3，不一致 1``."""
    return verdict_counts([finding.verdict for finding in findings], language)


def verdict_counts(verdicts: Sequence[Verdict], language: str) -> str:
    """Write how often there is which verdict, as ``counts_text`` does."""
    counts = Counter(verdicts)
    told = [row.verdict for row in VERDICTS if counts[row.verdict]]
    parts = [f"{verdict_name(verdict, language)} {counts[verdict]}" for verdict in told]
    return ("，" if language == "zh" else ", ").join(parts)


def check_mark(answer: CheckedAnswer) -> str:
    """Say that an answer's figures were checked, or which of them failed; "" where it has none.

    What only says where a figure belongs (第八轮, 2023年) counts where it is itself what was asked.
    """
    language = language_of(answer.question)
    asked = answer.direct.raw if answer.direct else ""
    counted = [one for one in answer.findings if not is_scope(one.figure) or one.figure.raw == asked]
    wrong = [finding.figure.raw for finding in answer.findings if finding.verdict in WRONG]
    if wrong:
        return say("answer.unchecked", language, figures="、".join(wrong))
    if not counted:
        return ""
    return say("answer.checked", language, counts=counts_text(counted, language))


def remarks_line(remarks: Sequence[Remark], language: str, report: str = "") -> str:
    """Say on one line which figures of a report, or of the text itself, its own terms contradict."""
    told = (
        say(f"own_arithmetic.{one.reckoned}", language, raw=one.statement.figure.raw, formula=one.formula)
        for one in remarks
    )
    rows = ("；" if language == "zh" else "; ").join(dict.fromkeys(told))
    key = "own_arithmetic.of_report" if report else "own_arithmetic.of_text"
    return say(key, language, report=report, remarks=rows)


def source_line(citation: Citation, language: str) -> str:
    """Write a citation on one line: ``[1] 《…通报》 2023-07-18 一、…``; say where it was recognised in a picture."""
    section = citation.section if len(citation.section) <= 60 else citation.section[:59] + "…"
    recognised = say("answer.recognised", language) if citation.source.endswith(RECOGNISED) else ""
    parts = [citation.title, citation.date, section, recognised]
    return say("answer.source_row", language, n=citation.n, place="  ".join(filter(None, parts)))


def rendered_answer(answer: CheckedAnswer, *, told: bool = False) -> str:
    """Write an answer for a terminal: its text (unless it was ``told``), the mark of the check, its sources."""
    language = language_of(answer.question)
    blocks = ["" if told else answer.text, check_mark(answer)]
    if answer.citations:
        rows = [source_line(citation, language) for citation in answer.citations]
        blocks.append("\n".join([say("answer.sources", language), *rows]))
    return "\n\n".join(block for block in blocks if block)
