from pathlib import Path

import pytest

from bot.answering.pipeline import Answerer
from bot.ranking import report_knowledge as knowledge
from bot.ranking.report_knowledge import Knowledge
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder

QUESTIONS = (
    "北屏市财政局完成整改问题多少个？",
    "东原理工大学退还费用多少？",
    "临河市农业农村局退还资金多少？",
)


def test_answers_stay_the_same_when_what_was_learned_is_let_go(
    samples: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowledge, "WHOLE", 0)
    wanted = [Answerer(samples).answer(question)[0].text for question in QUESTIONS]
    monkeypatch.setattr(knowledge, "KNOWN", 1)
    monkeypatch.setattr(knowledge, "STATEMENTS_KEPT", 1)
    answerer = Answerer(samples)
    assert [answerer.answer(question)[0].text for question in QUESTIONS] == wanted


@pytest.mark.parametrize(
    "question",
    [
        "北屏财政局改完了几个问题？",
        "东原理工退了多少钱？",
        "临河农业农村局定了几项制度？",
        "东原水投整改了多少个问题？",
    ],
)
def test_short_names_are_understood_in_a_large_index_as_in_a_small_one(
    question: str, samples: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = Answerer(samples).ask(question)
    monkeypatch.setattr(knowledge, "WHOLE", 0)
    answer = Answerer(samples).ask(question)
    assert answer.direct is not None
    assert answer.text == wanted.text


def test_statements_are_kept_up_to_a_bound(samples: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [report.id for report in samples.reports()]
    known = Knowledge(samples)
    wanted = {report: known.statements([report]) for report in ids}
    monkeypatch.setattr(knowledge, "STATEMENTS_KEPT", 1)
    bounded = Knowledge(samples)
    for report in (*ids, *reversed(ids)):
        assert bounded.statements([report]) == wanted[report]
    assert len(bounded.statements(ids)) == sum(map(len, wanted.values()))


def test_prepared_questions_are_answered_alike(samples: Index) -> None:
    wanted = [Answerer(samples).answer(question)[0].text for question in QUESTIONS]
    answerer = Answerer(samples)
    answerer.prepare([*((question, None) for question in QUESTIONS), ("", None), ("总结北屏市财政局", None)])
    assert [answerer.answer(question)[0].text for question in QUESTIONS] == wanted


def test_features_go_with_the_statements_that_are_let_go(
    samples: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Knowledge(samples)
    first, second = list(known.titles)[:2]
    statement = known.statements([first])[0]
    before = known.features.of(statement)
    assert known.features.of(statement) is before
    around = known.sentences.of([statement], "")
    monkeypatch.setattr(knowledge, "STATEMENTS_KEPT", 1)
    known.statements([second])
    assert known.features.of(statement) is not before
    assert known.sentences.of([statement], "") is not around


ROWS = "沙屿市安全检查情况的通报\n2023年5月9日\n县区      检查企业\n梧溪县    31\n松湖县    45\n"
OWN = "梧溪县信访局关于信访积案化解情况的通报\n2023年6月1日\n梧溪县排查信访积案62件，化解55件。\n"


def test_region_with_a_report_of_its_own_is_no_mere_row_of_another(tmp_path: Path) -> None:
    texts = {"rows": ROWS, "own": OWN}
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add_all([parse_report(text, id=name, source=f"{name}.txt") for name, text in texts.items()])
        known = Knowledge(index)
        assert "松湖县" in known.members
        assert "梧溪县" not in known.members
        answerer = Answerer(index)
        own, row = answerer.ask("梧溪县化解信访积案多少件"), answerer.ask("松湖县检查企业多少家")
    assert own.direct is not None
    assert own.direct.raw == "55件"
    assert row.direct is not None
    assert row.direct.raw == "45"
