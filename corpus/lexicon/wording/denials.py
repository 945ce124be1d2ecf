"""How people and reports deny that something was done, where a word alone does not tell: patterns out."""

from typing import Final

NOT_DONE: Final = "(?<![罚淹沉吞埋湮出])没(?!收(?![回上到齐完]))"
"""没 that denies (没改完, 没收回), and is no part of a word of its own (罚没, 没收, 淹没)."""

NOT_YET: Final = "未(?!来(?!得及)|[必免])"
"""未 that denies (未改完, 未来得及改), and opens no word of its own (未来, 未必, 未免)."""

UNCOLLECTED: Final = r"没(?=收(?:[？?吗。\s]*$|[^，,；;。？?]*还[有剩差]))"
"""没 of what a question asks to be still without (还有多少没收, 没收的还有多少), which 没收 by an authority is not."""

LEFT_UNDONE: Final = f"(?:(?:{NOT_DONE}|{UNCOLLECTED})有?|(?<!应.)(?<!应){NOT_YET})"
"""What says in a question that something was not done; 应改未改 tells what should have been."""
