"""How people and reports deny that something was done, where a word alone does not tell: patterns out."""

from typing import Final

NOT_DONE: Final = "(?<![罚淹沉吞埋湮出])没(?!收(?![回上到齐完]))"
"""没 that denies (没改完, 没收回), and is no part of a word of its own (罚没, 没收, 淹没)."""
