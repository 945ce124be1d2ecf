"""How fast organisations and periods are found: ``python -m bench.organisations``, over the sample reports."""

import time
from collections.abc import Callable
from importlib.resources import files

from corpus.organisations.mentions import find_organisations
from corpus.times.periods import find_periods


def characters_a_second(find: Callable[[str], object], texts: list[str]) -> float:
    """Characters of ``texts`` that ``find`` reads in a second."""
    start = time.perf_counter()
    for text in texts:
        find(text)
    return sum(map(len, texts)) / (time.perf_counter() - start)


def main() -> None:
    """Print a line for the rule, the rule with the LAC model, and the periods."""
    reports = [path for path in files("corpus").joinpath("reports").iterdir() if path.name.endswith(".txt")]
    texts = [path.read_text(encoding="utf-8") for path in reports]
    find_organisations("北京市财政局", deep=True)  # load the model first
    for name, find in (
        ("organisations, by rule", find_organisations),
        ("organisations, with LAC", lambda text: find_organisations(text, deep=True)),
        ("periods", find_periods),
    ):
        print(f"{name:24} {characters_a_second(find, texts):>12,.0f} characters a second")


if __name__ == "__main__":
    main()
