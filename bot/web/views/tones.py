"""How a verdict is coloured on every page."""

from checker.verdicts import VERDICT_ROWS, Verdict


def verdict_tone(verdict: str) -> str:
    """Return how a verdict is coloured: wrong, right or alone."""
    row = VERDICT_ROWS[Verdict(verdict)]
    return "wrong" if row.is_wrong else "right" if row.is_confirmed else "alone"
