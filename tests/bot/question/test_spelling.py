import pytest

from bot.question.spelling import put_right
from corpus.organisations.directory import Directory


@pytest.fixture(scope="module")
def directory() -> Directory:
    found = Directory()
    found.add_name("青岩市")
    found.add_name("青岩市教育局")
    return found


SLIPS = [
    ("第二轮巡视整该完成率多少", "第二轮巡视整改完成率多少"),
    ("青岩医院药站比是多少", "青岩医院药占比是多少"),
    ("青言教育局退了多少钱", "青岩教育局退了多少钱"),
]


@pytest.mark.parametrize(("typed", "meant"), SLIPS, ids=[row[0] for row in SLIPS])
def test_word_typed_by_its_sound_is_put_right(typed: str, meant: str, directory: Directory) -> None:
    assert put_right(typed, directory) == meant


@pytest.mark.parametrize(
    "text",
    [
        "青岩市教育局整改了几个问题",
        "致富项目有几个",
        "办公室搬到哪里",
        "庆阳市教育局退了多少钱",
        "他们只做了一半",
        "",
    ],
)
def test_what_is_right_or_another_word_stays(text: str, directory: Directory) -> None:
    assert put_right(text, directory) == text
