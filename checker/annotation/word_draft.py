"""A Word draft given back with its findings: the same document, with comments, shading and a page of results.

Every part of the package stays byte for byte, but for the document's own, the comments, and the two lists that name
the comments. Where Word allows no comment (footnotes, text boxes), it stands at the place of the body that refers
to them; what stands in headers and footers is listed on the page of results alone.
"""

from collections.abc import Sequence
from typing import Any, Final

from docx.oxml.ns import qn

from checker.annotation.reasons import NO_RULINGS, Rulings, colour_of, reason_lines, tint, to_tell
from checker.annotation.text_places import TextPlaces, TextStretch
from checker.annotation.word_marks import anchor, body_run, comment, cut_out, shade
from checker.annotation.word_package import WordPackage
from checker.annotation.word_results import results_page
from checker.arithmetic.own_arithmetic import Remark
from checker.check import worst_first
from checker.finding import Finding
from corpus.reading.docx_reader import TextPiece, is_results, place_docx

_NOTES: Final = {
    qn("w:footnotes"): ("w:footnote", "w:footnoteReference", "脚注"),
    qn("w:endnotes"): ("w:endnote", "w:endnoteReference", "尾注"),
}
_MARGINS: Final = {qn("w:hdr"): "页眉", qn("w:ftr"): "页脚"}
_INSIDE: Final = ((qn("w:txbxContent"), "文本框"), (qn("w:tc"), "表格"))
_BODY: Final = "正文"


def annotate_word(
    data: bytes,
    text: str,
    findings: Sequence[Finding],
    remarks: Sequence[Remark] = (),
    *,
    every: bool = False,
    rulings: Rulings = NO_RULINGS,
) -> bytes:
    """Return the Word file ``data``, whose text is ``text``, with comments at the figures that need a person.

    With ``every``, at all figures; ``rulings`` on them are told with them. Raises ``UnreadableFile`` as reading it does.
    """
    draft = _Draft(data, text, place_docx(data, "draft.docx").pieces)
    told = to_tell(findings, every=every)
    places = draft.mark(told, rulings)
    listed = [(finding, places[id(finding)]) for finding in worst_first(told)]
    return draft.file(results_page(listed, findings, remarks, rulings))


class _Draft:
    """One draft being marked; ``file`` ends it."""

    def __init__(self, data: bytes, text: str, pieces: Sequence[TextPiece]) -> None:
        self._package = WordPackage(data)
        self._places = TextPlaces(text, pieces)
        self._root = self._package.tree(self._package.main)
        self._texts = {self._package.main: list(self._root.iter(qn("w:t")))}

    def mark(self, findings: Sequence[Finding], rulings: Rulings) -> dict[int, str]:
        """Mark the draft; return by each finding's id where it stands, in Chinese (表格)."""
        name, comments = self._package.comments()
        first = max((int(one.get(qn("w:id"), "0")) for one in comments), default=-1) + 1
        ordered = sorted(findings, key=lambda finding: finding.figure.start)
        places, added = {}, []
        for number, finding in reversed(
            list(enumerate(ordered, first))
        ):  # what stands before a cut stays as it is
            stretches = self._places.stretches(finding.figure.start, finding.figure.end)
            place, runs = self._runs(stretches, tint(colour_of(finding, rulings)))
            places[id(finding)] = place
            if runs:
                anchor(runs[0], runs[-1], str(number))
                added.append(comment(str(number), reason_lines(finding, rulings)))
        comments.extend(reversed(added))
        if added:
            self._package.put_comments(name, comments)
        return places

    def _runs(self, stretches: Sequence[TextStretch], fill: str) -> tuple[str, list[Any]]:
        """Shade what may be shaded; return the sort of place, and the runs of the body that a comment may reach over."""
        if not stretches:
            return _BODY, []
        part = stretches[0].part
        if part not in self._texts:
            self._texts[part] = list(self._package.tree(part).iter(qn("w:t")))
        texts = [self._texts[part][stretch.number] for stretch in stretches]
        if part != self._package.main:
            return self._referring(texts[0])
        cut = [
            cut_out(text, one.start, one.end)
            for text, one in reversed(list(zip(texts, stretches, strict=True)))
        ]
        for run in cut:
            shade(run, fill)
        inside = (name for tag, name in _INSIDE if next(cut[0].iterancestors(tag), None) is not None)
        return next(inside, _BODY), [body_run(run) for run in reversed(cut)]

    def _referring(self, text: Any) -> tuple[str, list[Any]]:
        """Return what sort of part ``text`` stands in, and the run of the body that refers to it, if one does."""
        root = text.getroottree().getroot()
        if root.tag not in _NOTES:
            return _MARGINS.get(root.tag, _BODY), []
        note, reference, name = _NOTES[root.tag]
        number = next(text.iterancestors(qn(note))).get(qn("w:id"))
        found = (one for one in self._root.iter(qn(reference)) if one.get(qn("w:id")) == number)
        return name, [body_run(one) for one in found][:1]

    def file(self, page: Any) -> bytes:
        """Return the bytes of the marked document, with ``page`` at its end in place of an earlier check's."""
        body = self._root.find(qn("w:body"))
        for earlier in [child for child in body if is_results(child)]:
            body.remove(earlier)
        last = body[-1] if len(body) and body[-1].tag == qn("w:sectPr") else None
        body.insert(len(body) if last is None else body.index(last), page)
        self._package.replace(self._package.main, self._root)
        return self._package.file()
