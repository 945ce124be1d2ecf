from bot.answer import Citation, Draft
from bot.conversation.merging import merged
from bot.drafting.draft_lines import Lines


def citation(report: str, quote: str) -> Citation:
    return Citation(1, report, "通报", "", "", quote, 0, len(quote))


def draft(figure: str, cited: Citation) -> Draft:
    lines = Lines("zh")
    lines.say("answer.bare", claims=False, figure=figure, n=1)
    lines.quote([cited])
    return lines.draft((), (cited,))


def test_what_is_said_comes_before_what_is_quoted() -> None:
    whole = merged(
        [draft("13项", citation("a", "修订制度13项。")), draft("9项", citation("b", "修订制度9项。"))]
    )
    lines = whole.text.split("\n")
    assert [line[:2] for line in lines] == ["13", "9项", "原文", "原文"]
    assert [one.n for one in whole.citations] == [1, 2]
    assert "[2]" in lines[1]
    assert len(whole.claims) == len(whole.text)


def test_quotation_keeps_its_place() -> None:
    whole = merged(
        [draft("13项", citation("a", "修订制度13项。")), draft("9项", citation("b", "修订制度9项。"))]
    )
    for place, one in whole.quoted:
        assert whole.text[place:].startswith(one.quote.strip())


def test_place_that_two_cite_is_cited_once() -> None:
    one = citation("a", "修订制度13项，废止9项。")
    whole = merged([draft("13项", one), draft("9项", one)])
    assert len(whole.citations) == 1
    assert whole.text.count("原文") == 1


def test_one_draft_is_left_as_it_is() -> None:
    one = draft("13项", citation("a", "修订制度13项。"))
    assert merged([one]) is one
