"""What sort of words a question wants (a person, a place, a meeting, a name): a question in, a row of ``SORTS`` out.

Each row has a real question and what answers it. A sentence answers where it says such words that the question
does not say itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.organisations.lac import WordTagger


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of words: how it is asked for, and how it is told in a sentence: by its tag (LAC's) or by its look."""

    name: str
    asked: re.Pattern[str]
    tags: frozenset[str]
    pattern: re.Pattern[str]
    example: str
    answer: str


def _sort(name: str, asked: str, tags: str, pattern: str, example: str, answer: str) -> Sort:
    return Sort(name, re.compile(asked), frozenset(tags.split()), re.compile(pattern), example, answer)


_POSTS: Final = "书记|主任|主席|局长|院长|校长|组长|[市县镇乡部厅处科所会社村队]长|总[统理裁编]|首相|董事长|经理|教授|研究员|负责人|发言人"

SORTS: Final = (
    _sort("role", "(?:主演|导演|编剧|作者|得主|主角|总统|首相|总理|教练|主创|书记|主任|主席|[局院校组市县镇乡部厅处科所会社馆村队省]长|董事长|经理)(?:都?[有是](?:谁|哪些人?|哪位)|叫什么|叫啥|姓什么)?(?:名字)?[？?]?$", "PER", r"[一-鿿]{2,4}·[一-鿿]+|[A-Z][a-z]+ [A-Z][a-z]+", "这部电影的导演是谁", "导演陈望川"),
    _sort("person", "谁|哪[一几两三]?位|什么人|何人", "PER ORG", rf"[一-鿿]{{0,6}}(?:{_POSTS})|[一-鿿]{{2,4}}·[一-鿿]+|[A-Z][a-z]+ [A-Z][a-z]+", "河湾镇书记是被谁约谈的", "由县纪委书记约谈"),
    _sort("place", "哪里|哪儿|何[处地]|什么地方|在哪(?![个些种次场项家])|哪一?[个座]?(?:城市|地方|省|市|县)|地[点址]", "LOC ORG", r"位于[一-鿿\d]+|[一-鿿\d]{2,12}(?:楼|层|号|馆|洞|厅|室|路|街)", "意见箱设在哪里", "设在行政中心一楼"),
    _sort("event", "(?:哪|什么)一?[个次场届]?[一-鿿]{0,3}(?:会议|大会|论坛|展会|活动|赛事|比赛|仪式)", "", "[一-鿿A-Za-z0-9]{2,}(?:[大年峰展博论]会|会议|研讨会|博览会|(?<![开发扩进拓施])展(?![开示现望])|节|赛|论坛|活动|仪式)|[”》](?:大?会|活动|展|论坛)", "新规是在哪个会议上宣布的", "在全省农业大会上宣布"),
    _sort("organisation", "(?:哪|什么)一?[个家所支]?(?:单位|公司|机构|部门|学校|高校|企业|医院|组织|球?队|国家|银行|团队)|冠军[？?]?$", "ORG LOC PER", "[一-鿿]{2,}(?:[局委办厅院校部社所队团]|公司|集团|中心)|《[^》]+》", "哪个部门负责验收", "由县水务局负责验收"),
    _sort("document", "(?:什么|哪一?[个份部项])(?:文(?:件)?|办法|规定|章程)", "", "《[^》]+》", "安教发〔2023〕16号是什么文件", "市教育局印发《校园食堂管理办法》（安教发〔2023〕16号）"),
    _sort("name", "叫(?:什么|啥)|名[称字]|全称|简称|片名|书名|型号|编号|代号|主题(?:是什么)?[？?]?$|吉祥物", "nz nw PER", r"[“《「『][^”》」』]+[”》」』]|[A-Za-z]+[-－]?\d*", "新系统叫什么", "名为“清源”的系统"),
)  # fmt: skip

_TYPES: Final = ("哪", "什么", "地点", "地址", "名")

_WITHIN: Final = 20
"""Characters between such words and what is asked of them; farther off, they belong to something else."""

FAR: Final = 0.8
LACKS: Final = 0.55
"""What is left of a sentence that says no such words as the question wants."""


def expected_sort(question: str) -> Sort | None:
    """Return the sort of words that a question wants, None where it says none."""
    return next((one for one in SORTS if one.asked.search(question)), None)


def type_words(question: str) -> str:
    """Return the part of a question that only says what sort of words it wants (哪个城市, 什么会议), "" for none."""
    sort = expected_sort(question)
    match = sort.asked.search(question) if sort else None
    return match[0] if match and match[0].startswith(_TYPES) else ""


def sort_fit(sort: Sort, question: str, sentence: str, words: Sequence[str], tagger: WordTagger) -> float:
    """Return how surely a sentence says words of the sort that the question does not say itself, near ``words``."""
    found = [match.span() for match in sort.pattern.finditer(sentence)]
    found += [
        (word.start, word.end)
        for word in tagger.words(sentence)
        if word.tag in sort.tags and word.end - word.start > 1
    ]
    own = [(start, end) for start, end in found if sentence[start:end] not in question]
    if not own:
        return LACKS
    said = [place for word in words for place in _places(word, sentence)]
    distances = [max(start - place[1], place[0] - end, 0) for start, end in own for place in said]
    return 1.0 if not said or min(distances) <= _WITHIN else FAR


def _places(word: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(re.escape(word), text)]
