"""The library: the index that the settings name, opened for one command."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.messages import say, say_both
from bot.settings import Settings
from bot.terminal import print_error
from corpus.errors import NotFound, UnwritableFolder
from corpus.organisations.agreed_names import BUILT_IN, AgreedNames, read_agreed_names
from corpus.reading.formats import without_suffix

if TYPE_CHECKING:
    from corpus.report import Report
    from retrieval.catalog.known import Known
    from retrieval.embedding.embedder import Embedder
    from retrieval.index import Index

AGREED = "organisations.tsv"
"""The file of the home folder with a department's own short names: short, tab, full, a line each."""


def open_index(settings: Settings) -> "Index":
    """Open the index of these settings; the embedding model is loaded when it is first needed."""
    from retrieval.index import Index

    return Index.open(
        settings.home,
        load=partial(load_embedder, settings),
        database_url=settings.database_url,
        chroma_url=settings.chroma_url,
        agreed=agreed_names(settings),
    )


def catalog_place(settings: Settings) -> Path | str:
    """Return where the catalog of these settings stands, as ``Index.open`` has it."""
    return settings.database_url or settings.home / "catalog.db"


def load_embedder(settings: Settings) -> "Embedder":
    """Return the embedding model of these settings, unpacked into the cache folder if need be.

    Where nothing can be written there it is unpacked into the home folder, and a line on stderr says so.
    Raises what ``Embedder.load`` raises.
    """
    from retrieval.embedding.embedder import Embedder

    load = partial(
        Embedder.load,
        settings.model,
        query_prompt=settings.query_prompt,
        passage_prompt=settings.passage_prompt,
    )
    try:
        return load(cache=settings.cache)
    except UnwritableFolder as error:
        told = {"folder": error.folder, "reason": error.reason, "home": settings.home}
        print_error(say("error.cache", settings.language, **told))
        return load(cache=settings.home)


def agreed_names(settings: Settings) -> AgreedNames:
    """Return the short names that the home folder's file gives, with the built-in; raises ``UnusableTable``."""
    path = settings.home / AGREED
    return read_agreed_names(path) if path.exists() else BUILT_IN


def report_name(name: str) -> str:
    """Return the id that a person means by ``name``: the id itself, or the file's name."""
    stem = without_suffix(name)
    return name if stem == name else stem.rsplit("/", 1)[-1]


def holds_words(report: "Report | Known", words: str) -> bool:
    """Return whether a report's title, organisation, date or id holds each of some words, in whatever case."""
    told = f"{report.title} {report.organisation} {report.published or ''} {report.id}".lower()
    return all(word in told for word in words.lower().split())


def chosen_reports(index: "Index", names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the reports that ``names`` mean; raises ``NotFound`` that names the stranger."""
    if not names:
        return ()
    known, others = index.titles(), index.catalog.other_names.all()
    chosen = []
    for name in names:
        found = name if name in known else report_name(name)
        found = found if found in known else others.get(found, found)
        if found not in known:
            raise NotFound(*say_both("error.no_report", name=name))
        chosen.append(found)
    return tuple(chosen)
