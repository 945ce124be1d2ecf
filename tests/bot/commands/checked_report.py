"""A fictional report with a right and a wrong draft on it, for the tests of the commands."""

from pathlib import Path
from typing import Final

REPORT: Final = """中共松原县水务局党组关于第二轮巡察整改进展情况的通报
发布时间：2023-05-10　来源：松原县水务局

县水务局党组针对巡察反馈的28个问题，制定整改措施96条，已完成整改问题25个。
2022年全县排查小型水库43座，投入维修资金1260万元，隐患整改率95.3%，比2021年提高4.1个百分点。
"""
WRONG: Final = "松原县水务局2022年排查小型水库45座，隐患整改率95.3%。"
RIGHT: Final = "松原县水务局2022年排查小型水库43座，隐患整改率95.3%。"


def draft(folder: Path, text: str) -> str:
    """Write a draft into a folder and return its path."""
    path = folder / "draft.txt"
    path.write_text(text, "utf-8")
    return str(path)
