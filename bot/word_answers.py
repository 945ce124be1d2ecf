"""Answers in words, without a language model: a question and the passages found in, a ``Draft`` out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answer import Draft
from bot.belonging import Place
from bot.exact_words import exact_kind, exact_words
from bot.lines import Lines, cite_place
from bot.questions import Question
from bot.quoting import answering_sentences, asked_words
from bot.word_weights import WordWeights
from retrieval.hit import Hit


def draft_words(
    question: Question, hits: Sequence[Hit], places: Mapping[str, Place], weights: WordWeights
) -> Draft | None:
    """Draft the sentences that answer a question in words; None where none does.

    Where a number or a name is asked that is quoted to the letter (a telephone, a document's number), it comes
    first, and only the sentence that states it follows. ``weights`` tells how much each word says.
    """
    sentences = answering_sentences(question, hits, places, weights)
    if not sentences:
        return None
    kind = exact_kind(question.text)
    exact = [(exact_words(kind, one.text, asked_words(question)), one) for one in sentences] if kind else []
    stated = next(((words, one) for words, one in exact if words), None)
    kept = [stated[1]] if stated else sentences
    citations = tuple(cite_place(n, one.report, one.start, one.end) for n, one in enumerate(kept, 1))
    plain = Lines(question.language)
    plain.quote(citations, "answer.sentence")
    plainer = plain.draft((), citations)
    if stated is None:
        return plainer
    full = Lines(question.language)
    full.say("answer.exact", claims=False, words=stated[0], n=1)  # to the letter: no figure
    full.quote(citations)
    return replace(full.draft((), citations), plainer=plainer)
