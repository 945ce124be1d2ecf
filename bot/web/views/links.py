"""Addresses of pages that several others lead to."""

from urllib.parse import quote, urlencode


def report_link(report: str) -> str:
    """Return the address of a report."""
    return f"/reports/{quote(report, safe='')}"


def passage_link(report: str, start: int, end: int, figure: str = "") -> str:
    """Return the address of a passage in its report (offsets), with a figure in it marked."""
    asked = {"start": start, "end": end, **({"figure": figure} if figure else {})}
    return f"{report_link(report)}?{urlencode(asked)}#cited"
