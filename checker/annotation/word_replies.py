"""What people did to a checked Word draft's comments: the file and its findings go in, their replies come out.

A reply is a comment of the same thread, or, of programs that keep no threads, one at the same place; a thread that was
marked as resolved says so.
"""

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

from docx.oxml.ns import qn

from checker.annotation.text_places import TextPlaces
from checker.annotation.word_marks import AUTHOR
from checker.annotation.word_package import WordPackage
from checker.finding import Finding
from checker.verdicts import VERDICTS
from corpus.reading.docx_reader import place_docx

_WORD_2010: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WORD_2012: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_CORE: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_MODIFIED: Final = "{http://purl.org/dc/terms/}modified"


@dataclass(frozen=True, slots=True)
class WordReply:
    """What ``author`` wrote under the comment on a finding; ``number`` counts findings from 1 as they were given.

    ``at`` is None where the file does not say; ``verdict`` is the one that the comment told, "" where it is
    changed. A thread that was resolved without a word has a reply without ``text``, of whoever saved the file last.
    """

    number: int
    author: str
    at: datetime | None
    text: str
    verdict: str = ""


def word_replies(data: bytes, text: str, findings: Sequence[Finding]) -> list[WordReply]:
    """Return the replies to our comments in the Word file ``data``, whose text is ``text``, by findings and order.

    Raises ``UnreadableFile`` as reading it does.
    """
    with zipfile.ZipFile(BytesIO(data)) as parts:
        if not any("comments" in name.lower() for name in parts.namelist()):
            return []  # most drafts have none, and need not be unpacked for it
    package = WordPackage(data)
    _, root = package.comments()
    comments = {one.get(qn("w:id"), ""): one for one in root.iter(qn("w:comment"))}
    ours = [number for number, one in comments.items() if one.get(qn("w:author")) == AUTHOR]
    if not ours:
        return []
    document = package.tree(package.main)
    ranges = _ranges(document)
    found = _findings(data, text, findings, package.main)
    threads = _Threads(package, comments)
    replies = []
    for number in ours:
        inside = [found[place] for place in ranges.get(number, ()) if place in found]
        if inside:
            verdict = _verdict(comments[number])
            for author, at, said in threads.replies(number, ranges):
                replies.append(WordReply(inside[0], author, at, said, verdict))
    return sorted(replies, key=lambda reply: reply.number)


class _Threads:
    """The threads of a file's comments."""

    def __init__(self, package: WordPackage, comments: dict[str, Any]) -> None:
        self._comments = comments
        self._by_paragraph = {_paragraph(one): number for number, one in comments.items()}
        self._parents: dict[str, str] = {}
        self._resolved: set[str] = set()
        for entry in package.extended_comments():
            number = self._by_paragraph.get(entry.get(f"{_WORD_2012}paraId", ""), "")
            parent = self._by_paragraph.get(entry.get(f"{_WORD_2012}paraIdParent", ""), "")
            if number and parent:
                self._parents[number] = parent
            if entry.get(f"{_WORD_2012}done") in {"1", "true"}:
                self._resolved.add(number)
        core = package.core_properties()
        self._saved_by = core.findtext(f"{_CORE}lastModifiedBy") or "" if core is not None else ""
        self._saved_at = _moment(core.findtext(_MODIFIED) or "") if core is not None else None

    def replies(
        self, number: str, ranges: dict[str, tuple[int, ...]]
    ) -> Iterator[tuple[str, datetime | None, str]]:
        """Yield author, moment and text of each reply to a comment of ours."""
        said = False
        for other, one in self._comments.items():
            author = one.get(qn("w:author"), "")
            beside = other not in self._parents and ranges.get(other) == ranges[number]
            if author != AUTHOR and (self._parents.get(other) == number or beside):
                said = True
                yield author, _moment(one.get(qn("w:date"), "")), _text(one)
        if number in self._resolved and not said:
            yield self._saved_by, self._saved_at, ""


def _ranges(document: Any) -> dict[str, tuple[int, ...]]:
    """Return by each comment's id which of the document's text elements it reaches over."""
    open_ranges: dict[str, list[int]] = {}
    ranges: dict[str, tuple[int, ...]] = {}
    count = 0
    for element in document.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:t")):
        number = element.get(qn("w:id"), "")
        if element.tag == qn("w:t"):
            for places in open_ranges.values():
                places.append(count)
            count += 1
        elif element.tag == qn("w:commentRangeStart"):
            open_ranges[number] = []
        elif number in open_ranges:
            ranges[number] = tuple(open_ranges.pop(number))
    return ranges


def _findings(data: bytes, text: str, findings: Sequence[Finding], main: str) -> dict[int, int]:
    """Return by the number of a text element of the document which finding begins there, the first of several."""
    places = TextPlaces(text, place_docx(data, "draft.docx").pieces)
    found: dict[int, int] = {}
    for number, finding in enumerate(findings, 1):
        stretches = places.stretches(finding.figure.start, finding.figure.end)
        if stretches and stretches[0].part == main:
            found.setdefault(stretches[0].number, number)
    return found


def _verdict(comment: Any) -> str:
    """Return the verdict that stands behind the figure in the first line of a comment of ours."""
    line = _text(comment).split("\n")[0]
    return next((str(row.verdict) for row in VERDICTS if line.endswith(f"：{row.chinese}")), "")


def _paragraph(comment: Any) -> str:
    """Return the id by which threads know a comment: that of its last paragraph."""
    paragraphs = comment.findall(qn("w:p"))
    return paragraphs[-1].get(f"{_WORD_2010}paraId", "") if paragraphs else ""


def _text(comment: Any) -> str:
    lines = ("".join(one.text or "" for one in line.iter(qn("w:t"))) for line in comment.iter(qn("w:p")))
    return "\n".join(lines).strip()


def _moment(text: str) -> datetime | None:
    """Return a moment of a file in UTC, and none of the future: Word writes local time as if it were UTC."""
    with suppress(ValueError):
        moment = datetime.fromisoformat(text)
        return min(moment.replace(tzinfo=moment.tzinfo or UTC), datetime.now(UTC))
    return None
