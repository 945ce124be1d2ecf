import pytest

from corpus.reading.pages.page_furniture import is_page_number


@pytest.mark.parametrize("line", ["— 3 —", "第 3 页 共 12 页", "3/12", "iv", "-7-"])
def test_page_number_is_told(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["共整改问题36个", "3个", "2021年", "第三页"])
def test_other_lines_are_none(line: str) -> None:
    assert not is_page_number(line)
