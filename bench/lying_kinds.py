"""Lies and paraphrases by kinds, examined: how many lies are let pass, how many truths are not, kind by kind.

The judge does not ask the examination what is wrong: a lie was made by changing one thing, and is let pass where
the sentence has no fault.
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
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

_TIMES: Final = 4
"""How many times its even share a kind may have, and how often it is tried for each sentence."""
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
    """Examine ``lies`` lies and ``truths`` paraphrases made of the reports in ``folders``, as many of each kind as can be.

    What a kind cannot fill of its share goes to the others.
    """
    sentences = list(told_sentences(read_reports(folders)))
    chance = random.Random(seed)
    known = {told.text for told in sentences}
    lied, told_truly = KindCounts(), KindCounts()
    lying, telling = (*LIE_KINDS, *ENGLISH_LIES), (*TRUTH_KINDS, *ENGLISH_TRUTHS)
    most = _TIMES * max(lies // len(lying), truths // len(telling), 1)
    for counts, kinds, wanted, no_lies in ((lied, lying, lies, known), (told_truly, telling, truths, set())):
        made = {one.name: _made(one.make, sentences, most, chance, no_lies) for one in kinds}
        shares = even_shares({name: len(rows) for name, rows in made.items()}, wanted)
        for name, rows in made.items():
            _examine(counts, name, rows[: shares[name]], wrong=counts is lied)
    return lied, told_truly


def even_shares(sizes: Mapping[str, int], wanted: int) -> dict[str, int]:
    """Return how many of each are taken so that there are ``wanted`` in all, and of none more than there are."""
    shares: dict[str, int] = {}
    for name in sorted(sizes, key=lambda one: sizes[one]):
        shares[name] = min(sizes[name], (wanted - sum(shares.values())) // (len(sizes) - len(shares)))
    return shares


def _made(
    make: Make, sentences: Sequence[Told], most: int, chance: random.Random, no_lies: set[str]
) -> list[tuple[Told, str]]:
    """Return at most ``most`` different sentences of a kind with what each was made of, none of ``no_lies``."""
    found: dict[str, Told] = {}
    for _ in range(most * _TIMES):
        if len(found) >= most:
            break
        told = chance.choice(sentences)
        text = make(told, chance)
        if text is not None and text not in no_lies:
            found.setdefault(text, told)
    return [(told, text) for text, told in found.items()]


def _examine(counts: KindCounts, name: str, rows: Sequence[tuple[Told, str]], *, wrong: bool) -> None:
    """Examine sentences of a kind; to let them pass is ``wrong``, or not to."""
    for told, text in rows:
        began = monotonic()
        passes = is_let_pass(told, text)
        counts.took.append(monotonic() - began)
        counts.tried[name] += 1
        if passes is wrong:
            counts.wrong[name] += 1
            counts.shown.append((name, text, told.text))


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
