import pytest

from bot.programs.arguments import argument_fault


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ({"type": "missing", "loc": ("body", "question")}, "缺少 question"),
        ({"type": "missing", "loc": ("text",)}, "缺少 text"),
        ({"type": "int_type", "loc": ("body", "number"), "input": "x"}, "number 的值 'x' 不能用"),
        ({"type": "json_invalid", "loc": ("body", 3)}, "不是可用的 JSON"),
        ({"type": "model_type", "loc": ("body",), "input": []}, "不是可用的 JSON"),
    ],
)
def test_fault_is_told_in_one_sentence(fault: dict[str, object], told: str) -> None:
    error = argument_fault([fault])
    assert told in error.in_language("zh")
    assert error.in_language("en").isascii()
