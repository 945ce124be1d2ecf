"""The library: the index that the settings name, opened for one command."""

from typing import TYPE_CHECKING

from bot.messages import say_both
from bot.settings import Settings
from corpus.errors import NotFound

if TYPE_CHECKING:
    from retrieval.index import Index

_REPORT_SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


def open_index(settings: Settings) -> "Index":
    """Open the index of these settings; the embedding model is loaded when it is first needed."""
    from retrieval.index import Index

    return Index.open(
        settings.home,
        database_url=settings.database_url,
        chroma_url=settings.chroma_url,
        model=settings.model,
        query_prompt=settings.query_prompt,
        passage_prompt=settings.passage_prompt,
    )


def report_name(name: str) -> str:
    """Return the id that a person means by ``name``: the id itself, or the file's name."""
    for suffix in _REPORT_SUFFIXES:
        if name.lower().endswith(suffix):
            return name.rsplit("/", 1)[-1][: -len(suffix)]
    return name


def chosen_reports(index: "Index", names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the reports that ``names`` mean; raises ``NotFound`` that names the stranger."""
    known = {report.id for report in index.reports()}
    chosen = []
    for name in names:
        found = name if name in known else report_name(name)
        if found not in known:
            raise NotFound(*say_both("error.no_report", name=name))
        chosen.append(found)
    return tuple(chosen)
