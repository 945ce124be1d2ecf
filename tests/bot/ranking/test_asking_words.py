import pytest

from bot.question.understanding import read_question
from bot.ranking.asking_words import (
    absent_share,
    deed_before,
    deed_said,
    deed_sought,
    happening,
    has_word_of_others,
    is_other_noun,
    noun_counted,
    with_other_deeds,
)
from bot.ranking.figure_context import words_around
from bot.ranking.scope import Place
from bot.ranking.term_presence import StatementSetting
from checker.comparison.features import features
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report


def setting(text: str, raw: str) -> StatementSetting:
    report = parse_report(text, id="one", source="one.txt")
    statements = read_statements(report)
    index = next(index for index, one in enumerate(statements) if one.figure.raw == raw)
    one = statements[index]
    return StatementSetting(one, features(one), words_around(statements)[index], Place(report, ""))


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        pytest.param("拖欠的货款已经付了", "付", id="one character"),
        pytest.param("虚领的补贴追回来", "追", id="with where it went"),
        pytest.param("多收的押金一共退还", "退还", id="adverb before it"),
        pytest.param("大坝渗漏一共", "", id="no verb"),
        pytest.param("危桥还剩", "", id="what is left is no deed"),
        pytest.param("水费涉及", "", id="a verb that says nothing"),
        pytest.param("护林员提高了", "", id="a change is none"),
        pytest.param("招来的护林员中有", "", id="that there are so many is none"),
        pytest.param("造林规程包含", "", id="what is a part is none"),
        pytest.param("租金没收回", "", id="denied"),
        pytest.param("渠道修复的有", "修复", id="of which there are so many"),
        pytest.param("赊欠的草料款还了", "还", id="what else is an adverb"),
        pytest.param("河道清了", "清", id="what else is no verb"),
        pytest.param("隐患销号了", "销号", id="what else is a noun"),
        pytest.param("农户旱厕改了", "改", id="one word with what was done to"),
        pytest.param("树苗种回了", "种回", id="with where it went, in one word"),
        pytest.param("名册清出去", "清", id="what else is none, with where it went"),
        pytest.param("护林员少了", "", id="a quality is none"),
        pytest.param("拖欠的货款要付", "", id="still to be done"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_deed_is_the_verb_before_the_asking_word(text: str, deed: str) -> None:
    assert deed_before(text)[:1] == ((deed,) if deed else ())


PAID = "拖欠货款56万元，已支付41万元。"


@pytest.mark.parametrize(
    ("text", "raw", "said"),
    [
        pytest.param(PAID, "41万元", 1.0, id="its own"),
        pytest.param(PAID, "56万元", 0.0, id="the next figure's"),
        pytest.param("支付货款时查出差错，涉及金额8万元。", "8万元", 0.4, id="in a clause before"),
        pytest.param("未支付货款9万元。", "9万元", 0.0, id="not done"),
        pytest.param("欠付货款9万元。", "9万元", 0.0, id="owed"),
        pytest.param("支付货款8万元；查出差错，涉及金额3万元。", "3万元", 0.2, id="before a semicolon"),
    ],
)
def test_figure_is_of_what_was_done(text: str, raw: str, said: float) -> None:
    assert deed_said(deed_before("货款付了"), setting(text, raw)) == said


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        pytest.param("货款付了多少", "付", id="before the asking word"),
        pytest.param("漏洞有几个堵上了", "堵", id="behind it"),
        pytest.param("漏洞有几个", "", id="nowhere"),
        pytest.param("多少头牛出栏，谁知道", "", id="not said to be done"),
    ],
)
def test_deed_sought_stands_before_the_asking_word_or_behind(question: str, deed: str) -> None:
    asked = read_question(question, Directory())
    assert deed_sought(asked, asked.sought[0])[:1] == ((deed,) if deed else ())


def test_without_a_deed_nothing_is_told() -> None:
    assert deed_said((), setting(PAID, "41万元")) == 0.5


@pytest.mark.parametrize(
    ("noun", "other"),
    [
        pytest.param("漏洞", True, id="another thing"),
        pytest.param("制度", False, id="the very thing"),
        pytest.param("管理制度", False, id="a sort of it"),
        pytest.param("", False, id="none asked"),
    ],
)
def test_another_noun_after_the_figure_is_told(noun: str, other: bool) -> None:
    assert is_other_noun(noun, setting("针对排查出的漏洞建立了26个相关制度。", "26个")) is other


def test_noun_counted_is_surer_the_longer_it_is_alike() -> None:
    one = setting("清退了11家劳务企业。", "11家")
    assert noun_counted("劳务企业", one) == 1.0
    assert noun_counted("养老机构", one) == 0.0


@pytest.mark.parametrize(
    ("text", "forms", "other"),
    [
        pytest.param("受理来信52件，答复47件。", ("答复",), ["52件"], id="another has the deed"),
        pytest.param("受理来信52件，答复47件。", ("受理",), ["47件"], id="a later one has its own"),
        pytest.param("收回土地90亩，其中东岭队40亩。", ("收回",), [], id="said of its parts as well"),
        pytest.param("查扣车辆90起，其中醉驾12起。", ("查扣",), [], id="asked of, and no deed"),
        pytest.param("梳理了6个方面31个问题。", ("梳理",), [], id="said of what runs on"),
        pytest.param(
            "受理来信52件，答复47件。", ("转办",), ["52件", "47件"], id="nobody's, and each has its own"
        ),
        pytest.param("细化措施217条。", ("完成",), ["217条"], id="its own alone"),
        pytest.param("追回货款41万元。", ("收回",), [], id="another word for it"),
        pytest.param("过期药品120盒，已下架。", ("下架",), [], id="said behind it"),
        pytest.param("小学教师312名。", ("招聘",), [], id="no deed at all"),
        pytest.param(
            "限时整改类隐患31处，已整改27处；长期整改类隐患12处，已整改5处。",
            ("整改",),
            ["31处", "12处"],
            id="a sort of thing to be done",
        ),
    ],
)
def test_figure_of_another_deed_than_its_sentence_tells_elsewhere(
    text: str, forms: tuple[str, ...], other: list[str]
) -> None:
    statements = read_statements(parse_report(text, id="one", source="one.txt"))
    told = [(one, {"deed": deed_said(forms, setting(text, one.figure.raw))}) for one in statements]
    found = with_other_deeds(told, ("醉驾", "整改", "措施数"), forms)
    assert [one.figure.raw for one, signals in found if signals["other_deed"]] == other


@pytest.mark.parametrize(
    ("asked", "other"),
    [(("完成", "整改措施"), 1.0), (("细化", "整改措施"), 0.0)],
    ids=["another deed", "the very deed"],
)
def test_deed_within_the_name_of_a_thing_is_none(asked: tuple[str, ...], other: float) -> None:
    (one,) = read_statements(parse_report("县住建局细化整改措施217条。", id="one", source="one.txt"))
    ((_, signals),) = with_other_deeds([(one, {"deed": 0.5})], asked, ())
    assert signals["other_deed"] == other


STILL_TO_BE = "应追回补贴75万元，已追回62万元。"
SORTS = "长期整改类事项18件，已整改11件。"
SHORT = "完成整改40件，本级完成25件，所属企业完成15件。"


@pytest.mark.parametrize(
    ("question", "text", "raw", "said"),
    [
        pytest.param("虚领的补贴追回", STILL_TO_BE, "75万元", 0.0, id="still to be done"),
        pytest.param("虚领的补贴追回", STILL_TO_BE, "62万元", 1.0, id="done"),
        pytest.param("长期整改类事项已整改", SORTS, "18件", 0.0, id="names a sort"),
        pytest.param("长期整改类事项已整改", SORTS, "11件", 1.0, id="beside the sort"),
        pytest.param("所属企业完成整改", SHORT, "15件", 1.0, id="said in short"),
    ],
)
def test_deed_that_is_to_be_done_or_names_a_sort_is_not_done(
    question: str, text: str, raw: str, said: float
) -> None:
    assert deed_said(deed_before(question), setting(text, raw)) == said


@pytest.mark.parametrize("text", ["补贴应该退", "补贴该退", "补贴应退"])
def test_deed_that_should_have_been_done_is_none(text: str) -> None:
    assert deed_before(text) == ()


@pytest.mark.parametrize(
    ("said", "in_unit", "share"),
    [
        pytest.param({"购置": 0.15, "药品": 0.3}, False, 1.0, id="no deed near, no thing beside"),
        pytest.param({"购置": 0.15, "药品": 0.3}, True, 0.0, id="in the very unit"),
        pytest.param({"购置": 0.15, "药品": 1.0}, False, 0.0, id="the thing beside the figure"),
        pytest.param({"购置": 0.85, "药品": 0.15}, False, 0.5, id="the deed alone"),
        pytest.param({"药品": 0.15}, False, 1.0, id="nothing at all"),
        pytest.param({}, False, 0.0, id="nothing asked"),
    ],
)
def test_what_is_told_nowhere_near_is_absent(said: dict[str, float], in_unit: bool, share: float) -> None:
    assert absent_share(said, [(word, 1.0) for word in said], in_unit) == share


def test_thing_told_before_is_no_absent_one_where_the_deed_was_done() -> None:
    told = {"抢险": 0.15, "公路": 0.55}
    weights = [(word, 1.0) for word in told]
    assert absent_share(told, weights, in_unit=False) == 1.0
    assert absent_share(told, weights, in_unit=False, done=True) < 1.0


@pytest.mark.parametrize(
    ("said", "of_others"),
    [
        pytest.param({"购置": 0.85, "压实度": 0.15}, True, id="a thing that is told of others"),
        pytest.param({"第二批": 0.15, "药品": 1.0}, True, id="the number of others"),
        pytest.param({"查出": 0.15, "药品": 1.0}, False, id="a deed that is said in many words"),
        pytest.param({"问题": 0.15, "药品": 1.0}, False, id="a word that says little"),
        pytest.param({"工钱": 0.0, "拿回": 1.0}, False, id="a word that the report says nowhere"),
        pytest.param({"药品": 0.35}, False, id="over the sentence"),
    ],
)
def test_word_that_a_report_has_for_other_figures_alone_is_of_others(
    said: dict[str, float], of_others: bool
) -> None:
    assert has_word_of_others(said) is of_others


@pytest.mark.parametrize(
    ("question", "word"),
    [
        pytest.param("采茶节开幕时间", "开幕", id="before the word of time"),
        pytest.param("采茶节什么时候开幕", "开幕", id="behind the asking word"),
        pytest.param("采茶节来了多少人", "", id="asks for no time"),
        pytest.param("书面报告几号之前要交", "", id="what is only to happen"),
    ],
)
def test_what_happened_is_what_is_asked_when(question: str, word: str) -> None:
    read = read_question(question, Directory())
    assert happening(read.sought[0]) == word


def test_date_of_what_is_told_nowhere_near_is_absent() -> None:
    said = {"药品": 1.0, "购置": 0.15}
    assert absent_share(said, [(word, 1.0) for word in said], in_unit=False, happened="购置") == 1.0
    assert absent_share(said, [(word, 1.0) for word in said], in_unit=False) == 0.0


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("付了多少", [True]),
        ("反馈问题、整改措施、修订制度各是多少", [False, False, False]),
    ],
)
def test_part_of_a_row_asks_for_no_deed_of_the_others(text: str, deeds: list[bool]) -> None:
    question = read_question(text, Directory())
    assert [bool(deed_sought(question, one)) for one in question.sought] == deeds
