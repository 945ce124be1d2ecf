import pytest

from corpus.statements.times_of_deeds import find_times_of_deeds


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("不达标泵站9座，治理后还有2座。", ["治理后"]),
        ("亏损农场6家，整改后仍亏损3家。", ["整改后"]),
        ("闲置库房48间，盘活后剩余11间。", ["盘活后"]),
        ("债务率81%，化解后降到69%。", ["化解后"]),
        ("处分5人，此后还有2人被约谈。", []),
        ("售后投诉3件。", []),
    ],
)
def test_deed_that_says_only_when(sentence: str, found: list[str]) -> None:
    assert [sentence[start:end] for start, end in find_times_of_deeds(sentence)] == found
