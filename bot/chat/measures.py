"""What the bot counts of itself, in Prometheus's text format; no text of anybody's is in it."""

from collections import Counter, deque
from time import monotonic
from typing import Final

_KEPT: Final = 1000
"""Latest durations that the quantiles are taken of."""

_NAMES: Final = {
    "updates": "updates received",
    "answers": "questions answered",
    "refused": "questions that the reports do not answer",
    "checks": "drafts checked",
    "denied": "requests of people who may not",
    "limited": "requests over a rate limit",
    "incidents": "failures that were reported under an id",
    "retries": "deliveries that had to wait",
}


class Measures:
    """Counters and latest durations of one process."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.seconds: deque[float] = deque(maxlen=_KEPT)
        self.began = monotonic()

    def add(self, name: str) -> None:
        """Count one of the names of ``_NAMES``; raises ``KeyError`` for another."""
        _ = _NAMES[name]
        self.counts[name] += 1

    def took(self, seconds: float) -> None:
        """Record how long an answer took, from the update's arrival to its delivery."""
        self.seconds.append(seconds)

    def exposition(self, waiting: int) -> str:
        """Return the metrics as Prometheus reads them; ``waiting`` is how many updates are not done."""
        lines = []
        for name, what in _NAMES.items():
            metric = f"hedui_telegram_{name}_total"
            lines += [f"# HELP {metric} {what}", f"# TYPE {metric} counter", f"{metric} {self.counts[name]}"]
        lines += [
            "# HELP hedui_telegram_waiting updates that are not answered yet",
            "# TYPE hedui_telegram_waiting gauge",
            f"hedui_telegram_waiting {waiting}",
            "# HELP hedui_telegram_answer_seconds time from an update's arrival to its answer",
            "# TYPE hedui_telegram_answer_seconds summary",
        ]
        ordered = sorted(self.seconds)
        for quantile in (0.5, 0.95, 0.99):
            value = ordered[min(len(ordered) - 1, int(quantile * len(ordered)))] if ordered else 0.0
            lines.append(f'hedui_telegram_answer_seconds{{quantile="{quantile}"}} {value:.4f}')
        lines += [
            f"hedui_telegram_answer_seconds_sum {sum(ordered):.4f}",
            f"hedui_telegram_answer_seconds_count {len(ordered)}",
        ]
        return "\n".join(lines) + "\n"
