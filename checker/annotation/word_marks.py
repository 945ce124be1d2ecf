"""Marks in a Word document's elements: runs cut at a figure's edges and shaded, comments anchored around them."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from docx.oxml.ns import nsmap, qn
from lxml import etree  # type: ignore[import-untyped]

from checker.annotation.word_documents import writable

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
AUTHOR: Final = "Hedui"
"""Who our comments are by, so that they are told from people's."""

_COVERING: Final = (qn("w:shd"), qn("w:highlight"))
"""Colours behind a run's text: the verdict's takes their place."""


def word_element(name: str, *children: Any, **attributes: str) -> Any:
    """Return an element of Word's own namespace, its attributes of the same; a string among the children is text."""
    named = {qn(f"w:{key}"): value for key, value in attributes.items()}
    made = etree.Element(qn(f"w:{name}"), named, nsmap={"w": nsmap["w"]})
    for child in children:
        if isinstance(child, str):
            made.text = writable(child)
            made.set(_SPACE, "preserve")
        else:
            made.append(child)
    return made


def word_run(text: str, *properties: Any) -> Any:
    """Return a run of text."""
    return word_element("r", word_element("rPr", *properties), word_element("t", text))


def cut_out(text: Any, start: int, end: int) -> Any:
    """Cut a text element's run so that ``text[start:end]`` has a run of its own, and return that run.

    The element itself keeps what stands before ``start``: cut from the end of a text backwards.
    """
    _cut(text, end)
    return _cut(text, start).getparent()


def _cut(text: Any, place: int) -> Any:
    """Give what follows ``place`` in a text's run a run of its own; return the text element that begins there."""
    run = text.getparent()
    properties = run.find(qn("w:rPr"))
    written = text.text or ""
    following = list(text.itersiblings())
    before = [child for child in text.itersiblings(preceding=True) if child is not properties]
    if (place == 0 and not before) or (place >= len(written) and not following):
        return text
    rest = run.makeelement(run.tag, dict(run.attrib))
    if properties is not None:
        rest.append(deepcopy(properties))
    beginning = text
    if place:
        text.text = written[:place]
        text.set(_SPACE, "preserve")
        beginning = word_element("t", written[place:]) if place < len(written) else None
    for moved in [beginning, *following]:
        if moved is not None:
            rest.append(moved)
    run.addnext(rest)
    return beginning


def shade(run: Any, fill: str) -> None:
    """Colour what is behind a run's text; ``fill`` is red, green and blue in hexadecimal digits."""
    properties = run.find(qn("w:rPr"))
    if properties is None:
        properties = word_element("rPr")
        run.insert(0, properties)
    for covering in [child for child in properties if child.tag in _COVERING]:
        properties.remove(covering)
    change = properties.find(qn("w:rPrChange"))
    place = len(properties) if change is None else properties.index(change)
    properties.insert(place, word_element("shd", val="clear", color="auto", fill=fill))


def body_run(element: Any) -> Any:
    """Return the run of the document's own text that ``element`` stands in: for a text box, the run that holds it."""
    return [one for one in (element, *element.iterancestors()) if one.tag == qn("w:r")][-1]


def anchor(first: Any, last: Any, number: str) -> None:
    """Let the comment ``number`` reach from the run ``first`` to the run ``last``."""
    first.addprevious(word_element("commentRangeStart", id=number))
    end = word_element("commentRangeEnd", id=number)
    last.addnext(end)
    end.addnext(word_element("r", word_element("commentReference", id=number)))


def comment(number: str, lines: Sequence[str]) -> Any:
    """Return a comment of the document's part for comments: a paragraph for each line, the first one bold."""
    paragraphs = [
        word_element("p", word_run(line, *([word_element("b")] if place == 0 else [])))
        for place, line in enumerate(lines)
    ]
    return word_element("comment", *paragraphs, id=number, author=AUTHOR, initials=AUTHOR[0])
