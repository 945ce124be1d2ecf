"""Answers on labelled questions: what the bot's answers reach without a language model, beside a plain peer.

``python -m bench.answers [--domain FOLDER] [--news FOLDER] [--rgb FILE] [--home DIR] [--cache DIR] [--failures N]``
fills an index from each set, asks every question and prints one table: how often ``direct`` is the answer, how
often the text contains it, how often the bot refuses (right in the rows that say so), and how long it takes.
The peer answers with the sentence of BM25's best passage that shares most words with the question and has a
number. ``bench.answer_sets`` says how each set is read. With ``--home`` the filled indexes are kept: remove them
after a change to how reports or figures are read. Vectors are kept in the cache folder.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.answer_scoring import Score, score_answer
from bench.answer_sets import AnswerSet, Item, read_domain, read_news, read_rgb
from bench.retrieval import CachedEmbedder
from bot.answer import CheckedAnswer
from bot.answering.pipeline import Answerer
from bot.conversation.conversation import Conversation
from bot.conversation.state import NEW_DIALOGUE
from bot.settings import read_settings
from corpus.quantities.figures import find_figures
from corpus.statements.metrics import content_words
from corpus.structure.sentences import split_sentences
from retrieval.embedding.embedder import Embedder
from retrieval.index import Index

Ask = Callable[[Item], CheckedAnswer]

HEADINGS = ("set", "questions", "way", "n", "direct right", "contains", "refused", "p50 ms", "p95 ms")


def ask_bot(conversation: Conversation) -> Ask:
    """Return how the bot answers an item: in a conversation of its own, as at every door."""

    def ask(item: Item) -> CheckedAnswer:
        state = NEW_DIALOGUE
        for text in item.after:
            state = conversation.hear(text, state, item.reports).state
        return conversation.hear(item.question, state, item.reports).answer

    return ask


def ask_peer(index: Index) -> Ask:
    """Return how a plain peer answers: with a sentence of BM25's best passage, its first number as ``direct``."""

    def ask(item: Item) -> CheckedAnswer:
        began = time.perf_counter()
        question = " ".join([*item.after, item.question])
        hits = index.search(question, k=1, reports=item.reports, ways=("lexical",))
        words = set(content_words(question))
        text = hits[0].text if hits else ""
        sentences = [text[start:end] for start, end in split_sentences(text)]
        numbered = [sentence for sentence in sentences if find_figures(sentence)] or sentences
        best = max(numbered, key=lambda sentence: sum(word in sentence for word in words), default="")
        direct = next(iter(find_figures(best)), None)
        seconds = time.perf_counter() - began
        return CheckedAnswer(question, best, not best, direct, (), (), mode="peer", seconds=seconds)

    return ask


def table_rows(name: str, way: str, items: Sequence[Item], scores: Sequence[Score]) -> list[tuple[str, ...]]:
    """Return the lines of the table for one way: one for each kind of question, in order of first appearance."""
    rows = []
    for kind in dict.fromkeys(item.kind for item in items):
        own = [score for item, score in zip(items, scores, strict=True) if item.kind == kind]
        answerable = any(item.kind == kind and item.wanted.answers for item in items)
        rates = [statistics.fmean(getattr(score, field) for score in own) for field in ("direct", "contains")]
        shown = [f"{rate:.3f}" if answerable else "-" for rate in rates]
        refused = statistics.fmean(score.refused for score in own)
        rows.append(
            (
                *(name, kind, way, str(len(own)), *shown),
                f"{refused:.3f}" + ("" if answerable else " (right)"),
                *(f"{share:.0f}" for share in _percentiles([score.seconds * 1000 for score in own])),
            )
        )
    return rows


def _percentiles(values: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile."""
    ordered = sorted(values)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


def is_right(item: Item, score: Score) -> bool:
    """Whether an answer does all that is asked of it here: states what is wanted, or refuses."""
    return score.contains if item.wanted.answers else score.refused


def failures(items: Sequence[Item], answers: Sequence[CheckedAnswer], scores: Sequence[Score]) -> list[str]:
    """Return a line for each answer that falls short, also of stating the figure directly."""
    lines = []
    for item, answer, score in zip(items, answers, scores, strict=True):
        if is_right(item, score) and (score.direct or not item.wanted.answers):
            continue
        fault = "not direct" if is_right(item, score) else "refused" if score.refused else "wrong"
        direct = answer.direct.raw if answer.direct else "-"
        text = answer.text.replace("\n", " / ")[:300]
        lines.append(f"{fault} | {item.kind} | {item.question} | {item.wanted.answers} | {direct} | {text}")
    return lines


def measure(one: AnswerSet, index: Index, console: Console, table: Table, shown: int) -> None:
    """Fill an index with a set, ask everything in both ways, add the lines to the table."""

    def progress(done: int, total: int) -> None:
        console.print(f"{one.name}: embedded {done} of {total}", highlight=False)

    index.add_all(one.reports, progress)
    index.warm_up()
    index.search("问题", k=1)  # the model is loaded before anything is timed
    for way, ask in (("hedui", ask_bot(Conversation(Answerer(index)))), ("peer", ask_peer(index))):
        answers = [ask(item) for item in one.items]
        scores = [score_answer(answer, item.wanted) for answer, item in zip(answers, one.items, strict=True)]
        for row in table_rows(one.name, way, one.items, scores):
            table.add_row(*row)
        if way == "hedui":
            for line in failures(one.items, answers, scores)[:shown]:
                console.print(line, highlight=False, markup=False, soft_wrap=True)


def main() -> None:
    """Measure the sets that are named and print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("domain", "news", "rgb"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "hedui-bench")
    parser.add_argument("--failures", type=int, default=0, metavar="N")
    options = parser.parse_args()
    readers = {"domain": read_domain, "news": read_news, "rgb": read_rgb}
    sets = [read(getattr(options, name)) for name, read in readers.items() if getattr(options, name)]
    if not sets:
        parser.error("name at least one of --domain, --news and --rgb")
    console, table = Console(), Table(*HEADINGS)
    embedder = CachedEmbedder(Embedder.load(cache=read_settings().cache), options.cache)
    with ExitStack() as opened:
        home = options.home or Path(opened.enter_context(tempfile.TemporaryDirectory()))
        for one in sets:
            index = opened.enter_context(Index.open(home / one.name, load=lambda: embedder))
            measure(one, index, console, table, options.failures)
    console.print(table)


if __name__ == "__main__":
    main()
