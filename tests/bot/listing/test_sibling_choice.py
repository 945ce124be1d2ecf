import pytest

from bot.listing.sibling_choice import is_named


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        pytest.param("三标段", "三标段核减多少", True, id="by its name"),
        pytest.param("三标段", "第3标段核减多少", True, id="by its number"),
        pytest.param("三标段", "十三标段核减多少", False, id="another number"),
        pytest.param("北河乡", "北河多报多少", True, id="without its end"),
        pytest.param("农机购置补贴", "农机补贴追回多少", True, id="by its first and last words"),
        pytest.param("东河镇", "北河多报多少", False, id="another"),
    ],
)
def test_member_is_named(name: str, text: str, named: bool) -> None:
    assert is_named(name, text) is named


def test_part_of_another_name_names_no_member() -> None:
    assert not is_named("北河县", "北河灌区管理处滞留多少", ["北河灌区管理处"])
