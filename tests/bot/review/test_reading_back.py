import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.review.draft_review import DraftReview, JudgedFigure, Ruling
from bot.review.reading_back import read_back
from checker.annotation.word_replies import WordReply
from retrieval.chat_catalog.chat_catalog import ChatCatalog

DRAFT = "全县受理来信41件。办结33件。剩余9件。"
NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)


@pytest.fixture
def review(tmp_path: Path) -> Iterator[DraftReview]:
    spans = [match.span() for match in re.finditer(r"\d+件", DRAFT)]
    with ChatCatalog.open(tmp_path / "catalog.db") as opened:
        yield DraftReview(opened.decisions, DRAFT, [JudgedFigure(*span, "unsupported") for span in spans])


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        pytest.param("同意", ("accept", ""), id="agreed"),
        pytest.param("不同意，见附表", ("reject", "见附表"), id="refused with a reason"),
        pytest.param("请信访局再核", ("note", "请信访局再核"), id="note"),
        pytest.param("", ("accept", ""), id="resolved without a word"),
    ],
)
def test_reply_decides(review: DraftReview, text: str, decided: tuple[str, str]) -> None:
    assert read_back(review, [WordReply(2, "李明", NOON, text, "contradicted")]) == 1
    (made,) = review.decisions().values()
    assert (made.choice, made.note, made.person, made.at) == (*decided, "word:李明", NOON)
    assert (made.place.raw, made.verdict) == ("33件", "contradicted")


@pytest.mark.parametrize("at", [NOON, None], ids=["dated", "undated"])
def test_reply_is_read_back_once(review: DraftReview, at: datetime | None) -> None:
    replies = [WordReply(1, "李明", at, "请再核"), WordReply(3, "李明", at, "同意")]
    assert read_back(review, replies) == 2
    assert read_back(review, replies) == 0
    assert len(review.history(1)) == 1


def test_later_reply_of_a_thread_holds(review: DraftReview) -> None:
    later = NOON.replace(hour=15)
    read_back(review, [WordReply(1, "王芳", later, "不同意"), WordReply(1, "李明", NOON, "同意")])
    assert review.decisions()[1].person == "word:王芳"


def test_older_reply_does_not_undo_what_was_decided_since(review: DraftReview) -> None:
    review.decide(1, Ruling.REJECT, by="web:1")
    read_back(review, [WordReply(1, "李明", NOON, "同意")])
    assert review.decisions()[1].person == "web:1"
