"""PDF drafts as Word and LibreOffice print them, drawn with reportlab, for the tests of checked documents."""

from io import BytesIO
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT: Final = "STSong-Light"


def pdf_of(*pages: list[str], raised: str = "") -> bytes:
    """Return a PDF with a line of 12 points for each string; ``raised`` stands small and high behind the first line."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), invariant=1)
    for number, lines in enumerate(pages):
        for row, line in enumerate(lines):
            canvas.setFont(FONT, 12)
            canvas.drawString(72, 760 - 24 * row, line)
            if raised and number == row == 0:
                canvas.setFont(FONT, 7)
                canvas.drawString(72 + pdfmetrics.stringWidth(line, FONT, 12), 766, raised)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
