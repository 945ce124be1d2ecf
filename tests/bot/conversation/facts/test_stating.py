from bot.answering.pipeline import Answerer
from bot.conversation.facts.stating import line_claims, stated_draft
from tests.bot.conversation.facts.ledger_facts import known


def test_figure_is_stated_with_its_sentence(speaker: Answerer) -> None:
    (one,) = known(speaker, ("union", "412人次", ""))
    draft = stated_draft(one.statement, "zh", speaker.knowledge, ("dialogue.yes", {}))
    assert draft.text.startswith("是的")
    assert "412人次" in draft.text
    assert draft.plainer is not None
    assert next(iter(speaker.check("是吗", draft).findings)).verdict.value == "supported"


def test_figures_of_lines_are_claims_of_their_statements(speaker: Answerer) -> None:
    stated = [one for one in speaker.knowledge.statements(["water"]) if one.figure.raw in ("13项", "60条")]
    text = "水务局措施：60条。[1]\n水务局制度：13项。[1]"
    claims = line_claims(sorted(stated, key=lambda one: one.figure.start), text)
    assert [text[one.figure.start : one.figure.end] for one in claims] == ["60条", "13项"]
    assert {one.clause for one in claims} == {one.clause for one in stated}
