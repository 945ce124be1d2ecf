from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook

from checker.annotation.same_document import SAME_FORMS, annotate_same
from corpus.reading.documents import read_bytes
from tests.checker.annotation.pdf_drafts import pdf_of
from tests.checker.annotation.word_drafts import file_bytes, plain


def _workbook() -> bytes:
    book = Workbook()
    book.active.append(["排查绿地45处"])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


DRAFTS: dict[str, Callable[[], bytes]] = {
    "docx": lambda: file_bytes(plain()),
    "xlsx": _workbook,
    "pdf": lambda: pdf_of(["排查绿地45处"]),
}


@pytest.mark.parametrize("form", SAME_FORMS)
def test_document_stays_of_its_form_and_text(form: str) -> None:
    data = DRAFTS[form]()
    read = read_bytes(data, f"draft.{form}")
    made = read_bytes(annotate_same(data, form, read.text, []), f"draft.{form}")
    assert (made.form, made.text) == (form, read.text)
