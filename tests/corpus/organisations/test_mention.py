import pytest

from corpus.organisations.directory import Directory
from corpus.organisations.mention import KnownNames, Mention, MentionKind
from corpus.organisations.mentions import find_organisations


def test_mention_is_a_certain_organisation_where_nothing_else_is_said() -> None:
    mention = Mention(0, 4, "省财政厅")
    assert (mention.kind, mention.certain) == (MentionKind.ORGANISATION, True)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        pytest.param("省财政厅党组整改", MentionKind.ORGANISATION, "省财政厅", id="organisation"),
        pytest.param("2022年全省梳理", MentionKind.REGION, "全省", id="region"),
        pytest.param("各被巡视党组织整改", MentionKind.GENERIC, "各被巡视党组织", id="generic"),
        pytest.param("该局完成整改", MentionKind.ANAPHOR, "该局", id="anaphor"),
    ],
)
def test_each_kind_is_found_in_a_text(text: str, kind: MentionKind, name: str) -> None:
    (mention,) = find_organisations(text)
    assert (mention.kind, mention.name) == (kind, name)
    assert text[mention.start : mention.end].startswith(name)


def test_kinds_read_as_they_are_stored() -> None:
    assert [MentionKind(str(kind)) for kind in MentionKind] == list(MentionKind)


class OneName:
    """The smallest dictionary of names: 阿甲 alone, and the place 乙川."""

    def may_start(self, beginning: str) -> bool:
        return beginning in {"阿甲", "乙川"}

    def longest_at(self, text: str, position: int, end: int) -> int:
        return position + 2 if text.startswith("阿甲", position) and position + 2 <= end else position

    def is_place(self, name: str) -> bool:
        return name == "乙川"


@pytest.mark.parametrize("known", [OneName(), Directory()], ids=["a name of its own", "the directory"])
def test_dictionary_of_names_is_whatever_answers_for_names(known: KnownNames) -> None:
    found = {mention.name for mention in find_organisations("阿甲整改，省财政厅整改。", known=known)}
    assert found == ({"阿甲", "省财政厅"} if isinstance(known, OneName) else {"省财政厅"})
