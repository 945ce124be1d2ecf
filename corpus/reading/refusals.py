"""Why a file cannot be read: one row per reason, in Chinese and in English, with what would do."""

from typing import Final

from corpus.errors import CostlyFile, OldForm, ScannedFile, UnreadableFile
from corpus.reading.formats import first_suffixes

REFUSALS: dict[str, tuple[str, str]] = {
    "missing": ("文件不存在，请检查路径", "no such file: check the path"),
    "folder": ("这是文件夹，不是文件", "this is a folder, not a file"),
    "no access": ("没有读取权限，请检查文件权限", "permission denied: check the file's permissions"),
    "input error": ("读取时出错（{detail}）", "reading failed ({detail})"),
    "special": ("不是普通文件", "not a regular file"),
    "empty": ("空文件，没有可读的内容", "empty file: nothing to read"),
    "no text": ("没有可读的文字", "no readable text in it"),
    "too large": (
        "文件有 {detail}，超过上限 {limit}，请拆分后再试",
        "{detail} is over the limit of {limit}: split the file",
    ),
    "expands too far": ("解压后体积异常（可能是压缩炸弹），未读取", "expands far beyond its size: not read"),
    "binary": ("是二进制数据，不是文本，请转换为 {formats} 之一", "binary data: convert it to text"),
    "garbled": ("内容是乱码（曾以错误的编码保存），请从原始文件重新导出", "garbled text: export it again"),
    "unknown encoding": ("编码无法确定，请另存为 UTF-8 文本", "unknown encoding: save it as UTF-8"),
    "bad encoding": (
        "不是有效的 {detail} 文本，请另存为 UTF-8 文本",
        "not valid {detail} text: save it as UTF-8",
    ),
    "encrypted": ("文件已加密，请先解除密码保护", "encrypted: remove the password first"),
    "damaged": ("文件已损坏或不完整，请重新获取", "damaged or incomplete: get it again"),
    "no text layer": (
        "没有文字层，可能是扫描件，请先做文字识别（OCR），或安装可选组件 ocr",
        "no text layer, probably a scan: run OCR first, or install the extra ocr",
    ),
    "long scan": (
        "有 {detail} 页扫描页要识别，超过上限 {limit} 页，请拆分后再试",
        "{detail} scanned pages are over the limit of {limit}: split the file",
    ),
    "large picture": (
        "图片太大（{detail} 点），请缩小后再试",
        "picture too large ({detail} dots): make it smaller",
    ),
    "no character map": (
        "字体缺少字符编码，提取不出文字，请另存，或安装可选组件 ocr",
        "its fonts map to no characters: export it again, or install the extra ocr",
    ),
    "image": (
        "是图片，请先做文字识别（OCR），或安装可选组件 ocr",
        "an image: run OCR first, or install the extra ocr",
    ),
    "old office": (
        "这种文件要装有 LibreOffice 才能读，请安装它，或另存为 .docx、.xlsx 或 .pdf",
        "reading this form takes LibreOffice: install it, or save the file as .docx, .xlsx or .pdf",
    ),
    "other build": (
        "内部结构与常见的不同，要装有 LibreOffice 才能读，请安装它，或在 Office、WPS 里打开后另存",
        "built in another way than usual, reading it takes LibreOffice: install it, or open it in Office and save it anew",
    ),
    "not opened": (
        "LibreOffice 打不开这个文件，请另存为 .docx、.xlsx 或 .pdf",
        "LibreOffice cannot open it: save it as .docx, .xlsx or .pdf",
    ),
    "holds several": (
        "里面有 {detail} 个文件，请用 hedui ingest 读入，或取出其中一个",
        "{detail} files in it: read them with hedui ingest, or take one out",
    ),
    "holds nothing": ("里面没有可读的文件", "no file in it that can be read"),
    "holds too much": (
        "里面的文件太多或太大（上限 {limit} 个、200 MB），请拆分后再试",
        "too many or too large files in it (at most {limit}, 200 MB): split it",
    ),
    "other form": (
        "不支持的格式（{detail}），请转换为 {formats} 之一",
        "unsupported form ({detail}): convert it to one of {formats}",
    ),
    "too long": (
        "文字有 {detail} 字，超过上限 {limit} 字，请拆分后再试",
        "{detail} characters are over the limit of {limit}: split the file",
    ),
    "over processor": (
        "读取它超过了处理器时间上限 {processor}，已停止，请拆分或换一种格式",
        "reading it takes more than {processor} of processor time: split it, or save it in another form",
    ),
    "over time": (
        "读取它超过了时限 {seconds}，已停止，请拆分或换一种格式",
        "reading it takes more than {seconds}: split it, or save it in another form",
    ),
    "over memory": (
        "读取它超过了内存上限 {memory}，已停止，请拆分或换一种格式",
        "reading it takes more than {memory} of memory: split it, or save it in another form",
    ),
    "too deep": ("嵌套过深，未读取", "nested too deep: not read"),
    "reader died": (
        "读取它的进程意外终止（{detail}），未读取，请换一种格式",
        "the process that read it died ({detail}): save it in another form",
    ),
    "reader failed": (
        "读取时出错（{detail}），请换一种格式",
        "reading failed ({detail}): save it in another form",
    ),
    "died before": (
        "以前读取它时超限或进程终止，这次没有再试；要再试请单独指定这个文件",
        "it exceeded a limit or ended its reader before and was not tried again: name this very file to try it",
    ),
    "bad address": ("网址无效，只支持 http 和 https", "not a usable address: only http and https"),
    "unknown host": ("找不到这个网址的主机，请检查网址", "no such host: check the address"),
    "inner address": (
        "网址指向内部网络，未读取；确需读取请加 --allow-private",
        "the address leads into an inner network: not fetched; --allow-private allows it",
    ),
    "too slow": ("网页在 {limit} 内没有读完，已停止", "the page did not arrive within {limit}: stopped"),
    "other type": ("网页的类型不支持（{detail}）", "the page is of a type that is not read ({detail})"),
    "no answer": ("网页读取失败（{detail}）", "the page could not be fetched ({detail})"),
}

_KINDS: Final = {
    "over processor": CostlyFile,
    "over time": CostlyFile,
    "over memory": CostlyFile,
    "too deep": CostlyFile,
    "reader died": CostlyFile,
    "old office": OldForm,
    "other build": OldForm,
    "image": ScannedFile,
    "no text layer": ScannedFile,
    "no character map": ScannedFile,
}
"""Refusals after which something else is done than after others."""


def refuse(reason: str, name: str, **details: str) -> UnreadableFile:
    """Return the error that says, on one line in both languages, why the file ``name`` is not read."""
    chinese, english = REFUSALS[reason]
    details = {"formats": first_suffixes(), **details}
    name = " ".join(name.split()) or "?"
    return _KINDS.get(reason, UnreadableFile)(
        chinese.format(**details), english.format(**details), where=name
    )


def refuse_build(name: str, target: str) -> UnreadableFile:
    """Return the error of a package that our reader of ``target`` does not open and LibreOffice may."""
    error = refuse("other build", name)
    if isinstance(error, OldForm):
        error.target = target
    return error


def refuse_scan(reason: str, name: str, pages: int, *, partly: bool = False) -> UnreadableFile:
    """Return the same of a file with ``pages`` to recognise; ``partly`` says that it has text on others."""
    error = refuse(reason, name)
    if isinstance(error, ScannedFile):
        error.pages, error.partly = pages, partly
    return error
