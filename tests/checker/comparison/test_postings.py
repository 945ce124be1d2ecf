import numpy as np
import pytest

from checker.comparison.features import FeatureReader, Features
from checker.comparison.postings import Postings, greatest, unrepeated
from corpus.statements.statements import read_draft

SENTENCES = (
    "全镇收回资金31万元。",
    "全镇收回违规资金42万元。",
    "清理僵尸企业17家，处分干部9人。",
    "共计58个。",
    "开展巡察。合计64个。",
)


@pytest.fixture(scope="module")
def known() -> list[Features]:
    read = FeatureReader().of
    return [read(statement) for text in SENTENCES for statement in read_draft(text)]


def counted(mine: Features, theirs: Features) -> int:
    return 2 * len(mine.parts & theirs.parts) + len(mine.context & theirs.context)


def test_shared_words_are_counted_as_one_by_one(known: list[Features]) -> None:
    postings = Postings(known)
    for mine in known:
        assert list(postings.shared(mine)) == [counted(mine, theirs) for theirs in known]


def test_rare_words_lead_before_common_ones(known: list[Features]) -> None:
    found = list(Postings(known).with_any({"资金", "违规"}, 10))
    assert found[:2] == [1, 0]


def test_common_words_are_left_out_where_enough_are_found(known: list[Features]) -> None:
    assert list(Postings(known).with_any({"资金", "违规"}, 1)) == [1]


def test_sentence_leads_to_a_figure_without_a_metric(known: list[Features]) -> None:
    bare = [place for place, one in enumerate(known) if not one.parts and one.context]
    for place in bare:
        assert place in Postings(known).with_any(known[place].context, 10)


def test_unknown_words_lead_nowhere(known: list[Features]) -> None:
    assert len(Postings(known).with_any({"直升机"}, 10)) == 0
    assert len(Postings([]).with_any({"资金"}, 10)) == 0


def test_of_equal_weights_the_first_found_stands_first() -> None:
    found = np.array([7, 3, 5, 1], np.int32)
    assert list(greatest(found, np.array([1, 2, 1, 2], np.int32), 3)) == [3, 1, 7]


def test_place_found_again_stands_where_it_came_first() -> None:
    assert list(unrepeated(np.array([4, 2, 4, 9, 2], np.int32))) == [4, 2, 9]
