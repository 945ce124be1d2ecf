"""From a report's text to a ``Report``: its title, date, publisher, issuer and sections."""

import hashlib
import re
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from corpus.organisations.inspected import inspected_organisation
from corpus.organisations.name_parts import located_name
from corpus.organisations.report_regions import report_region
from corpus.report import Report
from corpus.scripts import simplified, with_full_stops
from corpus.structure.headings import find_sections
from corpus.structure.masthead import read_masthead


def parse_report(text: str, *, id: str, source: str, title_hint: str = "") -> Report:  # noqa: A002
    """Return the report that ``text`` states; its text is kept as it is, but for traditional characters
    and full stops that are typed as points.

    ``id`` names the report (see ``report_id``), ``source`` is the path or URL it came from, ``title_hint`` a
    title known from elsewhere. What the text does not state stays empty; nothing raises.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    text = with_full_stops(simplified(text))
    head = read_masthead(text, title_hint)
    report = Report(
        id=id,
        title=head.title or id,
        text=text,
        source=source,
        digest=digest,
        published=head.published,
        publisher=head.publisher,
        organisation=head.organisation,
        sections=find_sections(text, head.end),
    )
    inspected = "" if report.organisation else inspected_organisation(text, head.end)
    if not inspected:
        return report
    return replace(report, organisation=located_name(inspected, report_region(report)))


def report_id(path_or_url: str) -> str:
    """Return the id of a report: its file's name without the extension, for a URL that of its last part.

    >>> report_id("reports/a.b.txt"), report_id("https://x.example/2023/t01.html?v=1"), report_id("https://x.example/")
    ('a.b', 't01', 'x.example')
    """
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", path_or_url):
        parts = urlsplit(path_or_url)
        name = PurePosixPath(unquote(parts.path)).name or parts.hostname or ""
        stem = name if name == parts.hostname else PurePosixPath(name).stem
    else:
        name = path_or_url.replace("\\", "/").rstrip("/").rpartition("/")[2]
        stem = PurePosixPath(name).stem if name else ""
    return stem.strip() or "report"
