import pytest

from corpus.errors import UnreadableFile
from corpus.reading.packed.archives import archived_files
from tests.one_report import archive


def test_files_come_in_their_order_with_their_folders() -> None:
    data = archive(
        [
            ("二/b.txt", b"2"),
            ("一/a.txt", b"1"),
            ("__MACOSX/x.txt", b""),
            ("一/~$c.docx", b""),
            (".d.txt", b""),
        ]
    )
    assert list(archived_files(data, "a.zip")) == [("二/b.txt", b"2"), ("一/a.txt", b"1")]


@pytest.mark.parametrize("code", ["gb18030", "utf-8"])
def test_name_that_does_not_say_its_encoding_is_read(code: str) -> None:
    name = "问题.txt".encode(code)
    data = archive([("x" * len(name), b"1")]).replace(b"x" * len(name), name)
    assert list(archived_files(data, "a.zip")) == [("问题.txt", b"1")]


@pytest.mark.parametrize("name", ["../../etc/a.txt", "/etc/a.txt", "..\\..\\etc\\a.txt"])
def test_no_name_leads_out_of_the_archive(name: str) -> None:
    ((inner, _),) = archived_files(archive([(name, b"1")]), "a.zip")
    assert inner == "etc/a.txt"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(archive([("a.txt", bytes(30_000_000))]), "压缩炸弹", id="bomb"),
        pytest.param(archive()[:60], "损坏", id="cut"),
        pytest.param(archive().replace("整改".encode("gb18030"), b"XXXX", 1)[:-30], "损坏", id="broken"),
    ],
)
def test_archive_that_is_no_good_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        list(archived_files(data, "a.zip"))
