import pytest

from checker.rules import RULES
from checker.verdicts import CHINESE_VERDICTS, CONFIRMED, VERDICTS, WRONG, Verdict, VerdictText


def test_every_verdict_has_a_chinese_name() -> None:
    assert set(CHINESE_VERDICTS) == set(Verdict)
    assert len({row.chinese for row in VERDICTS}) == len(Verdict)


@pytest.mark.parametrize("row", VERDICTS, ids=lambda row: str(row.verdict))
def test_verdict_explains_itself_in_both_languages(row: VerdictText) -> None:
    assert row.meaning.isascii()
    assert row.meaning.endswith(".")
    assert row.meaning_zh.endswith("。")
    assert "\n" not in row.meaning + row.meaning_zh


@pytest.mark.parametrize(
    ("verdict", "wrong", "confirmed"),
    [
        (Verdict.SUPPORTED, False, True),
        (Verdict.ROUNDED, False, True),
        (Verdict.DERIVED, False, True),
        (Verdict.CONTRADICTED, True, False),
        (Verdict.MISATTRIBUTED, True, False),
        (Verdict.UNSUPPORTED, True, False),
        (Verdict.NOT_CHECKED, False, False),
    ],
    ids=str,
)
def test_verdict_is_wrong_or_confirmed_or_neither(verdict: Verdict, wrong: bool, confirmed: bool) -> None:
    assert (verdict in WRONG, verdict in CONFIRMED) == (wrong, confirmed)


def test_every_verdict_is_given_by_some_rule() -> None:
    assert {rule.verdict for rule in RULES} == set(Verdict)
