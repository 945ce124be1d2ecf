from pathlib import Path

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.turns.accounting import (
    HALF,
    account_of,
    accounted,
    denies,
    is_aim,
    is_denied,
    names_others,
    of_another_kind,
    passes_over_name,
    passes_over_owner,
    says_literally,
    says_no_thing,
    told_by_many,
)
from corpus.figure import Statement
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder


def stated(raw: str, speaker: Answerer) -> Statement:
    return next(one for one in speaker.knowledge.statements(["water"]) if one.figure.raw == raw)


def test_words_of_what_is_counted_weigh_more_than_others_of_the_sentence(speaker: Answerer) -> None:
    rules = stated("13项", speaker)
    assert account_of(("修订", "制度"), (), rules) == 1.0
    assert account_of(("追回", "资金"), (), rules) < 1.0
    assert account_of(("宇航员",), (), rules) < HALF


def test_name_that_the_report_does_not_tell_is_not_passed_over(speaker: Answerer) -> None:
    money = stated("48.6万元", speaker)
    assert not passes_over_name(("水费", "追回"), money, speaker.knowledge)
    assert not passes_over_name(("锦园", "追回"), money, speaker.knowledge)
    assert not passes_over_name(("锦园",), money, speaker.knowledge)


def test_only_places_that_the_asker_writes_are_other_places(speaker: Answerer) -> None:
    drafted = speaker.draft(speaker.read("县残联从学员手里收回的制度修订了多少项"))
    assert not names_others(("手里", "惠及", "制度"), drafted, speaker.knowledge)
    elsewhere = speaker.draft(speaker.read("县残联在罗坪修订制度多少项"))
    assert names_others(("罗坪", "制度"), elsewhere, speaker.knowledge)


def test_region_of_the_whole_report_is_not_passed_over(tmp_path: Path) -> None:
    text = """五届省委第三轮巡视整改情况综述
来源：东原省纪委监委
截至2023年6月，本轮被巡视党组织完成整改问题512个。
全省建立制度46项，东原省追责问责33人。白沙县追责问责7人。
"""
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add(parse_report(text, id="all", source="all.txt"))
        knowledge = Answerer(index).knowledge
        done = next(one for one in knowledge.statements(["all"]) if one.figure.raw == "512个")
        assert not passes_over_owner(("东原省",), done, knowledge)
        assert passes_over_owner(("白沙县",), done, knowledge)


def test_another_time_is_no_answer(speaker: Answerer) -> None:
    rate = stated("9.6%", speaker)
    assert account_of((), ("2022年",), rate) == 1.0
    assert account_of((), ("2021年",), rate) < HALF


def test_plan_is_no_answer_where_what_is_was_asked(speaker: Answerer) -> None:
    plan = stated("8%以下", speaker)
    assert account_of(("漏损率",), (), plan) < HALF
    assert account_of(("漏损率",), (), plan, plan=True) == 1.0


def test_draft_that_says_none_of_the_words_accounts_for_none(speaker: Answerer) -> None:
    drafted = speaker.draft(speaker.read("平槐县水务局修订制度多少项"))
    assert accounted(("修订",), (), drafted) == 1.0
    assert accounted((), (), drafted) == 1.0


@pytest.mark.parametrize(
    ("wording", "denied"),
    [
        ("还有几个没改完", True),
        ("未验收多少个", True),
        ("未来几年", False),
        ("改完几个", False),
        ("罚没款多少", False),
        ("没收几台", False),
        ("没收回多少", True),
    ],
)
def test_what_was_not_done_is_asked_for(wording: str, denied: bool) -> None:
    assert denies(wording) is denied


def test_what_was_done_is_not_denied(speaker: Answerer) -> None:
    assert not is_denied(stated("21个", speaker))


def test_very_verbs_are_told_from_their_like(speaker: Answerer) -> None:
    assert says_literally(("追回",), stated("48.6万元", speaker))
    assert not says_literally(("收回",), stated("48.6万元", speaker))


@pytest.mark.parametrize(
    ("told", "aim"),
    [
        ("全年支出进度不低于92%", True),
        ("漏损率不得高于8%", True),
        ("力争办结率达到95%", True),
        ("支出进度72%", False),
        ("办结率高于95%", False),
    ],
)
def test_bound_that_is_to_be_kept_is_an_aim(told: str, aim: bool) -> None:
    (one,) = read_statements(parse_report(f"工作通报\n{told}。\n", id="aim", source="aim"))
    assert is_aim(one) is aim


def test_what_is_told_as_done_is_asked_for_as_completed() -> None:
    report = parse_report("工作通报\n中心小学问题97个，已改92个。\n", id="done", source="done")
    whole, done = read_statements(report)
    assert account_of(("完成", "整改"), (), done) == 1.0
    assert account_of(("完成", "整改"), (), whole) < 1.0


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("修订制度多少项", False),
        ("修订制度排第几", True),
        ("制度修订率提高多少", True),
        ("修订制度多少万元", True),
    ],
)
def test_number_is_no_place_no_rate_and_no_money(speaker: Answerer, asked: str, other: bool) -> None:
    stated_rules = speaker.draft(speaker.read("平槐县水务局修订制度多少项"))
    assert of_another_kind(speaker.read(f"平槐县水务局{asked}"), stated_rules) is other


def test_words_that_several_reports_tell_name_nobody(speaker: Answerer) -> None:
    assert not told_by_many(("追回",), speaker.knowledge)  # two reports still tell one from the others
    assert not told_by_many((), speaker.knowledge)


def test_thing_that_a_report_does_not_tell_is_missed() -> None:
    assert says_no_thing(("一般", "债券"), "专项债券闲置21亿元")
    assert not says_no_thing(("专项", "债券"), "专项债券闲置21亿元")
    assert not says_no_thing(("债券",), "存款21亿元")
