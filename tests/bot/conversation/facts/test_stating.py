from bot.answering.pipeline import Answerer
from bot.conversation.facts.stating import stated_draft
from tests.bot.conversation.facts.ledger_facts import known


def test_figure_is_stated_with_its_sentence(speaker: Answerer) -> None:
    (one,) = known(speaker, ("union", "412人次", ""))
    draft = stated_draft(one.statement, "zh", speaker.knowledge, ("dialogue.yes", {}))
    assert draft.text.startswith("是的")
    assert "412人次" in draft.text
    assert draft.plainer is not None
    assert next(iter(speaker.check("是吗", draft).findings)).verdict.value == "supported"
