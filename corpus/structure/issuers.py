"""Whose report it is: from a title such as 中共X党组关于…的通报, or from the signature under the report.

A name with its party body goes in, the organisation itself comes out: 中共东原理工大学委员会 is 东原理工大学.
"""

import re

from corpus.lexicon.inspections import inspection_words
from corpus.organisations.mentions import Mention, MentionKind, find_organisations
from corpus.organisations.patterns import NEEDS
from corpus.times.rounds import ROUND_NUMBER

_ABOUT = "关于"
_LONGEST_NAME = 30
"""Characters of a title in which the name stands that it begins with."""
_OFFICE = 4
"""Characters of a name that says nobody's office: 审计处, 办公室."""
_DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?$")
_PARTY = re.compile(r"^(?:中共|中国共产党)\s*")
_PARTY_BODY = re.compile(
    r"(?:机关)?(?:党组|党委|党总支部?|党支部|总支部委员会|总支委员会|支部委员会|总支部|直属机关党委)(?:领导班子|书记)?$"
)
_REGION = re.compile(r"[省市县区旗州盟乡镇]$|自治[区州县旗]$|(?:街道|新区|开发区)$")
_KEEPS_COMMITTEE = re.compile(r"(?:纪律检查|政法|工作|监察|建设|管理|健康|改革|监督|事务|外事)$")
_HEADS = "|".join(suffix for suffix, needs in NEEDS.items() if needs in ("name", "own"))
_ISSUER = re.compile(
    r"(?:党组|委|党总支|党支部|总支部|委员会|人民政府|办公室|办公厅|"
    rf"[厅局署院校所站社会司部办室队馆]|(?<!查)处|[大中小]学|[分支]行|海关|小组|街道|乡|镇|杂志|{_HEADS})$"
)
_BEFORE_SUBJECT = re.compile(
    r"^(?P<name>.{3,40}?)(?:[:：|｜]|关于|落实|公布|公开|通报|(?:[12１２]\d{3}|[二一][〇○零九]..)年|"
    r"(?:[十\d一二三四五六七八九]{1,3}届).{0,8}委?第?|(?<=[局院校司团学心行会])[省市县区]委|"
    rf"(?<!委)(?:第(?:{ROUND_NUMBER})|首)[轮批]|(?:内部)?(?:巡[视察](?=整改|发现|反馈|“|集中)|审计)|预算执行|经济责任|专项|反馈|{'|'.join(inspection_words('told'))}|整改|“?回头看|群众身边|主题教育|推进|推动|抓[实好细]|狠抓|扎实|全[力面])"
)
_LABEL = re.compile(
    r"^(?:[【\[（(][^】\]）)]{1,12}[】\]）)]\s*|[\u4e00-\u9fff]{2,4}(?<![厅局委院校处])[｜|]\s*)+"
)
"""What stands before a title, in brackets or before a bar: 【巡察整改】, 问答｜."""
_ROUND = re.compile(
    r"(?P<whose>(?:[十\d一二三四五六七八九]{1,3}届)?[\u4e00-\u9fff]{0,8}?(?:省|市|县|区|旗|州|盟|自治区|工|党)委|"
    rf"[十九二]{2, 3}届中央)(?P<round>第(?:{ROUND_NUMBER})轮)(?P<kind>巡[视察])"
)
_SPEAKER = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,30}[局厅委办院署])(?:党组书记、)?(?:副?[局厅院署]长|副?主任)\s+[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff·]){1,5}$"
)
"""Who reports to an assembly, in the line under the title: 东原市审计局局长 王小明."""
_PUNCTUATION = re.compile(r"^[由在据对经为让把]|记者|报道|\d[日月]|[。，；：！？、,;:!?“”‘’《》]|\d{5,}")


def is_issuer(line: str) -> bool:
    """Whether a whole line is the name of a body that could sign a report."""
    line = line.strip()
    return 3 <= len(line) <= 45 and _ISSUER.search(line) is not None and _PUNCTUATION.search(line) is None


def bare_organisation(name: str) -> str:
    """Return the organisation without 中共 and without its party body; a region's committee stays one.

    >>> bare_organisation("中共临河市委员会"), bare_organisation("中共临河市财政局党组")
    ('临河市委', '临河市财政局')
    """
    first, *others = name.split()
    name = first if others and is_issuer(first) and all(map(is_issuer, others)) else first + "".join(others)
    of_party = _PARTY.match(name)
    name = name[of_party.end() :] if of_party else name
    body = _PARTY_BODY.search(name)
    if body and body.start() >= 2:
        return name[: body.start()]
    if of_party and name.endswith("委员会"):
        rest = name.removesuffix("委员会").removesuffix("机关")
        if _REGION.search(rest):
            return rest + "委"
        if rest and not _KEEPS_COMMITTEE.search(rest):
            return rest
    return name


def issuer_of_title(title: str) -> str:
    """Return whose report a title announces, "" when it does not say.

    A round-up over many organisations (七届省委第八轮巡视整改进展情况综述) belongs to them together:
    七届省委第八轮被巡视党组织.
    """
    title = _LABEL.sub("", title.strip())
    for part in (title.removeprefix(_ABOUT), *title.split("——")[1:]):
        named = _BEFORE_SUBJECT.match(part)
        name = named["name"].strip() if named else ""
        if name and _PUNCTUATION.search(name) is None and (_PARTY.match(name) or _ISSUER.search(name)):
            return bare_organisation(name)
    inspected = _ROUND.search(title.removeprefix(_ABOUT))
    if inspected:
        return f"{inspected['whose']}{inspected['round']}被{inspected['kind']}党组织"
    opening = _opening(title)
    if opening and (opening.certain or (opening.end < len(title) and _ISSUER.search(opening.name))):
        return bare_organisation(opening.name)  # 柏川市中级人民法院“法护营商”专项整治情况
    return ""


def issuer_of_signature(line: str, title: str = "") -> str:
    """Return whose report a signature line closes, "" when the line is no organisation's name.

    An office that is named by its work alone (审计处) signs for the organisation that the title begins with.
    """
    if not is_issuer(line):
        return ""
    name = bare_organisation(line)
    opening = _opening(title) if len(name) <= _OFFICE else None
    return opening.name if opening else name


def _opening(title: str) -> Mention | None:
    """Return the organisation that a title begins with, None where it begins with none."""
    first = next(iter(find_organisations(title, 0, _LONGEST_NAME)), None)
    return first if first and first.kind is MentionKind.ORGANISATION and not first.start else None


def issuer_of_byline(line: str) -> str:
    """Return the body that a line under a title names, with a day or without, "" for an office that says not whose it is.

    >>> issuer_of_byline("松江县信访局　10月9日"), issuer_of_byline("办公室")
    ('松江县信访局', '')
    """
    name = _DAY.sub("", line).strip(" （）()　")
    return name if len(name) > _OFFICE and is_issuer(name) else ""


def issuer_of_speaker(line: str) -> str:
    """Return the office whose head is told to speak (审计局局长 王小明), "" when a line tells of none.

    >>> issuer_of_speaker("东原市审计局局长　王小明")
    '东原市审计局'
    """
    speaker = _SPEAKER.match(line.strip())
    return speaker["name"] if speaker else ""
