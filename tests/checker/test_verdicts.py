import ast
import re
from pathlib import Path

import pytest

from bot.messages import LANGUAGES, say
from bot.rendering import verdict_name
from checker.annotation.markup import annotate_html
from checker.rules import RULES
from checker.verdicts import CONFIRMED, VERDICT_ROWS, VERDICTS, WRONG, Verdict, VerdictText


def test_every_verdict_has_a_chinese_name() -> None:
    assert set(VERDICT_ROWS) == set(Verdict)
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


ROOT = Path(__file__).parent.parent.parent


def test_each_verdict_has_one_row_in_order() -> None:
    assert [row.verdict for row in VERDICTS] == list(Verdict)


@pytest.mark.parametrize("row", VERDICTS, ids=lambda row: row.verdict)
def test_row_says_how_the_verdict_is_shown(row: VerdictText) -> None:
    assert row.mark
    assert re.fullmatch("[0-9a-f]{6}", row.colour)
    assert bool(row.sign) is not row.leaves_alone
    assert (row.is_wrong, row.is_confirmed, row.leaves_alone).count(True) == 1
    assert row.is_confirmed or not row.is_stated
    assert {verdict_name(row.verdict, language) for language in LANGUAGES} == {row.chinese, row.english}


@pytest.mark.parametrize("row", [row for row in VERDICTS if not row.is_stated], ids=lambda row: row.verdict)
def test_messages_say_why_a_figure_of_the_verdict_is_not_shown(row: VerdictText) -> None:
    assert all(say(f"model.why_{row.verdict}", language) for language in LANGUAGES)


def test_names_and_urgencies_are_unique() -> None:
    for told in ("chinese", "english", "urgency"):
        assert len({getattr(row, told) for row in VERDICTS}) == len(VERDICTS)


def test_wrong_figures_are_more_urgent_than_all_others() -> None:
    ordered = sorted(VERDICTS, key=lambda row: row.urgency)
    assert {row.verdict for row in ordered[: len(WRONG)]} == WRONG
    assert ordered[-1].leaves_alone


def test_sets_come_from_the_rows() -> None:
    assert not WRONG & CONFIRMED
    assert {verdict for verdict in Verdict if VERDICT_ROWS[verdict].leaves_alone} == set(
        Verdict
    ) - WRONG - CONFIRMED


def test_page_has_the_style_of_each_verdict() -> None:
    page = annotate_html("", [])
    for row in VERDICTS:
        assert f".{row.verdict} {{ color: #{row.colour};" in page


def test_only_the_table_and_the_rules_tell_verdicts_apart() -> None:
    compared = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for room in ("bot", "checker")
        for path in sorted((ROOT / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare)
        and any(re.match(r"Verdict\.[A-Z]", ast.unparse(one)) for one in [node.left, *node.comparators])
    ]
    assert compared == []
