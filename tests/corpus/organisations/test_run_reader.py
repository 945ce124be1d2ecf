import pytest

from corpus.organisations.directory import Directory
from corpus.organisations.mention import Mention, MentionKind
from corpus.organisations.run_reader import RunReader, without_overlaps


def read(
    text: str, *, start: int = 0, end: int | None = None, known: Directory | None = None
) -> list[Mention]:
    return list(RunReader(text, start, len(text) if end is None else end, known).mentions())


def names(mentions: list[Mention]) -> list[str]:
    return [mention.name for mention in mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("由东原省财政厅牵头", ["东原省财政厅"], id="region before a level"),
        pytest.param("由省财政厅牵头", ["省财政厅"], id="level alone"),
        pytest.param("由教育部牵头", ["教育部"], id="line of work"),
        pytest.param("对海南师范大学巡视", ["海南师范大学"], id="known place"),
        pytest.param("省委外事工作委员会办公室印发", ["省委外事工作委员会办公室"], id="several heads"),
        pytest.param("市公安局西湖分局立案", ["市公安局西湖分局"], id="a branch"),
        pytest.param("共青团云泽市委召开", ["共青团云泽市委"], id="the league"),
        pytest.param("全省青岚县整改", ["全省", "青岚县"], id="regions between"),
        pytest.param("下坝乡完成整改", ["下坝乡"], id="below opens the name of a place"),
        pytest.param("下属乡完成整改", [], id="below names none"),
        pytest.param("九里岗乡完成整改", ["九里岗乡"], id="a numeral opens the name of a place"),
        pytest.param("二道沟镇和八里湾镇", ["二道沟镇", "八里湾镇"], id="two with numerals"),
        pytest.param("三类县完成整改", [], id="a kind of places with a numeral"),
        pytest.param("整治道路市政工程", [], id="a common word and half of another"),
        pytest.param("督导县财政", [], id="a deed before a level"),
        pytest.param(
            "黔南布依族苗族自治州纪委监委查处", ["黔南布依族苗族自治州纪委监委"], id="a region of peoples"
        ),
        pytest.param("青田县撤县设市后", ["青田县"], id="what became a city"),
        pytest.param("省财政厅厅长王明报告", ["省财政厅"], id="the head's own head"),
        pytest.param("江西省省级资金", ["江西省"], id="a region before its level's money"),
        pytest.param("自然村改造", [], id="a kind of villages"),
        pytest.param("优化布局", [], id="a word that ends like a head"),
        pytest.param("举办会议", [], id="a verb that ends like a head"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_run_is_read_from_left_to_right(text: str, found: list[str]) -> None:
    assert names(read(text)) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("七届省委第八轮被巡视党组织", MentionKind.GENERIC),
        ("有关部门", MentionKind.GENERIC),
        ("全市", MentionKind.REGION),
        ("该局党组", MentionKind.ANAPHOR),
        ("省信访局", MentionKind.ORGANISATION),
    ],
    ids=str,
)
def test_mention_has_its_kind(text: str, kind: MentionKind) -> None:
    assert [mention.kind for mention in read(text)] == [kind]


def test_party_organisation_belongs_to_the_mention_and_not_to_the_name() -> None:
    text = "中共云泽市中心医院委员会通报"
    (mention,) = read(text)
    assert (text[mention.start : mention.end], mention.name) == ("中共云泽市中心医院委员会", "云泽市中心医院")


@pytest.mark.parametrize(("text", "certain"), [("云泽理工大学", False), ("海南理工大学", True)])
def test_left_edge_is_certain_where_a_place_vouches_for_it(text: str, certain: bool) -> None:
    assert [mention.certain for mention in read(text)] == [certain]


@pytest.mark.parametrize(
    ("length", "found"), [(10, True), (11, False)], ids=["as long as it may be", "longer"]
)
def test_open_name_is_bounded(length: int, found: bool) -> None:
    assert bool(read("云" * length + "大学")) is found


def test_inspection_team_is_no_organisation() -> None:
    assert names(read("市委第三巡察组进驻市财政局")) == ["市财政局"]


def test_offsets_are_those_of_the_text_and_nothing_outside_is_read() -> None:
    text = "省教育厅和省财政厅和省审计厅"
    (mention,) = read(text, start=4, end=9)
    assert (mention.start, mention.end, mention.name) == (5, 9, "省财政厅")


def test_known_name_needs_no_head() -> None:
    known = Directory()
    known.add_name("云泽理工大学")
    assert names(read("云泽理工整改", known=known)) == ["云泽理工"]
    assert names(read("云泽理工整改")) == []


def mention(start: int, end: int, name: str = "") -> Mention:
    return Mention(start, end, name)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        pytest.param([mention(0, 4), mention(2, 9)], [mention(2, 9)], id="the longer stays"),
        pytest.param(
            [mention(0, 4, "a"), mention(2, 6, "b")], [mention(0, 4, "a")], id="of equals the first"
        ),
        pytest.param(
            [mention(4, 8), mention(0, 4)], [mention(0, 4), mention(4, 8)], id="side by side, in order"
        ),
        pytest.param([], [], id="none"),
    ],
)
def test_overlaps_are_settled_by_length(given: list[Mention], kept: list[Mention]) -> None:
    assert without_overlaps(given) == kept


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("青泊市注销空壳公司31家", ["青泊市"], id="companies"),
        pytest.param("青泊市定点采购学校由395所增加", ["青泊市"], id="schools"),
        pytest.param("青泊市排水公司5项", ["青泊市排水公司"], id="something-else"),
    ],
)
def test_what_is_counted_itself_makes_no_name(text: str, found: list[str]) -> None:
    assert names(read(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("岭东全市法院受理案件90件", ["岭东市"], id="a-place"),
        pytest.param("云州全省共有医院90家", ["云州省"], id="a-place-that-ends-like-a-level"),
        pytest.param("滨南市全市受理案件90件", ["滨南市", "全市"], id="a-region"),
        pytest.param("广西全区受理案件90件", ["广西", "全区"], id="a-place-that-is-known"),
        pytest.param("惠及全县群众90人", ["全县"], id="a-verb"),
        pytest.param("统筹全省资金90元", ["全省"], id="a-common-word"),
    ],
)
def test_whole_of_a_place_is_that_place(text: str, found: list[str]) -> None:
    assert names(read(text)) == found
