"""Whether a figure is itself a change: what stands right before it (提高了7.32个百分点, 同比下降31.4%)."""

import re

_UP = (
    "提高 提升 增长 增加 上升 上涨 净增 净增加 扩大 上浮 上调 回升 攀升 延长 增多 递增 激增 猛增 大涨 暴涨 飙升 升值 高出 升高 "
    "新增加 多增 多出 多花 多支出 增进 拉长 加长 拓展 涨高 抬升 走高 收涨 涨超"
)
_DOWN = (
    "下降 降低 减少 缩短 压缩 压减 下滑 下跌 回落 缩减 缩小 收窄 下调 下浮 压降 精简 削减 递减 锐减 大跌 暴跌 贬值 减轻 骤减 "
    "收跌 走低 缩水 少花 少支出 降幅达 调减 核减 少增 净减少 净减 降费 萎缩 跌超"
)
_SINGLE_AFTER = "同环比较又再年月日均只仅约将，。、；： "
_SHARE_UP = "增幅 涨幅 升幅 增速 增长率 增长幅度 涨跌幅"
_SHARE_DOWN = "降幅 跌幅 减幅 下降幅度 压减率 压降率 下降率 减少率"
_TAIL = r"(?:了|约|近|大约|超|达|逾)?"
_SHARE_TAIL = r"(?:为|达|达到|约|约为|是|在|高达|超|均为|分别为|均超)?"


def _expression(words: str, singles: str, shares: str) -> re.Pattern[str]:
    """Write the expression for what may stand right before a change."""
    return re.compile(
        rf"(?:(?:{'|'.join(words.split())}|(?:^|(?<=[{_SINGLE_AFTER}]))[{singles}]){_TAIL}"
        rf"|(?:{'|'.join(shares.split())}){_SHARE_TAIL}) ?$"
    )


_RISE = _expression(_UP, "增涨升多", _SHARE_UP)
_FALL = _expression(_DOWN, "减跌降少", _SHARE_DOWN)
_MIGHT = frozenset(
    "高升长加涨增大浮调多值出幅速率了约近超达逾为到是在落减少短缩滑跌窄降简低轻走水萎费收度产 展进花"
)


_VERB = re.compile(rf"(?:{'|'.join((_UP + ' ' + _DOWN).split())}|[涨跌升降增减]){_TAIL} ?$")


def rises_or_falls(plain: str, start: int) -> bool:
    """Say whether a verb of change stands right before ``start`` (上涨21点至1133点), not a share (降幅0.1至0.2)."""
    return (
        bool(start) and plain[start - 1] in _MIGHT and bool(_VERB.search(plain[max(0, start - 10) : start]))
    )


def change_at(plain: str, start: int) -> str:
    """Say whether the figure that starts at ``start`` is a rise ("up"), a fall ("down") or a level ("")."""
    if not start or plain[start - 1] not in _MIGHT:
        return ""
    head = plain[max(0, start - 10) : start]
    if _RISE.search(head):
        return "up"
    return "down" if _FALL.search(head) else ""
