"""What is quoted to the letter: a telephone number, a document's number, an address, the name of a team.

A question and a sentence go in, the words of the sentence that answer come out. Each kind is a row of ``EXACT_KINDS``
with a real question and what answers it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Exact:
    """A kind of words that are quoted exactly: how it is asked for, and what it looks like."""

    name: str
    asked: re.Pattern[str]
    pattern: re.Pattern[str]
    example: str
    answer: str


def _kind(name: str, asked: str, pattern: str, example: str, answer: str) -> Exact:
    return Exact(name, re.compile(asked), re.compile(pattern), example, answer)


EXACT_KINDS: Final = (
    _kind("telephone", "电话|热线|手机号", r"(?<![\d-])(?:1\d{10}|0\d{2,3}[-－—]?\d{7,8}|[1-9]\d{7}|12\d{3})(?![\d-]|[件个元人条户起])", "监督电话是多少", "0900-5312026"),
    _kind("document number", "文号|发文字号", r"[一-鿿]{1,12}[〔\[（(]\d{4}[〕\]）)]\d{1,4}号", "采购管理办法的文号是什么", "东水投〔2023〕12号"),
    _kind("mail", "邮箱|信箱|邮件地址", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "邮箱是多少", "jw@bpzx.example"),
    _kind("site", "网址|网站", r"(?<![@\w.])(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)+[\w/?=&.-]*", "举报网址是什么", "www.qinglan.example"),
    _kind("postcode", "邮编|邮政编码", r"(?<!\d)\d{6}(?!\d)", "邮编是多少", "991023"),
    _kind("address", "地址", r"(?<=地址[：:为是])[^；;。，,\s]{4,40}", "通信地址在哪", "松岭市行政中心5号楼"),
    _kind("team", "(?:哪|谁|第几).{0,3}巡[视察]", r"(?:中央|[省市县区]委)?第[一二三四五六七八九十\d]{1,3}巡[视察]组", "是被哪个巡察组巡察的", "市委第三巡察组"),
)  # fmt: skip

_NEAR: Final = 30


def exact_kind(question: str) -> Exact | None:
    """Return the kind of exact words that a question asks for, None where it asks for none."""
    return next((kind for kind in EXACT_KINDS if kind.asked.search(question)), None)


def exact_words(kind: Exact, sentence: str, words: Sequence[str]) -> str:
    """Return the exact words of a sentence that answer, "" where it has none.

    Of several, those that follow most of the question's ``words`` at a short distance: 文号 of the regulation
    that was asked about.
    """
    best, most = "", -1
    for match in kind.pattern.finditer(sentence):
        before = sentence[max(0, match.start() - _NEAR) : match.start()]
        near = sum(word in before for word in words)
        if near > most:
            best, most = match[0], near
    return best
