"""Commands that change or describe the index: ingest, reports, remove, doctor. Each returns an exit status."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from bot.library.ingesting import Arrival, Ingested, foresee, ingest
from bot.library.model_copies import damaged_copies, megabytes, needless_copies, remove_copy
from bot.library.opening import chosen_reports, open_index, report_name
from bot.library.samples import remove_samples
from bot.library.watching import file_times, watch_folders
from bot.messages import say
from bot.programs.json_shapes import remark_shape, report_shape, version_shape
from bot.rendering import remarks_line
from bot.settings import Settings
from bot.terminal import print_error, print_json, print_table, print_text, progress_bar
from corpus.errors import UnusableInput
from corpus.room.reading_room import ReadingRoom
from corpus.web.addresses import any_net, open_net
from corpus.web.limits import WebLimits
from retrieval.catalog.rereading import older_figures

_SENTENCES_SHOWN = 20
"""Sentences that are told of what a new version changes, gone and come each."""


def run_ingest(
    settings: Settings,
    paths: Sequence[str],
    *,
    json: bool,
    dry_run: bool = False,
    allow_private: bool = False,
) -> int:
    """Put reports into the index, or with ``dry_run`` say what that would do; 2 when nothing can go in.

    ``allow_private`` lets pages of inner networks be fetched.
    """
    language = settings.language
    deed = foresee if dry_run else ingest
    web = WebLimits(may_ask=any_net if allow_private else open_net)
    with progress_bar() as tell, ReadingRoom() as room, open_index(settings) as index:
        done = deed(
            index,
            paths,
            lambda stage, n, total: tell(say(f"progress.{stage}", language), n, total),
            room,
            web,
        )
        older = older_figures(index.catalog)
    if older:
        print_error(say("ingest.older_figures", language))
    for _, why in done.failed:
        print_error(say("ingest.failed", language, error=_on_one_line(why)))
    if json:
        print_json({"dry_run": True, **ingested_shape(done)} if dry_run else ingested_shape(done))
        return 2 if done.nothing_in else 0
    for arrival in done.arrivals:
        if dry_run or arrival.outcome == "updated":
            print_text(arrival_text(arrival, language))
    if not dry_run:
        print_text(ingested_text(done, language))
    for report, remarks in done.remarks:
        print_text(remarks_line(remarks, language, report))
    return 2 if done.nothing_in else 0


def run_watch(
    settings: Settings,
    paths: Sequence[str],
    *,
    json: bool,
    allow_private: bool = False,
    stop: Event | None = None,
) -> int:
    """Put reports into the index, and then what comes or changes in the folders among ``paths`` until ``stop`` or Ctrl-C.

    A report whose file is gone stays in the index, and is named. Raises ``UnusableInput`` where no path is a folder.
    """
    folders = [Path(path) for path in paths if Path(path).is_dir()]
    if not folders:
        raise UnusableInput(say("error.no_folder", settings.language, paths=" ".join(paths)))
    known = file_times(folders)
    run_ingest(settings, paths, json=json, allow_private=allow_private)
    print_error(say("ingest.watching", settings.language, folders=" ".join(map(str, folders))))
    for change in watch_folders(folders, known, stop or Event()):
        for file in change.gone:
            print_error(say("ingest.gone", settings.language, path=file))
        if change.came:
            run_ingest(settings, [str(file) for file in change.came], json=json)
    return 0


def arrival_text(arrival: Arrival, language: str) -> str:
    """Say what became of a report, or would, and what a new version changes."""
    told = {"path": arrival.path, "report": arrival.report, "title": arrival.title}
    lines = [_on_one_line(say(f"ingest.{arrival.outcome}", language, **told))]
    for mark, sentences in (("−", arrival.changed.gone), ("+", arrival.changed.came)):
        lines += [f"  {mark} {sentence}" for sentence in sentences[:_SENTENCES_SHOWN]]
        if len(sentences) > _SENTENCES_SHOWN:
            lines.append(f"  {mark} … {len(sentences)}")
    return "\n".join(lines)


def _on_one_line(text: str) -> str:
    """Return a text as one line: a file's name may hold the end of one."""
    return " ".join(text.splitlines())


def ingested_shape(done: Ingested) -> dict[str, object]:
    """Return what ``hedui ingest --json`` prints."""
    return {
        "added": done.added,
        "updated": done.updated,
        "unchanged": done.unchanged,
        "failed": [{"path": path, "error": why} for path, why in done.failed],
        "passages": done.passages,
        "figures": done.figures,
        "seconds": round(done.seconds, 3),
        "own_arithmetic": [
            {"report": report, "remarks": [remark_shape(remark) for remark in remarks]}
            for report, remarks in done.remarks
        ],
        "reports": [
            {
                "path": one.path,
                "report": one.report,
                "outcome": one.outcome,
                "title": one.title,
                "gone": one.changed.gone[:_SENTENCES_SHOWN],
                "came": one.changed.came[:_SENTENCES_SHOWN],
            }
            for one in done.arrivals
        ],
    }


def ingested_text(done: Ingested, language: str) -> str:
    """Say what an ingest did."""
    return say(
        "ingest.done",
        language,
        added=done.added,
        updated=done.updated,
        unchanged=done.unchanged,
        passages=done.passages,
        figures=done.figures,
        seconds=done.seconds,
    )


def run_reports(settings: Settings, *, json: bool) -> int:
    """List the reports of the index."""
    language = settings.language
    with open_index(settings) as index:
        reports = index.reports()
    shapes = [report_shape(report) for report in reports]
    if json:
        print_json({"reports": shapes})
    elif not shapes:
        print_text(say("reports.none", language))
    else:
        columns = ("report", "title", "date", "organisation")
        print_table(
            [say(f"table.{column}", language) for column in columns],
            [[shape[column] for column in columns] for shape in shapes],
        )
    return 0


def run_versions(settings: Settings, report: str, *, json: bool) -> int:
    """Show the older versions of a report, the newest first; raises ``NotFound`` where there is no such report."""
    language = settings.language
    with open_index(settings) as index:
        (name,) = chosen_reports(index, (report,))
        found = index.catalog.versions.of(name)
    if json:
        shapes = [version_shape(one) for one in found]
        print_json({"report": name, "versions": shapes})
        return 0
    for one in found:
        told = {
            "title": one.title,
            "date": one.published or "—",
            "at": one.replaced_at.date(),
            "path": one.source,
        }
        print_text(say("reports.version", language, **told))
        print_text(one.text)
    if not found:
        print_text(say("reports.no_versions", language, report=name))
    return 0


def run_remove(settings: Settings, report: str, *, json: bool) -> int:
    """Remove a report; raises ``NotFound`` where there is none of that id."""
    with open_index(settings) as index:
        (name,) = chosen_reports(index, (report,))
        index.remove(name)
    if json:
        print_json({"removed": name})
    else:
        key = "removed" if report_name(report) == name else "removed_by_other"
        print_text(say(f"reports.{key}", settings.language, report=name, name=report))
    return 0


def run_remove_samples(settings: Settings, *, json: bool) -> int:
    """Remove the reports that ship with the project as samples, unless a person changed them."""
    language = settings.language
    with open_index(settings) as index:
        removed = remove_samples(index)
    if json:
        print_json({"removed": removed})
        return 0
    for report in removed:
        print_text(say("reports.removed", language, report=report))
    if not removed:
        print_text(say("reports.no_samples", language))
    return 0


def run_doctor(settings: Settings, *, repair: bool, json: bool) -> int:
    """Say whether the index is whole, after repairing it where that is asked for; 1 when it is not."""
    language = settings.language
    with open_index(settings) as index:
        faults = index.check()
        if repair and faults:
            index.repair()
            repaired, faults = faults, index.check()
        else:
            repaired = []
        reports, passages, figures = index.catalog.count()
    if repair:
        repaired += _mend_model(settings)
    faults += [say("doctor.model", language, folder=folder) for folder in damaged_copies(settings)]
    counts = {"reports": reports, "passages": passages, "figures": figures}
    if json:
        print_json({"sound": not faults, "faults": faults, "repaired": repaired, **counts})
        return int(bool(faults))
    for fault in repaired:
        print_text(say("doctor.repaired", language, fault=fault))
    for fault in faults:
        print_text(say("doctor.unsound", language, fault=fault))
    if not faults:
        print_text(say("doctor.sound", language, **counts))
    return int(bool(faults))


def _mend_model(settings: Settings) -> list[str]:
    """Remove damaged and needless copies of the packaged model; return a sentence for each."""
    language, mended = settings.language, []
    for folder in damaged_copies(settings):
        remove_copy(folder)
        mended.append(say("doctor.model", language, folder=folder))
    for folder in needless_copies(settings):
        size = megabytes(folder)
        remove_copy(folder)
        mended.append(say("doctor.needless", language, folder=folder, size=size))
    return mended
