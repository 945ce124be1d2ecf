from corpus.organisations.lac import tag_words


def test_tag_words_covers_the_text_with_its_own_offsets() -> None:
    text = "前文。省市场监督管理局完成抽检8.6万批次。\n后文"
    words = list(tag_words(text, 3, 24))
    assert "".join(text[word.start : word.end] for word in words) == text[3:24]
    assert [text[word.start : word.end] for word in words if word.tag == "ORG"] == ["省市场监督管理局"]


def test_tag_words_of_nothing_is_nothing() -> None:
    assert list(tag_words("")) == []
    assert list(tag_words("有字", 2)) == []
