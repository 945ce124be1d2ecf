import re
from html.parser import HTMLParser

import pytest

from checker.annotation.markup import annotate_html, annotate_markdown, count_verdicts
from checker.check import check
from tests.checker.reports import evidence_of

SOURCE = "省信访局2020年梳理信访矛盾纠纷578件，化解528件。"
DRAFT = "省信访局梳理矛盾纠纷578件<b>、化解538件&#42;。\n\n另有**利润**3.6亿元。\x07"


class Text(HTMLParser):
    """Collects the text of the element with the class ``draft``, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if self.depth or dict(attrs).get("class") == "draft":
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= bool(self.depth)

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.text += data


def test_html_keeps_the_draft_and_marks_its_figures() -> None:
    page = annotate_html(DRAFT, check(DRAFT, evidence_of(SOURCE)))
    parser = Text()
    parser.feed(page)
    assert re.sub(r"[✓✗]\d+", "", parser.text) == DRAFT.removesuffix("\x07")
    assert "b" not in parser.tags[: parser.tags.index("table")]
    assert page.count('<mark class="contradicted"') == 1
    assert "528件" in page


def test_markdown_shows_the_draft_as_it_is() -> None:
    page = annotate_markdown(DRAFT, check(DRAFT, evidence_of(SOURCE)))
    assert "**538件**[^2]" in page
    assert "[^2]: 不一致。" in page
    assert "\\*\\*利润\\*\\*" in page


@pytest.mark.parametrize("draft", ["", "没有数字。"])
def test_draft_without_figures_says_so(draft: str) -> None:
    assert count_verdicts(check(draft, evidence_of(SOURCE))) == "文中没有数字。"
    assert "没有数字" in annotate_html(draft, [])


def test_summary_counts_what_needs_a_person_first() -> None:
    told = count_verdicts(check(DRAFT, evidence_of(SOURCE)))
    assert told.startswith("共3个数字，2个需要人看：")
    assert told.index("不一致1个") < told.index("一致1个")
