"""The command that sums up: a name in, a summary on the screen or as JSON out. Returns an exit status."""

from bot.library.opening import open_index
from bot.messages import say
from bot.programs.json_shapes import summary_shape
from bot.rendering import counts_text, source_line
from bot.settings import Settings
from bot.summary.requests import citations_of
from bot.summary.subjects import Subjects
from bot.summary.summary import Length, Summary, summarise
from bot.terminal import print_json, print_table, print_text
from corpus.errors import UnusableSetting


def run_summary(settings: Settings, name: str, length: str, *, json: bool) -> int:
    """Sum up what ``name`` stands for: a report, an organisation, a round, a period, or all of the index."""
    wanted = read_length(length)
    with open_index(settings) as index:
        subject, evidence = Subjects(index).find(name, settings.language)
        summary = summarise(subject, evidence, wanted)
    if json:
        print_json(summary_shape(summary))
    else:
        print_summary(summary, settings.language)
    return 0


def read_length(length: str) -> Length:
    """Return the length that ``--length`` names; raises ``UnusableSetting`` for another word."""
    if length == "short":
        return "short"
    if length == "long":
        return "long"
    raise UnusableSetting(say("error.bad_length", length=length))


def print_summary(summary: Summary, language: str) -> None:
    """Print a summary for a person: its key figures in a table, its points, its plans and its sources."""
    print_text(summary.heading)
    columns = ("figure", "metric", "section")
    if summary.key_figures:
        print_table(
            [say(f"table.{column}", language) for column in columns],
            [
                [one.figure.raw, one.text, f"[{one.citation.n}] {one.citation.section}".strip()]
                for one in summary.key_figures
            ],
        )
    for number, point in enumerate(summary.points, 1):
        print_text(f"{number}. {point.text}")
    if summary.plans:
        print_text("\n" + say("summary.planned_title", language))
        for point in summary.plans:
            print_text("".join([point.text, *(f"[{one.n}]" for one in point.citations)]))
    if summary.findings:
        print_text("\n" + say("answer.checked", language, counts=counts_text(summary.findings, language)))
    print_text("\n".join([say("answer.sources", language), *_sources(summary, language)]))


def _sources(summary: Summary, language: str) -> list[str]:
    return [source_line(citation, language) for citation in citations_of(summary)]
