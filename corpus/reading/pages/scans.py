"""Pictures of pages: a picture goes in, the lines that were recognised in it come out, with their places.

RapidOCR recognises them with the models that its package brings; nothing is fetched.
"""

import io
import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError

from corpus.reading.pages.page_rows import PageRow, page_rows
from corpus.reading.pages.paragraphs import paragraphs, without_running_heads
from corpus.reading.refusals import refuse, refuse_scan

_RESOLUTION: Final = 200
"""Dots of an inch at which pages are drawn, and which a picture that does not say is taken to have."""

_MOST_DOTS: Final = 30_000_000
_LEAST_SURE: Final = 0.5
_SHORT: Final = 3
"""Characters: of a line with fewer the box says little of their size."""

_ENGINE: Final = {
    "Global.log_level": "error",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1440,
    "Rec.rec_batch_num": 2,
}
"""Where lines stand is found in a picture of half the dots: a page takes half of the time and of the memory. What
they say is read in all of its dots."""

_POINTS: Final = 72
_NARROW: Final = 0.55
"""How wide a digit or letter is, in widths of a Han character."""


class Recogniser:
    """The models of one reading; they take a second to load."""

    def __init__(self) -> None:
        """Load the models."""
        from rapidocr import RapidOCR

        logging.getLogger("RapidOCR").setLevel(logging.ERROR)
        self._engine: RapidOCR = RapidOCR(params=_ENGINE)

    def rows(self, picture: Image.Image) -> list[PageRow]:
        """Return the lines of a page's picture from top to bottom, in points at the resolution that pages are drawn in."""
        import numpy

        found: Any = self._engine(numpy.asarray(picture.convert("RGB")))
        if found.boxes is None:
            return []
        scale = _POINTS / _RESOLUTION
        boxes = [
            (text, *(scale * float(side(axis)) for axis in (box[:, 0], box[:, 1]) for side in (min, max)))
            for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
            if score >= _LEAST_SURE and text.strip()
        ]
        return page_rows(list(_fragments(boxes, scale * picture.height)), scale * picture.width / 2)


def _fragments(boxes: Iterable[tuple[str, float, float, float, float]], height: float) -> Iterator[PageRow]:
    """Yield a fragment for each text in its box (left, right, top, bottom), of the size that its characters have.

    Boxes leave more or less room around their texts, so that their height says less of it than their width.
    """
    usual = 0.0
    for text, left, right, top, bottom in sorted(boxes, key=lambda box: box[3]):
        widths = sum(1.0 if ord(character) > 0x2E7F else _NARROW for character in text)
        size = (right - left) / widths if len(text) >= _SHORT else usual or bottom - top
        usual = size = min(size, bottom - top)
        middle = height - (top + bottom) / 2
        yield PageRow((text,), left, right, middle - size / 2, middle + size / 2)


def drawn_page(document: pypdfium2.PdfDocument, number: int) -> Image.Image:
    """Return a page of a PDF as a picture, at the resolution of scans as far as it is of a usual size."""
    page = document[number]
    scale = _RESOLUTION / _POINTS
    dots = page.get_width() * page.get_height() * scale * scale
    picture: Image.Image = page.render(
        scale=scale * min(1.0, (_MOST_DOTS / max(dots, 1.0)) ** 0.5), grayscale=True
    ).to_pil()
    page.close()
    return picture


def read_picture(data: bytes, name: str, *, recognise: bool | None = None) -> str:
    """Return the text of a picture of a page, or of several in one file.

    Raises ``ScannedFile`` unless its text is to be recognised, and ``UnreadableFile`` for one that is damaged, too
    large, or without text.
    """
    try:
        with Image.open(io.BytesIO(data)) as picture:
            frames = getattr(picture, "n_frames", 1)
            if picture.width * picture.height > _MOST_DOTS:
                raise refuse("large picture", name, detail=f"{picture.width}×{picture.height}")
            if not recognise:
                raise refuse_scan("image", name, frames)
            recogniser = Recogniser()
            pages = []
            for frame in range(frames):
                picture.seek(frame)
                pages.append(recogniser.rows(_upright(picture)))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise refuse("damaged", name) from error
    return "\n".join(paragraphs(without_running_heads(pages)))


def _upright(picture: Image.Image) -> Image.Image:
    """A picture as it is to be looked at, in the resolution in which pages are drawn."""
    turned = ImageOps.exif_transpose(picture) or picture
    told = turned.info.get("dpi", (_RESOLUTION,))[0]
    if not 50 < float(told) < 1200 or abs(float(told) - _RESOLUTION) < 1:
        return turned
    factor = _RESOLUTION / float(told)
    return turned.resize((max(1, round(turned.width * factor)), max(1, round(turned.height * factor))))


def scanned_pages(data: bytes, numbers: Sequence[int]) -> dict[int, list[PageRow]]:
    """Return the recognised lines of the pages of a PDF that have these numbers, from 0."""
    document = pypdfium2.PdfDocument(data)
    try:
        recogniser = Recogniser()
        return {number: recogniser.rows(drawn_page(document, number)) for number in numbers}
    finally:
        document.close()
