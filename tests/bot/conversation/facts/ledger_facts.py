"""Facts of the invented reports, as a ledger holds them."""

from bot.answering.pipeline import Answerer
from bot.conversation.facts.ledger import Recalled, recalled
from bot.conversation.state import LedgerFact


def known(speaker: Answerer, *raws: tuple[str, str, str], group: int = 1) -> list[Recalled]:
    """Return facts of the two reports by report, figure and name."""
    facts = []
    for report, raw, name in raws:
        one = next(each for each in speaker.knowledge.statements([report]) if each.figure.raw == raw)
        facts.append(LedgerFact(report, one.start, one.figure.start, name, group))
    return recalled(facts, speaker.knowledge)
