"""The numbers that Word shows before list paragraphs and headings: they are in no paragraph's text.

A paragraph goes in, its label (``一、``, ``（二）``, ``3.``) comes out, counted as Word counts.
"""

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from corpus.numerals import in_chinese

_HAN_FORMATS = {
    "chineseCounting",
    "chineseCountingThousand",
    "ideographDigital",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    pattern: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of one document, which must be handed in in order."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        for style in document.styles:
            found = _reference(style.element)
            if found:
                self._styles[style.style_id] = found
        root = _numbering_root(document)
        if root is None:
            return
        for abstract in root.iter(qn("w:abstractNum")):
            levels = {
                _number(level.get(qn("w:ilvl"))): _read_level(level) for level in abstract.iter(qn("w:lvl"))
            }
            self._levels[abstract.get(qn("w:abstractNumId"))] = levels
        for concrete in root.iter(qn("w:num")):
            target = concrete.find(qn("w:abstractNumId"))
            if target is not None:
                self._abstract[concrete.get(qn("w:numId"))] = target.get(qn("w:val"))

    def label(self, paragraph: Any, style_id: str) -> str:
        """Return what Word shows before ``paragraph``, "" when it is not numbered; counts it."""
        reference = _reference(paragraph) or self._styles.get(style_id)
        if reference is None:
            return ""
        abstract, depth = self._abstract.get(reference[0], ""), reference[1]
        level = self._levels.get(abstract, {}).get(depth)
        if level is None or level.form in {"bullet", "none"}:
            return ""
        counts = self._counts.setdefault(abstract, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        label = level.pattern
        for other, settings in self._levels[abstract].items():
            number = counts.get(other, settings.start)
            label = label.replace(f"%{other + 1}", _written(number, settings.form))
        return label + ("" if label.endswith(("、", "）", ")", "．", "。", " ")) else " ") if label else ""


def _numbering_root(document: Document) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _reference(element: Any) -> tuple[str, int] | None:
    """The (numId, level) that a paragraph or a style names; numId 0 takes a number away."""
    properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if properties is None:
        return None
    number, depth = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
    if number is None:
        return None
    return number.get(qn("w:val"), ""), _number(depth.get(qn("w:val")) if depth is not None else None)


def _read_level(level: Any) -> _Level:
    values = {}
    for tag in ("numFmt", "lvlText", "start"):
        found = level.find(qn(f"w:{tag}"))
        values[tag] = found.get(qn("w:val"), "") if found is not None else ""
    return _Level(values["numFmt"] or "decimal", values["lvlText"], _number(values["start"] or "1"))


def _number(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() else 0


def _written(number: int, form: str) -> str:
    """A list number as Word writes it in the numbering format ``form``."""
    if form in _HAN_FORMATS and 0 < number < 100:
        return in_chinese(number)
    if form.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    if form in {"lowerLetter", "upperLetter"} and 0 < number <= 26:
        return chr((0x61 if form == "lowerLetter" else 0x41) + number - 1)
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 40:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman.lower() if form == "lowerRoman" else roman
    return str(number)
