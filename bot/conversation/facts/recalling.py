"""Where what was said comes from: a dialogue's last citations in, their passages as an answer out."""

from bot.answer import CheckedAnswer
from bot.answering.pipeline import Answerer
from bot.conversation.facts.ledger import last_statement
from bot.conversation.facts.stating import stated_draft
from bot.conversation.replies import talked
from bot.conversation.state import State
from bot.drafting.draft_lines import Lines, cite_place
from bot.messages import language_of
from checker.verdicts import WRONG
from corpus.numerals import small_numeral


class Recalling:
    """Quotes again what the last answer rests on."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer

    def confirmed(self, text: str, again: CheckedAnswer, state: State) -> CheckedAnswer:
        """Return that the figure of the last answer was checked and agrees, with its sentence.

        Where that answer (``again``) states no single figure as its source does, it is given itself.
        """
        knowledge = self._answerer.knowledge
        stated = last_statement(state, knowledge)
        if (
            stated is None
            or again.direct is None
            or (again.direct.raw, again.direct.metric)
            != (
                stated.figure.raw,
                stated.figure.metric,
            )
        ):
            return again
        draft = stated_draft(stated, language_of(text), knowledge, ("dialogue.sure", {}))
        answer = self._answerer.check(text, draft)
        return again if any(one.verdict in WRONG for one in answer.findings) else answer

    def sources(self, text: str, state: State, number: str) -> CheckedAnswer:
        """Return the passages that the last answer cites, or the one of that ``number``."""
        knowledge = self._answerer.knowledge
        held = [one for one in state.cited if one.report in knowledge.titles]
        if not held:
            return talked(text, "nothing_said")
        chosen = held
        if number:
            place = small_numeral(number) or 0
            if not 0 < place <= len(held):
                return talked(text, "no_such_source", n=place, count=len(held))
            chosen = [held[place - 1]]
        citations = tuple(
            cite_place(n, knowledge.place(one.report).report, one.start, one.end)
            for n, one in enumerate(chosen, 1)
        )
        lines = Lines(language_of(text))
        lines.say("dialogue.sources", claims=False)
        for title in dict.fromkeys(one.title for one in citations):
            lines.say("dialogue.source_title", claims=False, title=title)
            lines.quote([one for one in citations if one.title == title])
        return self._answerer.check(text, lines.draft((), citations))
