"""Which text of a Word document a reader does not see as valid: a run goes in, whether it is struck out or hidden out.

A property stands in the run itself, in its character style or in its paragraph's, and in the styles that those
are based on; the nearest one decides.
"""

from collections.abc import Iterator
from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn

_LEFT_OUT: Final = (qn("w:strike"), qn("w:dstrike"), qn("w:vanish"))
_OFF: Final = frozenset({"0", "false", "off", "none"})
_DEEPEST: Final = 20


class Formatting:
    """The styles of one document, asked run by run."""

    def __init__(self, document: Document) -> None:
        self._styles: dict[str, Any] = {style.style_id: style.element for style in document.styles}

    def is_left_out(self, run: Any, paragraph_style: str) -> bool:
        """Whether a run is struck out or hidden; ``paragraph_style`` is the id of its paragraph's style."""
        levels = list(self._levels(run, paragraph_style))
        return any(self._decides(levels, name) for name in _LEFT_OUT)

    def _levels(self, run: Any, paragraph_style: str) -> Iterator[Any]:
        """Yield the properties that hold for a run, the nearest first."""
        own = run.find(qn("w:rPr"))
        style = own.find(qn("w:rStyle")) if own is not None else None
        yield own
        yield from self._inherited(style.get(qn("w:val"), "") if style is not None else "")
        yield from self._inherited(paragraph_style)

    def _inherited(self, style: str) -> Iterator[Any]:
        for _ in range(_DEEPEST):
            element = self._styles.get(style)
            if element is None:
                return
            yield element.find(qn("w:rPr"))
            base = element.find(qn("w:basedOn"))
            style = base.get(qn("w:val"), "") if base is not None else ""

    @staticmethod
    def _decides(levels: list[Any], name: str) -> bool:
        for level in levels:
            mark = level.find(name) if level is not None else None
            if mark is not None:
                return str(mark.get(qn("w:val"), "true")).lower() not in _OFF
        return False
