import pytest

from corpus.errors import OldForm
from corpus.reading.formats import Content
from corpus.reading.old_forms import refuse_old
from tests.one_report import archive

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "target"),
    [
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "docx", id="text"),
        pytest.param(OLE + "Workbook".encode("utf-16-le"), "xlsx", id="workbook"),
        pytest.param(OLE + "PowerPoint Document".encode("utf-16-le"), "pdf", id="slides"),
        pytest.param(rb"{\rtf1", "docx", id="rich text"),
        pytest.param(
            archive([("mimetype", b"application/vnd.oasis.opendocument.text")]), "docx", id="open text"
        ),
        pytest.param(archive([("xl/workbook.bin", b"")]), "xlsx", id="binary workbook"),
        pytest.param(archive([("ppt/presentation.xml", b"")]), "pdf", id="slides in a package"),
    ],
)
def test_old_form_names_what_keeps_all_that_it_shows(data: bytes, target: str) -> None:
    refused = refuse_old(Content(data, "a.doc"))
    assert isinstance(refused, OldForm)
    assert refused.target == target
    assert "LibreOffice" in str(refused)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "已加密", id="locked"),
        pytest.param(OLE + "__properties_version1.0".encode("utf-16-le"), "Outlook", id="mail"),
    ],
)
def test_what_no_program_here_opens_is_refused(data: bytes, why: str) -> None:
    refused = refuse_old(Content(data, "a.doc"))
    assert not isinstance(refused, OldForm)
    assert why in str(refused)
