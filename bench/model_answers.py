"""What a real language model's answers become: questions of a labelled set in, counts of sentences and of wrong numbers out.

``HEDUI_LLM=… HEDUI_LLM_BASE_URL=… python -m bench.model_answers FOLDER… [--most N] [--out FILE]`` puts the reports of each
folder into an index of its own and asks its questions with the model that the settings name, as ``hedui ask`` does. Each
answer goes to ``FILE`` as a line of JSON with what the model wrote, to be read by hand.
"""

import argparse
import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Final, TextIO

from bench.guarantee import MARK, REACH, TimedModel
from bot.answer import CheckedAnswer
from bot.answering.pipeline import Answerer
from bot.conversation.conversation import Conversation
from bot.generation.chat_models import open_chat_model
from bot.generation.sentence_stream import sentences_of, without_numbers
from bot.library.ingesting import ingest
from bot.library.opening import open_index
from bot.messages import say
from bot.settings import read_settings
from checker.verdicts import WRONG
from corpus.numerals import normalise
from corpus.room.reading_room import ReadingRoom

_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_ITEM: Final = re.compile(r"(?m)^\d{1,2}\. ")
"""The number of an item of the program's own lists."""


def unmarked(answer: CheckedAnswer) -> list[str]:
    """Return the numbers of an answer that are wrong and carry no mark.

    A number is wrong where the check says so, or where neither the question nor a cited passage has its digits, and no
    figure that the check lets stand; how many reports were searched is the program's own.
    """
    wrong = [one.figure for one in answer.findings if one.verdict in WRONG]
    found = [one.raw for one in wrong if not _is_marked(answer.text, one.end)]
    told = [
        answer.question,
        *(f"{one.title} {one.date} {one.section} {one.quote}" for one in answer.citations),
    ]
    told += [one.figure.raw for one in answer.findings if one.verdict not in WRONG]
    sources = normalise("\n".join(told))
    searched, _, _ = say("answer.searched", reports="\n").partition("\n")
    lines = [line for line in answer.text.splitlines() if not line.startswith(searched)]
    plain = normalise(_ITEM.sub("", without_numbers("\n".join(lines))))
    stray = (one for one in _NUMBER.finditer(plain) if one[0] not in sources)
    return found + [one[0] for one in stray if not _is_marked(plain, one.end())]


def _is_marked(text: str, end: int) -> bool:
    return MARK in text[end : end + REACH + len(MARK)]


class WatchedModel(TimedModel):
    """A chat model that keeps what it wrote, a text for each time that it was asked."""

    wrote: list[str]

    def stream(self, system: str, user: str) -> Iterator[str]:
        """Yield what the model yields."""
        self.wrote.append("")
        for piece in super().stream(system, user):
            self.wrote[-1] += piece
            yield piece


def ask_all(folder: Path, model: WatchedModel, most: int, out: TextIO) -> tuple[Counter[str], list[float]]:
    """Ask the questions of a set; return what came of the answers, and the seconds that each took beside the model's."""
    counts: Counter[str] = Counter()
    added: list[float] = []
    lines = (folder / "questions.jsonl").read_text("utf-8").splitlines()[:most]
    with tempfile.TemporaryDirectory() as home, open_index(read_settings(Path(home))) as index:
        with ReadingRoom() as room:
            ingest(index, [str(folder / "reports")], lambda *_: None, room)
        conversation = Conversation(Answerer(index, model))
        for line in lines:
            asked = json.loads(line)
            model.wrote, waited, began = [], model.waited, time.monotonic()
            answer = conversation.hear(asked["question"]).answer
            added.append(time.monotonic() - began - (model.waited - waited))
            wrong = unmarked(answer)
            counts.update(_fate(answer, model.wrote))
            counts["wrong unmarked"] += bool(wrong)
            told = {"id": asked["id"], "question": answer.question, "answer": answer.text}
            out.write(json.dumps({**told, "wrote": model.wrote, "wrong": wrong}, ensure_ascii=False) + "\n")
            out.flush()
    return counts, added


def _fate(answer: CheckedAnswer, wrote: Sequence[str]) -> Iterator[str]:
    """Yield what an answer counts as, and what became of each sentence that the model wrote first."""
    yield "answers"
    if not wrote:
        yield "answered without asking the model"
        return
    yield from (["asked again"] if len(wrote) > 1 else [])
    yield from (["the answer without a model"] if "不用语言模型" in answer.text else [])
    yield from (["a mark"] if MARK in answer.text else [])
    yield from (["the source's own sentence"] if "原文：“" in answer.text else [])
    shown = without_numbers(answer.text).replace(" ", "")
    for sentence in sentences_of(wrote[:1]):
        bare = without_numbers(sentence).replace(" ", "")
        yield "sentences shown as written" if bare and bare in shown else "sentences not shown so"


def main() -> int:
    """Ask, and print the counts; return 1 where a wrong number was shown without a mark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", help="folders with reports/ and questions.jsonl")
    parser.add_argument("--most", type=int, default=1000, help="questions of each")
    parser.add_argument("--out", type=Path, default=Path("model_answers.jsonl"))
    options = parser.parse_args()
    model = open_chat_model(read_settings())
    if model is None:
        parser.error("HEDUI_LLM names no model")
    watched = WatchedModel(model)
    counts: Counter[str] = Counter()
    added: list[float] = []
    with options.out.open("w", encoding="utf-8") as out:
        for folder in options.folders:
            found, seconds = ask_all(folder, watched, options.most, out)
            counts += found
            added += seconds
    for name, count in counts.most_common():
        print(f"{count:6} {name}")
    print(f"{1000 * median(added):6.0f} ms an answer beside the model, at the median")
    return 1 if counts["wrong unmarked"] else 0


if __name__ == "__main__":
    sys.exit(main())
