"""A question that asks for a summary: its text in, the summary as an answer out."""

import re
from time import monotonic
from typing import Final

from bot.answer import CheckedAnswer, Citation
from bot.answering.clarification import which_one
from bot.messages import language_of
from bot.summary.subjects import Subjects
from bot.summary.summary import Length, Summary, summarise
from corpus.errors import NotFound, UnclearName, UnusableInput

_POLITE: Final = r"(?:请|麻烦|帮我|帮忙|给我|能不能|可以)*"
_LONG: Final = re.compile(r"详细|完整|长一点|长摘要|detailed|long", re.IGNORECASE)
_REQUESTS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_POLITE}(?:详细|完整|简要|简单)?地?(?:总结|概括|归纳|概述|综述)(?:一下|下|[一两几三]句话?)?(?P<name>.*?)",
        rf"{_POLITE}(?:写|来|做|出)?(?:一?[份个段])?(?P<name>.*?)的?(?:详细|完整|简要|会前)?(?:摘要|概要)",
        r"(?:please\s+)?(?:summari[sz]e|(?:give me )?an? (?:detailed |short )?summary (?:of|on))\s+(?P<name>.+?)",
    )
)
_TAIL: Final = re.compile(
    r"(?:的)?(?:(?:巡视|巡察)?(?:整改)?(?:进展)?(?:情况|工作|报告|通报|工作情况))?(?:的)?[。.？?！!]*$"
)


def read_request(question: str) -> tuple[str, Length] | None:
    """Return what is to be summed up and how long, None for a question that asks for something else."""
    text = question.strip().rstrip("。.？?！! ")
    for request in _REQUESTS:
        if match := request.fullmatch(text):
            return _TAIL.sub("", match["name"].strip("《》 ，,：:")), "long" if _LONG.search(
                text
            ) else "short"
    return None


def without_request(question: str) -> str:
    """Return a question without the piece that only asks to be short about it (整改得怎么样，给我概括两句)."""
    comma = max(map(question.rfind, ",，"))
    request = read_request(question[comma + 1 :]) if comma >= 0 else None
    return question[:comma] if request is not None and not request[0] else question


def answer_request(question: str, subjects: Subjects) -> CheckedAnswer | None:
    """Return the summary that a question asks for, the question back where its name stands for several.

    None where it asks for no summary, or for one of what the reports do not know.
    """
    request = read_request(question)
    return summary_of(question, *request, subjects) if request else None


def summary_of(question: str, name: str, length: Length, subjects: Subjects) -> CheckedAnswer | None:
    """Return the summary of what ``name`` stands for as the answer to ``question``; as ``answer_request`` else."""
    began = monotonic()
    try:
        summary = summarise(*subjects.find(name, language_of(question)), length)
    except NotFound:
        return None
    except UnclearName as unclear:
        language = language_of(question)
        return which_one(question, language, unclear.name, unclear.choices, monotonic() - began)
    except UnusableInput as unusable:
        return CheckedAnswer(question, str(unusable), True, None, (), (), seconds=monotonic() - began)
    citations = tuple(citations_of(summary))
    seconds = monotonic() - began
    return CheckedAnswer(question, summary.text, False, None, summary.findings, citations, seconds=seconds)


def citations_of(summary: Summary) -> list[Citation]:
    """Return the citations of a summary by number, each once."""
    cited = [one.citation for one in summary.key_figures]
    cited += [one for point in (*summary.points, *summary.plans) for one in point.citations]
    return sorted(dict.fromkeys(cited), key=lambda one: one.n)
