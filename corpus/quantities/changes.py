"""Whether a figure is itself a change: what stands right before it (提高了7.32个百分点, 同比下降31.4%)."""

import re

from corpus.lexicon.change_verbs import change_verbs

_SINGLE_AFTER = "同环比较又再年月日初末底期均只仅约将，。、；：,;: 价率数量额度"
"""What may stand before a verb of one character: what compares, or the end of what is measured (猪肉价降11.6%)."""
_SHARE_UP = "增幅 涨幅 升幅 增速 增长率 增长幅度 涨跌幅"
_SHARE_DOWN = "降幅 跌幅 减幅 下降幅度 压减率 压降率 下降率 减少率"
_TAIL = r"(?:了|约|近|大约|超|达|逾)?"
_SHARE_TAIL = r"(?:为|达|达到|约|约为|是|在|高达|超|均为|分别为|均超)?"


def _expression(way: str, singles: str, done: str, shares: str) -> re.Pattern[str]:
    """Write the expression for what may stand right before a change."""
    return re.compile(
        rf"(?:(?:{'|'.join(change_verbs(way))}|(?:^|(?<=[{_SINGLE_AFTER}]))[{singles}]|(?<![{_DEED_BEFORE}])[{singles}{done}]了){_TAIL}"
        rf"|(?:{'|'.join(shares.split())}){_SHARE_TAIL}) ?$"
    )


_DEED_BEFORE = "核审裁消倍"
"""What makes a deed of a verb of one character (裁减了8人)."""
_RISE = _expression("up", "增涨升多", "高快长大", _SHARE_UP)
_FALL = _expression("down", "减跌降少", "低慢短小", _SHARE_DOWN)
_MORE = re.compile(
    r"(?:(?<!对)比(?![较例率重])|较(?![多少大小]))[^，,。；;：:\d]{1,10}"
    r"(?:[（(][^，,。；;（）()]{1,12}[）)]|的[\d.]{1,9}[^\W\d]{1,3})?(?:(?P<up>多)|少)[^，,。；;：:\d的]{0,4}$"
)
_HIGHER = re.compile(r"(?<!对)比(?![较例率重])[^，,。；;：:\d]{2,14}(?:(?P<up>[高快长升])|[低慢短降])了?$")
"""Higher or lower than another (比整改前高20个百分点)."""
_ABOVE = re.compile(r"(?:(?P<up>[高快])|[低慢])于[^，,。；;：:\d]{2,14}$")
"""The same before what it is higher than, of which only points are a difference (高于全市平均1.9个百分点)."""
_POINTS = re.compile(r"[\d.]+ ?个?[百千]分点")
_COMPARED = 20
"""Characters before a figure in which that stands."""
_MIGHT = frozenset(
    word[-1] for word in (*change_verbs(), *_SHARE_UP.split(), *_SHARE_DOWN.split(), *"增涨升多减跌降少 ")
) | frozenset("了约近超达逾为到是在")
"""The last characters of what may stand before a change: most figures are passed over by these at once."""

_VERB = re.compile(rf"(?:{'|'.join(change_verbs())}|[涨跌升降增减]){_TAIL} ?$")


def rises_or_falls(plain: str, start: int) -> bool:
    """Say whether a verb of change stands right before ``start`` (上涨21点至1133点), not a share (降幅0.1至0.2)."""
    return (
        bool(start) and plain[start - 1] in _MIGHT and bool(_VERB.search(plain[max(0, start - 10) : start]))
    )


def change_at(plain: str, start: int) -> str:
    """Say whether the figure that starts at ``start`` is a rise ("up"), a fall ("down") or a level ("")."""
    before = plain[max(0, start - _COMPARED) : start]
    compared = _MORE.search(before) or _HIGHER.search(before)
    compared = compared or (_ABOVE.search(before) if _POINTS.match(plain, start) else None)
    if compared:
        return "up" if compared["up"] else "down"
    if not start or plain[start - 1] not in _MIGHT:
        return ""
    head = plain[max(0, start - 10) : start]
    if _RISE.search(head):
        return "up"
    return "down" if _FALL.search(head) else ""
