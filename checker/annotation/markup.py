"""A draft with its findings written into it: text and findings in, an HTML page or Markdown out.

Every figure is marked where it stands, with its verdict in words (a mark never rests on colour alone), and
the reasons follow as numbered notes. The draft is data: nothing in it becomes markup.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from checker.annotation.reasons import NO_RULINGS, Rulings, marked_as, needing, ruling_lines
from checker.arithmetic.own_arithmetic import Remark
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, VERDICTS, WRONG, VerdictText
from corpus.visible_text import visible

OWN_ARITHMETIC = "文中自身的数"
"""What stands over the remarks on a draft's own arithmetic."""

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.9 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #1f2328;
  max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.draft { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #d0d7de; border-radius: 6px; padding: 1rem 1.25rem; }
mark { background: none; color: inherit; border-bottom: 2px solid; padding: 0 .1em; }
mark sup { font-size: .7em; } mark a { color: inherit; text-decoration: none; }
table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid #d0d7de; padding: .4rem .6rem;
  text-align: left; vertical-align: top; } th { white-space: nowrap; } td.why small { color: #57606a; display: block; }
td b, td:nth-child(3) { white-space: nowrap; } @media print { body { margin: 0; } }
"""


def _verdict_style(row: VerdictText) -> str:
    emphasis = " background: #ffebe9; font-weight: 600;" if row.is_wrong else ""
    border = " border-bottom-style: dotted;" if row.leaves_alone else ""
    return f".{row.verdict} {{ color: #{row.colour};{emphasis}{border} }}\n"


def annotate_html(
    text: str,
    findings: Sequence[Finding],
    title: str = "核对结果",
    remarks: Sequence[Remark] = (),
    *,
    rulings: Rulings = NO_RULINGS,
) -> str:
    """Return a page of its own: the draft with every figure marked, a summary, and a table of reasons.

    ``remarks`` on the draft's own arithmetic follow the table.
    """
    parts = []
    for number, before, finding in _pieces(text, findings):
        parts.append(_shown(before))
        if finding is not None:
            parts.append(_mark(number, finding, rulings))
    rows = "\n".join(_row(number, finding, rulings) for number, finding in enumerate(findings, 1))
    head = "<tr><th>#</th><th>数字</th><th>结论</th><th>理由与出处</th></tr>"
    table = f"<h2>逐个数字</h2>\n<table>\n{head}\n{rows}\n</table>" if findings else ""
    told = "".join(f"<li>{_shown(line)}</li>\n" for line in own_arithmetic_lines(remarks))
    own = f"<h2>{OWN_ARITHMETIC}</h2>\n<ul>\n{told}</ul>\n" if told else ""
    style = _STYLE + "".join(map(_verdict_style, VERDICTS))
    return (
        f'<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n<title>{_shown(title)}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n<h1>{_shown(title)}</h1>\n<p>{_shown(count_verdicts(findings, rulings))}</p>\n"
        f'<div class="draft">{"".join(parts)}</div>\n{table}\n{own}</body>\n</html>\n'
    )


def annotate_markdown(
    text: str,
    findings: Sequence[Finding],
    remarks: Sequence[Remark] = (),
    *,
    rulings: Rulings = NO_RULINGS,
) -> str:
    """Return the draft as Markdown: wrong figures bold, each figure with a footnote that says why.

    ``remarks`` on the draft's own arithmetic follow the draft.
    """
    parts, notes = [], []
    for number, before, finding in _pieces(text, findings):
        parts.append(_literal(before))
        if finding is not None:
            bold = "**" if needing([finding], rulings) else ""
            parts.append(f"{bold}{_literal(finding.figure.raw)}{bold}[^{number}]")
            decided = "".join(f" {_literal(line)}" for line in ruling_lines(finding, rulings))
            name = VERDICT_ROWS[finding.verdict].chinese
            notes.append(f"[^{number}]: {name}。{_literal(finding.explanation)}{decided}")
    body = re.sub(r"(?<!\n)\n(?!\n)", "\n\n", "".join(parts))
    own = [f"- {_literal(line)}" for line in own_arithmetic_lines(remarks)]
    added = [f"## {OWN_ARITHMETIC}", "", *own, ""] if own else []
    return "\n".join([f"> {count_verdicts(findings, rulings)}", "", body, "", *added, *notes, ""])


def own_arithmetic_lines(remarks: Sequence[Remark]) -> list[str]:
    """Return a Chinese sentence for each figure that the draft's own figures contradict, with where it stands."""
    return [f"“{remark.statement.quote.strip()}”：{remark.explanation}" for remark in remarks]


def count_verdicts(findings: Sequence[Finding], rulings: Rulings = NO_RULINGS) -> str:
    """Return one Chinese sentence that counts the verdicts, those that need a person first; a figure of which one said that it is right needs none."""
    if not findings:
        return "文中没有数字。"
    counts = [(row, sum(f.verdict is row.verdict for f in findings)) for row in VERDICTS]
    ordered = sorted(counts, key=lambda pair: not pair[0].is_wrong)
    told = "，".join(f"{row.chinese}{count}个" for row, count in ordered if count)
    wrong = sum(finding.verdict in WRONG for finding in findings)
    need = len(needing(findings, rulings))
    cleared = f"（不计经人审定数字无误的{wrong - need}个）" if wrong > need else ""
    head = f"{need}个需要人看{cleared}" if need or cleared else "没有发现有问题的数字"
    return f"共{len(findings)}个数字，{head}：{told}。"


def _pieces(text: str, findings: Sequence[Finding]) -> Iterator[tuple[int, str, Finding | None]]:
    """Yield the text before each figure with its number and finding, and last what follows them all."""
    place = 0
    for number, finding in enumerate(findings, 1):
        if finding.figure.start >= place:
            yield number, text[place : finding.figure.start], finding
            place = finding.figure.end
    yield 0, text[place:], None


def _mark(number: int, finding: Finding, rulings: Rulings) -> str:
    row = marked_as(finding, rulings)
    name = VERDICT_ROWS[finding.verdict].chinese
    told = " ".join([f"{name}：{finding.explanation}", *ruling_lines(finding, rulings)])
    note = f'<sup><a href="#n{number}">{number}</a></sup>'
    raw = _shown(finding.figure.raw)
    return f'<mark class="{row.verdict}" title="{_shown(told)}">{raw}{row.sign}{note}</mark>'


def _row(number: int, finding: Finding, rulings: Rulings) -> str:
    places = (" · ".join(filter(None, (s.title or s.report, s.section))) for s in finding.evidence)
    sources = "".join(f"<small>出处：{_shown(place)}</small>" for place in dict.fromkeys(places))
    decided = "".join(f"<small>{_shown(line)}</small>" for line in ruling_lines(finding, rulings))
    return (
        f'<tr id="n{number}"><td>{number}</td><td><b>{_shown(finding.figure.raw)}</b></td>'
        f'<td class="{marked_as(finding, rulings).verdict}">{VERDICT_ROWS[finding.verdict].chinese}</td>'
        f'<td class="why">{_shown(finding.explanation)}{decided}{sources}</td></tr>'
    )


def _literal(text: str) -> str:
    """Return ``text`` as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>#~|])", r"\\\1", visible(text))


def _shown(text: str) -> str:
    """Return ``text`` as HTML that shows it as it is, and nothing in it that acts or is not seen."""
    return escape(visible(text))
