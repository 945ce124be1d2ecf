"""One dialogue: a turn and what was said before in, a checked answer and what the next turn may lean on out.

Every door (terminal, chat platforms, sessions and batches of the command line) speaks through ``Conversation.hear``.
What a dialogue remembers is a ``State``, which the door keeps.
"""

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic
from typing import Final

from bot.answer import CheckedAnswer
from bot.answering.pipeline import Answerer
from bot.answering.unusable import unusable
from bot.conversation.asking import Asking
from bot.conversation.choosing import chosen
from bot.conversation.facts.recalling import Recalling
from bot.conversation.heard import Heard
from bot.conversation.replies import held_reply, library_reply, refused, small_talk_reply, talked
from bot.conversation.state import NEW_DIALOGUE, State
from bot.conversation.summing import Summing
from bot.conversation.turns.opening import opened
from bot.conversation.turns.relative_times import is_bare_year
from bot.conversation.turns.saying import understand
from bot.conversation.turns.talking import only_talks
from bot.generation.writer import Tell
from bot.messages import language_of, say
from bot.question.content_words import is_said
from bot.summary.requests import without_request
from corpus.lexicon.dialogue_acts import DialogueAct, dialogue_act
from corpus.lexicon.small_talk import small_talk_acts
from corpus.numerals import DIGITS

_LONGEST_TALK: Final = 200
"""Characters of the longest turn that may be small talk: whoever pastes thousands of smileys sent no greeting."""


class Conversation:
    """Speaks with one person at a time; what was said stands in the ``State`` that is handed in and out."""

    def __init__(self, answerer: Answerer) -> None:
        """Speak of what ``answerer`` knows."""
        self._answerer = answerer
        self._summing = Summing(answerer)
        self._asking = Asking(answerer, self._summing)
        self._recalling = Recalling(answerer)

    def hear(
        self,
        text: str,
        state: State = NEW_DIALOGUE,
        reports: Sequence[str] = (),
        tell: Tell | None = None,
        *,
        written: bool = True,
    ) -> Heard:
        """Answer one turn after what ``state`` remembers, from ``reports`` (ids) or from all.

        ``tell`` and ``written`` as in ``Answerer.answer``.
        """
        began = monotonic()
        self._answerer.knowledge.refresh()
        heard = self._hear(text, state, reports, tell, written=written)
        answer = replace(heard.answer, question=text, seconds=monotonic() - began)
        return replace(heard, answer=answer)

    def _hear(
        self, text: str, state: State, reports: Sequence[str], tell: Tell | None, *, written: bool
    ) -> Heard:
        if choice := chosen(text, state, self._answerer.knowledge.directory):
            return self._hear(choice, replace(state, choices=()), reports, tell, written=written)
        if len(text) <= _LONGEST_TALK and (acts := small_talk_acts(text)):
            return Heard(small_talk_reply(text, acts), state, leaves=False)
        if text.strip() and len(text) <= _LONGEST_TALK and not any(map(str.isalnum, text)):
            return Heard(talked(text, "help"), state)
        if state.said and is_bare_year(text):
            return self._question(text, state, reports, tell, written=written)
        if refusal := unusable(text):
            return Heard(CheckedAnswer(text, refusal, True, None, (), ()), state)
        if self._answerer.knowledge.titles and (summed := self._summing.requested(text, state)):
            return summed
        for wording in dict.fromkeys((text, opened(text).text, without_request(opened(text).text))):
            act = dialogue_act(wording)
            if act and (heard := self._act(act, text, state, reports, tell, written=written)):
                return heard
        if key := self._talk(text):
            return Heard(talked(text, key), state)
        return self._question(text, state, reports, tell, written=written)

    def _talk(self, text: str) -> str:
        """Return what to say to a turn that only talks and of whose words the reports say none, "" for others."""
        knowledge = self._answerer.knowledge
        saying = understand(text, opened(text), self._answerer.read, knowledge)
        if not knowledge.titles or not only_talks(saying):
            return ""
        told = "".join(hit.text for hit in self._answerer.draft(saying.question).found.hits)
        telling = (word for word in saying.own if word[0] not in DIGITS)
        if any(is_said(word, told) for word in telling):
            return ""
        return "scope" if saying.asks else "acknowledgement"

    def _act(
        self,
        act: DialogueAct,
        text: str,
        state: State,
        reports: Sequence[str],
        tell: Tell | None,
        *,
        written: bool,
    ) -> Heard | None:
        """Return the reply to a turn that does something else than ask for a fact, None where it does not."""
        match act.name:
            case "leave":
                return Heard(talked(text, "leave"), State(), leaves=True)
            case "new":
                return Heard(talked(text, "new"), State())
            case "identity" | "help" | "opinion":
                return Heard(talked(text, "scope" if act.name == "opinion" else act.name), state)
            case "scope":
                part = bool(state.said) and opened(text).part  # 里面开除的
                return None if part or self._asking.is_known(text) else Heard(talked(text, "scope"), state)
            case "library_has":
                return self._held(act, text, state)
            case "library_count" if state.said and not state.library:
                return (
                    None
                    if not any(word in text for word in _LIBRARY_WORDS)
                    else self._library(act, text, state)
                )
            case name if name.startswith("library"):
                return self._library(act, text, state)
            case "provenance" | "sure" | "repeat":
                return self._recall(act, text, state, reports, tell, written=written)
            case "summary" | "more" if self._answerer.knowledge.titles:
                return self._summary(act, text, state)
        return None

    def _library(self, act: DialogueAct, text: str, state: State) -> Heard:
        answer = library_reply(act.name, text, self._answerer.knowledge)
        return Heard(answer, replace(state, library=True))

    def _held(self, act: DialogueAct, text: str, state: State) -> Heard | None:
        name = act.groups.get("name", "")
        named = self._summing.only_names(name)
        if named is None and not any(word in text.lower() for word in _LIBRARY_WORDS):
            return None
        answer = held_reply(text, name, named, self._answerer.knowledge)
        return Heard(answer, replace(state, library=True))

    def _recall(
        self,
        act: DialogueAct,
        text: str,
        state: State,
        reports: Sequence[str],
        tell: Tell | None,
        *,
        written: bool,
    ) -> Heard:
        if not state.said:
            return Heard(talked(text, "nothing_said"), state)
        if act.name == "sure" and state.pending:
            return Heard(refused(text, "not_found_before"), state)  # the last turn was told no figure
        if act.name == "provenance":
            return Heard(self._recalling.sources(text, state, act.groups.get("n", "")), state)
        again = self.hear(state.said, state.before or State(), reports, tell, written=written)
        answer = (
            again.answer if act.name == "repeat" else self._recalling.confirmed(text, again.answer, state)
        )
        return Heard(answer, state)

    def _summary(self, act: DialogueAct, text: str, state: State) -> Heard | None:
        name = next((part for key, part in act.groups.items() if key.startswith("name")), "")
        return self._summing.summary(text, name, state)

    def _question(
        self, text: str, state: State, reports: Sequence[str], tell: Tell | None, *, written: bool
    ) -> Heard:
        if not self._answerer.knowledge.titles:
            empty = say("answer.no_reports", language_of(text))
            return Heard(CheckedAnswer(text, empty, True, None, (), ()), state)
        return self._asking.answer(text, state, reports, tell, written=written)


_LIBRARY_WORDS = ("报告", "通报", "材料", "文件", "资料", "report", "document", "file")
