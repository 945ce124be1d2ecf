"""The command figures: the figures of a file, of the index or of a batch of texts. Each returns an exit status."""

from collections.abc import Sequence
from itertools import groupby

from bot.commands.batches import BatchLine, run_lines
from bot.commands.drafts import read_draft_file
from bot.library.evidence_shelf import EvidenceShelf, matching
from bot.library.opening import agreed_names
from bot.messages import say
from bot.programs.json_shapes import remark_shape, statement_shape
from bot.rendering import remarks_line
from bot.settings import Settings
from bot.terminal import print_json, print_table, print_text
from checker.arithmetic.own_arithmetic import Remark, review
from checker.conflicts import find_conflicts
from checker.finding import figure_json
from corpus.figure import Statement
from corpus.statements.statements import figures_of, read_draft


def run_figures(
    settings: Settings,
    file: str | None,
    org: str,
    metric: str,
    reports: tuple[str, ...],
    *,
    conflicts: bool,
    own_arithmetic: bool,
    json: bool,
) -> int:
    """List the figures of a file, or of the index; with ``own_arithmetic`` also those that their terms contradict."""
    if file is not None:
        stated: Sequence[Statement] = agreed_names(settings).in_statements(
            read_draft(read_draft_file(file).text)
        )
        found = [one for one in figures_of(stated) if org in one.org and metric in one.metric]
        shapes = [figure_json(figure) for figure in found]
    else:
        with EvidenceShelf(settings, reports) as shelf:
            stated = shelf.statements()
            statements = shelf.matching(org, metric)
        shapes = [
            statement_shape(one) for one in (_conflicting(stated, statements) if conflicts else statements)
        ]
    remarks = review(stated) if own_arithmetic else []
    shown = {id(one) for one in matching([remark.statement for remark in remarks], org, metric)}
    remarks = [remark for remark in remarks if id(remark.statement) in shown]
    added = {"own_arithmetic": [remark_shape(remark) for remark in remarks]} if own_arithmetic else {}
    if json:
        print_json({"figures": shapes, **added})
        return 0
    _show(shapes, settings.language)
    if own_arithmetic:
        _show_remarks(remarks, settings.language)
    return 0


def _conflicting(stated: Sequence[Statement], wanted: Sequence[Statement]) -> list[Statement]:
    """Return the statements of the conflicts that one of ``wanted`` is in, the two of a pair beside each other."""
    kept = set(wanted)
    pairs = [pair for pair in find_conflicts(stated) if not kept.isdisjoint(pair)]
    return list(dict.fromkeys(one for pair in pairs for one in pair))


def _show_remarks(remarks: Sequence[Remark], language: str) -> None:
    """Print a line for each report that contradicts itself, or that none does."""
    for report, found in groupby(remarks, key=lambda remark: remark.statement.report):
        print_text(remarks_line(list(found), language, report))
    if not remarks:
        print_text(say("own_arithmetic.none", language))


def _show(shapes: list[dict[str, object]], language: str) -> None:
    if not shapes:
        print_text(say("figures.none", language))
        return
    columns = {"figure": "raw", "organisation": "org", "metric": "metric", "period": "period"}
    if "report" in shapes[0]:
        columns["report"] = "report"
    print_table(
        [say(f"table.{column}", language) for column in columns],
        [[str(shape[field]) for field in columns.values()] for shape in shapes],
    )


def run_figures_batch(batch: str, *, own_arithmetic: bool) -> int:
    """List the figures of the texts of a JSON Lines file, without an index."""

    def listed(line: BatchLine) -> tuple[dict[str, object], int]:
        stated = read_draft(line.text)
        shape: dict[str, object] = {"figures": [figure_json(figure) for figure in figures_of(stated)]}
        if own_arithmetic:
            shape["own_arithmetic"] = [remark_shape(remark) for remark in review(stated)]
        return shape, 0

    return run_lines(batch, "text", listed)
