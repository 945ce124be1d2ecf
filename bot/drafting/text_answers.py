"""Answers in words, without a language model: a question and the passages found in, a ``Draft`` out."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Citation, Draft
from bot.drafting.candidates import Found
from bot.drafting.draft_lines import Lines, cite_place
from bot.drafting.sentences import Sentence, answering_sentences, asked_words
from bot.question.exact_words import exact_kind, exact_words
from bot.question.numbered_phrases import asked_noun, numbered_phrase
from bot.question.question import Question
from corpus.figure import Figure, Kind, Statement


def draft_words(question: Question, found: Found) -> Draft | None:
    """Draft the sentences that answer a question in words; None where none does.

    Where a number or a name is asked that is quoted to the letter (a telephone, a document's number, 2号楼), it comes
    first, and only the sentence that states it follows.
    """
    sentences = answering_sentences(question, found.hits, found.places, found.weights, found.tagger)
    if not sentences:
        return None
    kind = exact_kind(question.text)
    if kind is None and (named := _draft_named(question, sentences, found.statements)):
        return named
    exact = [(exact_words(kind, one.text, asked_words(question)), one) for one in sentences] if kind else []
    stated = next(((words, one) for words, one in exact if words), None)
    kept = [stated[1]] if stated else sentences
    citations = tuple(cite_place(n, one.report, one.start, one.end) for n, one in enumerate(kept, 1))
    return _draft_quoted(question, citations, stated[0] if stated else "")


def _draft_named(
    question: Question, sentences: Sequence[Sentence], statements: Sequence[Statement]
) -> Draft | None:
    """Draft the numbered name that the best sentence gives what is asked, with its figure where it holds one."""
    one = sentences[0]
    span = numbered_phrase(question.text, one.text, asked_words(question))
    if span is None:
        return None
    start, end = one.start + span[0], one.start + span[1]
    figures = (
        each.figure
        for each in statements
        if each.report == one.report.id and start <= each.figure.start and each.figure.end <= end
    )
    phrase = one.report.text[start:end]
    direct = next(figures, None) or Figure(phrase, start, end, Kind.ORDINAL, metric=asked_noun(question.text))
    citations = (cite_place(1, one.report, one.start, one.end),)
    return replace(_draft_quoted(question, citations, phrase), direct=direct)


def _draft_quoted(question: Question, citations: tuple[Citation, ...], words: str) -> Draft:
    """Draft the sentences of citations; ``words`` of the first that answer by themselves come before them."""
    plain = Lines(question.language)
    plain.quote(citations, "answer.sentence")
    plainer = plain.draft((), citations)
    if not words:
        return plainer
    full = Lines(question.language)
    full.say("answer.exact", claims=False, words=words, n=1)  # to the letter: no figure of our own
    full.quote(citations)
    return replace(full.draft((), citations), plainer=plainer)
