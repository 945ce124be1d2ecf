"""Does a wrong figure of a language model ever reach a person unmarked? A lying server on loopback, and a count.

The server speaks OpenAI's protocol and answers from the passages that it is given, in their own sentences, but
puts a lie into every second one: a figure one digit off, another organisation, an invented rate, another unit.
Some streams break, stall at nothing, or are malformed. The judge does not ask the checker: it knows what was
corrupted, and looks for it in what a person was shown.

    python -m bench.guarantee [--answers 1000] [--seed 1]

With ``--lies`` the sentences are examined without a server, kind by kind, and paraphrases beside them::

    python -m bench.guarantee --lies 10000 --truths 2000 [FOLDER…]
"""

import argparse
import random
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pydantic import SecretStr

import corpus
from bench.lying_kinds import lie_and_tell, print_counts
from bench.lying_sentences import Liar, Lie
from bench.lying_server import LyingServer
from bot.answer import CheckedAnswer
from bot.generation.chat_models import ChatModel, open_chat_model
from bot.generation.writer import Writer
from bot.question.understanding import read_question
from bot.settings import Settings
from corpus.organisations.directory import Directory
from corpus.report import Passage, Report
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from corpus.structure.passages import split_passages
from retrieval.hit import Hit

MOST_LIES: Final = 0.002
"""Share of lies that may be let pass, and of truths that may be marked or replaced."""
MOST_TRUTHS: Final = 0.1
WITHOUT: Final = "（不用语言模型的答案）"
MARK: Final = "（⚠"
REACH: Final = 8
"""Characters behind a wrong figure within which its mark has to stand: the rest of its unit may come between."""


@dataclass(slots=True)
class Outcome:
    """What came of the answers: how many there were, what each stream did, what lies reached a person."""

    answers: int = 0
    lies: int = 0
    marked: int = 0
    fallbacks: int = 0
    streams: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    escaped: list[tuple[Lie, str]] = field(default_factory=list)
    truths: int = 0
    truths_shown: int = 0
    added: list[float] = field(default_factory=list)


class TimedModel:
    """A chat model that adds up the seconds spent waiting for it."""

    def __init__(self, model: ChatModel) -> None:
        self._model = model
        self.name = model.name
        self.waited = 0.0

    def stream(self, system: str, user: str) -> Iterator[str]:
        """Yield what the model yields."""
        began = time.monotonic()
        try:
            for piece in self._model.stream(system, user):
                self.waited += time.monotonic() - began
                yield piece
                began = time.monotonic()
        finally:
            self.waited += time.monotonic() - began


def sample_reports() -> list[Report]:
    """Return the shipped sample reports."""
    paths = sorted((Path(corpus.__file__).parent / "reports").glob("*.txt"))
    return [parse_report(path.read_text("utf-8"), id=path.stem, source=path.name) for path in paths]


def measure(answers: int, seed: int, breaking: float = 0.2) -> Outcome:
    """Let a lying server answer questions and count what reaches a person; the same seed asks the same.

    ``breaking`` is the share of streams that do not come to their end.
    """
    reports = sample_reports()
    directory = Directory.of(reports)
    statements = [one for report in reports for one in read_statements(report, directory)]
    passages = [(report, one) for report in reports for one in split_passages(report)]
    chance = random.Random(seed)
    outcome = Outcome()
    liar = Liar(statements, sorted({one.figure.org for one in statements if one.figure.org}))
    with LyingServer(liar, seed, breaking) as server:
        settings = Settings(
            llm="openai:liar", llm_base_url=server.url, llm_api_key=SecretStr("none"), llm_timeout=20
        )
        model = open_chat_model(settings)
        assert model is not None
        timed = TimedModel(model)
        writer = Writer(timed, directory)
        for _ in range(answers):
            hits = [_hit(*one) for one in chance.sample(passages, 5)]
            question = read_question(f"{hits[0].title}整改得怎么样？", directory)
            without = CheckedAnswer(question.text, WITHOUT, False, None, (), ())
            shown: list[str] = []
            began, waited = time.monotonic(), timed.waited
            answer = writer.write(question, hits, statements, without, tell=shown.append)
            outcome.added.append(time.monotonic() - began - (timed.waited - waited))
            _judge(outcome, server, answer.text, "".join(shown))
    return outcome


def _hit(report: Report, one: Passage) -> Hit:
    date = report.published.isoformat() if report.published else ""
    return Hit(report.id, report.title, one.section, one.text, one.start, one.end, 1.0, ("dense",), date)


def _judge(outcome: Outcome, server: LyingServer, text: str, told: str) -> None:
    """Look for the lies of the last answer in what a person was shown, then forget them."""
    outcome.answers += 1
    outcome.streams[server.manner] += 1
    outcome.fallbacks += text.endswith(WITHOUT)
    for lie in server.lies:
        outcome.lies += 1
        outcome.told[lie.kind] += 1
        for shown in (text, told):
            if escaped(lie, shown):
                outcome.escaped.append((lie, shown))
                break
        outcome.marked += any(lie.shown_as(shown) for shown in (text, told))
    if server.manner == "whole":
        outcome.truths += len(server.truths)
        outcome.truths_shown += sum(1 for truth in server.truths if truth in text)
    server.forget()


def escaped(lie: Lie, shown: str) -> bool:
    """Whether a figure that a lie made wrong stands in ``shown`` without a mark."""
    for wrong in lie.wrong:
        for match in re.finditer(re.escape(wrong), shown):
            if MARK not in shown[match.end() : match.end() + REACH + len(MARK)]:
                return True
    return False


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts; return 1 when a wrong figure got through or the check took too long."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--answers", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--breaking", type=float, default=0.2)
    parser.add_argument("--lies", type=int, default=0, help="examine so many lies, by kinds, instead")
    parser.add_argument("--truths", type=int, default=0, help="and so many paraphrases")
    parser.add_argument("--show", type=int, default=3, help="how many of each kind to print that go wrong")
    parser.add_argument("reports", type=Path, nargs="*", help="folders of reports to lie about; the samples")
    chosen = parser.parse_args(arguments)
    if chosen.lies or chosen.truths:
        folders = chosen.reports or [Path(corpus.__file__).parent / "reports"]
        lied, truly = lie_and_tell(folders, chosen.lies, chosen.truths, chosen.seed)
        print_counts("lies let pass", lied, chosen.show)
        print_counts("truths marked or replaced", truly, chosen.show)
        return 1 if lied.share > MOST_LIES or truly.share > MOST_TRUTHS else 0
    outcome = measure(chosen.answers, chosen.seed, chosen.breaking)
    median = statistics.median(outcome.added) * 1000
    print(f"answers              {outcome.answers}  ({dict(outcome.streams)})")
    print(f"lies told            {outcome.lies}  ({dict(outcome.told)})")
    print(f"shown with a mark    {outcome.marked}")
    print(f"shown unmarked       {len(outcome.escaped)}")
    print(
        f"true sentences shown {outcome.truths_shown} of {outcome.truths}, in streams that came to their end"
    )
    print(f"fallen back          {outcome.fallbacks}")
    print(f"added by the check   {median:.0f} ms at the median")
    for lie, shown in outcome.escaped[:10]:
        print(f"\nESCAPED {lie.kind}: {lie.sentence}\n  was: {lie.original}\n  shown: {shown}")
    return 1 if outcome.escaped or median > 60 else 0


if __name__ == "__main__":
    raise SystemExit(main())
