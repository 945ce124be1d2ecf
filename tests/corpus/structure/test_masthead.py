import pytest

from corpus.structure.masthead import has_masthead


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("关于整改情况的通报\n省财政厅完成整改24个。", True, id="title and text"),
        pytest.param("发布时间：2023-07-18\n省财政厅完成整改24个。", True, id="date and text"),
        pytest.param("省财政厅完成整改24个。", False, id="a sentence"),
        pytest.param("省财政厅完成整改24个。\n省审计厅完成整改26个。", False, id="sentences"),
        pytest.param("关于整改情况的通报", False, id="a title alone"),
        pytest.param("关于整改情况的通报\n发布时间：2023-07-18\n \n", False, id="a head alone"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_report_is_told_by_its_head(text: str, expected: bool) -> None:
    assert has_masthead(text) is expected
