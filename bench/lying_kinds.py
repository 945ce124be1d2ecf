"""Lies and paraphrases by kinds, examined: how many lies are let pass, how many truths are not, kind by kind.

The judge does not ask the examination what is wrong: a lie was made by changing one thing, and is let pass where
the sentence has no fault.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Final

from bench.english_kinds import ENGLISH_LIES, ENGLISH_TRUTHS
from bench.lie_kinds import LIE_KINDS, Make
from bench.sentence_sources import Told, read_reports, told_sentences
from bench.truth_kinds import TRUTH_KINDS
from bot.generation.sentence_stream import SentenceStream

WRITTEN: Final = Path(__file__).parent / "written_sentences.tsv"


@dataclass(slots=True)
class KindCounts:
    """How many sentences there were of each kind, how many went the wrong way, which, and the seconds of each."""

    tried: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    shown: list[tuple[str, str, str]] = field(default_factory=list)
    took: list[float] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of all that went the wrong way."""
        return self.wrong.total() / max(1, self.tried.total())


def lie_and_tell(folders: Sequence[Path], lies: int, truths: int, seed: int) -> tuple[KindCounts, KindCounts]:
    """Examine about ``lies`` lies and ``truths`` paraphrases made of the reports in ``folders``."""
    sentences = list(told_sentences(read_reports(folders)))
    chance = random.Random(seed)
    known = {told.text for told in sentences}
    lied, told_truly = KindCounts(), KindCounts()
    lying, telling = (*LIE_KINDS, *ENGLISH_LIES), (*TRUTH_KINDS, *ENGLISH_TRUTHS)
    for kind in lying:
        _try(lied, kind.name, kind.make, sentences, lies // len(lying), chance, known)
    for truth in telling:
        _try(told_truly, truth.name, truth.make, sentences, truths // len(telling), chance, None)
    return lied, told_truly


def _try(
    counts: KindCounts,
    name: str,
    make: Make,
    sentences: Sequence[Told],
    wanted: int,
    chance: random.Random,
    known: set[str] | None,
) -> None:
    """Examine ``wanted`` sentences of a kind; those that stand in a report (``known``) are no lies."""
    seen: set[str] = set()
    for _ in range(wanted * 4):
        if len(seen) >= wanted:
            return
        told = chance.choice(sentences)
        made = make(told, chance)
        if made is None or made in seen or (known is not None and (made == told.text or made in known)):
            continue
        seen.add(made)
        began = monotonic()
        passes = is_let_pass(told, made)
        counts.took.append(monotonic() - began)
        counts.tried[name] += 1
        if passes is (known is not None):
            counts.wrong[name] += 1
            counts.shown.append((name, made, told.text))


def is_let_pass(told: Told, text: str) -> bool:
    """Whether all sentences of a text pass the examination, citing the passage that they were made of."""
    stream = SentenceStream()
    context = ""
    for sentence in (*stream.feed(f"{text}[{told.n}]"), *stream.rest()):
        if told.examiner.examine(sentence, context).faults:
            return False
        context += sentence
    return True


def print_counts(title: str, counts: KindCounts, show: int) -> None:
    """Print a table of the kinds, and of each kind some that went the wrong way."""
    print(f"\n{title:<28}{'tried':>8}{'wrong':>8}{'share':>9}")
    for name, tried in counts.tried.items():
        print(f"{name:<28}{tried:>8}{counts.wrong[name]:>8}{counts.wrong[name] / tried:>9.4f}")
    print(f"{'all':<28}{counts.tried.total():>8}{counts.wrong.total():>8}{counts.share:>9.4f}")
    print(f"examined in {median(counts.took) * 1000:.1f} ms at the median")
    told: Counter[str] = Counter()
    for name, made, was in counts.shown:
        told[name] += 1
        if told[name] <= show:
            print(f"  [{name}] {made}\n      was: {was}")
