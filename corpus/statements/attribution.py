"""Whose figure it is: in go a text's paragraphs and figures, out an organisation for each figure.

The subject of the sentence is preferred, then that of the paragraph, then the section's, then the report's.
A name that is only the object of a preposition or one of a list is nobody's subject, and where two names are
equally likely the figure stays unattached rather than guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.lexicon.inspections import inspection_words
from corpus.lexicon.places import LEVELS
from corpus.organisations.anaphors import antecedent, is_bare_anaphor, may_refer_to
from corpus.organisations.directory import Directory
from corpus.organisations.mentions import Mention, MentionKind
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.report import Report
from corpus.statements.phrase_words import OF_THE_WHOLE
from corpus.statements.stretches import (
    LEVELLED,
    SENTENCE_ENDS,
    Attribution,
    back_at_fields,
    behind_list,
    list_end,
)
from corpus.structure.member_labels import LIST_MARKS
from corpus.words import begins_with_verb, is_common_phrase, is_deed

_OBJECT_BEFORE = re.compile(
    r"(?:会同|联合|根据|按照|经|报|移送|移交|上报|赴|被|受|与|同|和|及|跟|给|由|向|至|到|在|从|于|、|退还|协助|配合|包括|或"
    r"|将|把|针对|对照|围绕|结合|落实|(?<![应比绝面])对)(?:原|该|其)?$"
)
_SOURCE_AFTER = re.compile(r"^[^，。；]{0,8}(?:统计|介绍|数据|通报称|负责人|透露|消息|显示|表示|要求)")
_INSPECTION = r"(?:巡[视察查]|审计|督[察查])"
_INSPECTED_AFTER = re.compile(rf"[^，,。；;]{{0,40}}(?:开展|进行)了?[^，,。；;]{{0,8}}{_INSPECTION}")
_INSPECTED_RIGHT_AFTER = re.compile(_INSPECTION)
_LIST_AFTER = re.compile(
    r"^(?:党组|党委|党组织)?(?:、|等\d|等[一二三四五六七八九十]|等(?:单位|部门|机构|权威))"
)
_COLLECTIVE = re.compile(r"被巡[视察](?:党组织|单位)|轮巡[视察]")
_OF_ITS_DEED = re.compile(
    f"(?:{'|'.join((*inspection_words('tell'), '组织', '开展', '实施', '出具', '下达', '交办', '转办'))})的"
)
"""What follows whom only something else is told by (审计处组织的内审)."""
FINDER = re.compile("审计|巡[视察]|督[察查导]")
_ITS_GROUP = re.compile(rf"[^，,。；;\d]{{0,16}}(?:{FINDER.pattern})组")
_REPORTS = re.compile(
    f"[^，,。；;]{{0,40}}?(?:{'|'.join(inspection_words('tell'))}|出具|指出|查出|发现|{FINDER.pattern})"
)
"""What tells in a clause that somebody inspected or reported, not acted."""
_BARE_ROUND = re.compile(r"(?<!被)轮巡[视察](?:整改)?$")
_WHEN_AFTER = re.compile(r"(?:工作|开展)?(?:以[来后]|之后|期[间内])")
_TOLD_AS = re.compile(r"(?:是|[的次位末尾]为)$")
"""What tells of whom an order is said before (最低的是松岭县, 其次为沙坪区)."""
_LABEL_END = re.compile("[：:]|——|\t| {2,}|\u3000")
_HAS_AMOUNT = re.compile(r"\d[\d.,]*(?![\d.,]|[个所家座])")
"""What stands right behind a name whose own figure it is (县实验小学退费36万元，第三初级中学44万元), and counts no such names."""
_HAS_IN_IT = re.compile(r"不?[包内]?[含括]|除|原|即|由|下[属辖设]")
_CLAUSE_ENDS = "，；。！？：,;!?:\n"
_LONGEST_LEAD = 16
_OF_WHOLE = re.compile("(?:所属|下属|所辖|下辖|旗下|的)?")
"""What stands between the name of a whole and that of one of its members."""
_LEADS_IN = re.compile(
    rf"[\s—{LIST_MARKS}]*(?:[（(]?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[)）．.、])?\s*(?:\d{{4}}年[度]?|[今去]年|\d{{1,2}}月)?"
)
"""What may stand before whoever opens a line or a clause: a mark of a list, a number, a year."""
_MARKS = f" \t\u3000—{LIST_MARKS}"
_COMMAS = ("，", ",")
_MEMBER_BEFORE = re.compile(r"\d[^\d，,；;。、\s]{0,3}、$")


@dataclass(frozen=True, slots=True)
class TextSetting:
    """What a whole text says of its figures: region, issuer, and the names that it may use.

    ``directory`` knows the organisations of the reports; None where no report is at hand.
    """

    region: str = ""
    organisation: str = ""
    directory: Directory | None = None

    def canonical(self, name: str) -> str:
        """Return the full name that ``name`` stands for in this text."""
        return self.directory.canonical(name, self.region) if self.directory else name


def attribute_paragraph(
    text: str, start: int, mentions: Sequence[Mention], default: str, setting: TextSetting
) -> list[Attribution]:
    """Return who speaks or acts in a paragraph, stretch by stretch, the first from its ``start`` on.

    ``mentions`` are the organisations that it names, in order; ``default`` is the section's or the report's
    organisation, "" where there is none.
    """
    found = [Attribution(start, default)]
    named = [default] if default else []
    finder = 0
    for position, mention in enumerate(mentions):
        if not _is_subject(text, start, mentions, position):
            continue
        beside = position > 0 and mentions[position - 1].end == mention.start
        if beside and _only_finds(text, mention, mentions[position - 1].name):
            continue  # 青禾职业学院省审计厅审计查出问题24个
        name = _subject_name(mention, named, found[-1].name, default, setting)
        if name is None:
            continue
        opens = _names_itself(text, start, mention) or _is_within(mentions, position, found[-1])
        if mention.kind is MentionKind.REGION and not opens and _has_owner(text, mention, found, default):
            continue
        if mention.kind is MentionKind.ORGANISATION:
            named.append(name)
        if len(found) > 1 and (end := list_end(text, found[-1].start, mention.start)):
            found += behind_list(found, text, end)
        if finder and (end := _sentence_end(text, finder)) <= mention.start:
            found.append(Attribution(end, default))
        own = default or setting.region
        finder = mention.end if own and _only_finds(text, mention, own) else 0
        found.append(Attribution(mention.start, name))
    if finder:
        found.append(Attribution(_sentence_end(text, finder), default))
    if len(found) > 1 and (end := list_end(text, found[-1].start, len(text))):
        found += behind_list(found, text, end)
    return back_at_fields(found, text, start)


def is_collective_mention(mention: Mention) -> bool:
    """Whether the mention stands for all that a round of inspection inspected (各被巡视党组织)."""
    return mention.kind is MentionKind.GENERIC and bool(_COLLECTIVE.search(mention.name))


def is_proper_mention(mention: Mention) -> bool:
    """Whether the mention is more than common words before the end of a name (附属医院, 检查物业公司: what is spoken of)."""
    return mention.certain or not is_common_phrase(mention.name)


def is_round(name: str) -> bool:
    """Whether ``name`` is only a round of inspection (第四轮巡察整改), not all that it inspected."""
    return bool(_BARE_ROUND.search(name))


def setting_of(report: Report, region: str, directory: Directory | None) -> TextSetting:
    """Return the setting that ``report`` gives its figures."""
    organisation = report.organisation
    if directory and organisation:
        organisation = directory.canonical(organisation, region)
    return TextSetting(region, organisation, directory)


def _is_subject(text: str, start: int, mentions: Sequence[Mention], position: int) -> bool:
    mention = mentions[position]
    before = text[max(start, mention.start - 4) : mention.start]
    after = text[mention.end : mention.end + 6]
    if _is_in_marks(text, start, mention):
        return False
    if mention.kind is MentionKind.ORGANISATION and _OF_ITS_DEED.match(text, mention.end):
        return False
    if mention.kind is MentionKind.GENERIC:
        of_whom = position and mentions[position - 1].end == mention.start
        when = of_whom or _OBJECT_BEFORE.search(before) or _WHEN_AFTER.match(after)
        if is_round(mention.name) and (when or mention.name.startswith("上")):
            return (
                False  # 市教育局在第四轮巡察中…, 青岚县本轮巡察…, 上轮巡察指出…, 第四轮巡察以来: it says when
            )
        return is_collective_mention(mention) or _speaks_of_all(text, start, mention)
    if mention.kind is MentionKind.REGION and not LEVELLED.search(mention.name):
        return False
    if _LIST_AFTER.match(after) and mention.kind is MentionKind.ORGANISATION:
        return False
    if mention.kind is MentionKind.ORGANISATION and not mention.certain:
        return _may_own(text, start, mentions, position)
    if position and text[mentions[position - 1].end : mention.start] == "、":
        return False
    if before.endswith("据") and _SOURCE_AFTER.match(text[mention.end : mention.end + 14]):
        return False
    if before.endswith("对") and _INSPECTED_AFTER.match(text, mention.end):
        return True
    if mention.kind is MentionKind.ANAPHOR and before.endswith("对"):
        return _INSPECTED_RIGHT_AFTER.match(text, mention.end) is not None  # 对我院巡查，反馈问题46个
    return not _OBJECT_BEFORE.search(before) or _is_member(text, mention) or _sets_scene(text, start, mention)


def _may_own(text: str, start: int, mentions: Sequence[Mention], position: int) -> bool:
    """Whether what may be a name is one, and opens what is told of it."""
    mention = mentions[position]
    behind = mentions[position + 1 :] if mention.name.endswith("公司") else ()
    others = (*mentions[:position], *behind)
    if _LABEL_END.match(text, mention.end) and not text[start : mention.start].strip(_MARKS):
        return not begins_with_verb(mention.name)  # △ 北岭中心学校：…
    counted = position > 0 and _HAS_AMOUNT.match(text, mention.end) is not None and not is_deed(mention.name)
    if position and _OF_WHOLE.fullmatch(text, mentions[position - 1].end, mention.start):
        return True  # 水务集团所属供水公司
    own = counted or _is_one_more(mention.name, others) or _is_proper(mention.name)
    return _opens(text, start, mention.start) and own


def _only_finds(text: str, mention: Mention, default: str) -> bool:
    """Whether somebody is named who audited or inspected the text's own organisation, and reported (省审计厅反馈问题21个)."""
    named = mention.kind is MentionKind.ORGANISATION and FINDER.search(mention.name)
    finder = named or _ITS_GROUP.match(text, mention.end)
    if not finder or same_organisation(mention.name, default) in (Sameness.SAME, Sameness.UNKNOWN):
        return False
    return _REPORTS.match(text, mention.end) is not None


def _sentence_end(text: str, position: int) -> int:
    """Where the sentence of ``position`` ends."""
    ends = (text.find(end, position) for end in SENTENCE_ENDS)
    return min((end + 1 for end in ends if end >= 0), default=len(text))


def _is_in_marks(text: str, start: int, mention: Mention) -> bool:
    """Whether a name stands within a title, or in a bracket that says what an owner has in it (财政部门（含招生办）)."""
    if text.rfind("《", start, mention.start) > text.rfind("》", start, mention.start):
        return True
    opens = max(text.rfind(mark, start, mention.end) for mark in "（(")
    inside = opens > max(text.rfind(mark, start, mention.end) for mark in "）)")
    return inside and _HAS_IN_IT.match(text, opens + 1) is not None


def _sets_scene(text: str, start: int, mention: Mention) -> bool:
    """Whether a clause says first where what follows took place (在枣林县，拖欠的工资全部发放)."""
    at = mention.start - 1
    ends = text[mention.end : mention.end + 1] in _COMMAS
    return ends and text[at : mention.start] == "在" and _opens(text, start, at)


def _is_one_more(name: str, others: Sequence[Mention]) -> bool:
    """Whether what may be a name ends as another of its paragraph does, and is no deed (东港区公司…，物流公司, not 注销合作社)."""
    alike = any(one.name[-2:] == name[-2:] for one in others)
    return alike and not begins_with_verb(name)


def _is_proper(name: str) -> bool:
    """Whether what may be a name has words of no dictionary, and no verb before them (云湄师范大学, not 新建城南幼儿园)."""
    return not is_common_phrase(name) and not begins_with_verb(name)


def _opens(text: str, start: int, position: int) -> bool:
    """Whether a clause of the paragraph that begins at ``start`` begins at ``position``, a mark of a list passed over."""
    low = max(start, position - _LONGEST_LEAD)
    ends = [text.rfind(mark, low, position) + 1 for mark in _CLAUSE_ENDS]
    opening = max(ends) or low
    begins = any(ends) or low == start
    return begins and _LEADS_IN.fullmatch(text, opening, position) is not None


def _speaks_of_all(text: str, start: int, mention: Mention) -> bool:
    """Whether 各单位 or the like opens its clause, so that what follows is no longer one organisation's."""
    return _opens(text, start, mention.start) and mention.name.startswith("各")


def _names_itself(text: str, start: int, region: Mention) -> bool:
    """Whether a region opens its clause by its own name (，河湾镇更换…), and so acts itself, or is told to be the last."""
    whole = re.match(r"[全我本]", region.name)
    opens = _opens(text, start, region.start) or _sets_scene(text, start, region)
    opens = opens or _TOLD_AS.search(text, max(start, region.start - 2), region.start) is not None
    return not whole and (opens or _is_member(text, region))


def _is_member(text: str, region: Mention) -> bool:
    """Whether a region is the next member of a list whose members each have a figure (甲市42件、乙市23件)."""
    counted = text[region.end : region.end + 1].isdigit()
    return counted and _MEMBER_BEFORE.search(text, max(0, region.start - 6), region.start) is not None


def _is_within(mentions: Sequence[Mention], position: int, current: Attribution) -> bool:
    """Whether a region stands right behind the one that owns the sentence, and so is meant itself (青泊市沙湾区)."""
    if not position or mentions[position].kind is not MentionKind.REGION:
        return False
    outer = mentions[position - 1]
    beside = outer.kind is MentionKind.REGION and outer.end == mentions[position].start
    return beside and outer.start == current.start


def _subject_name(
    mention: Mention, named: Sequence[str], current: str, default: str, setting: TextSetting
) -> str | None:
    if mention.kind is MentionKind.GENERIC and not is_collective_mention(mention):
        return default
    if mention.kind is MentionKind.ANAPHOR:
        own = bool(default) and not mention.name.startswith("该") and may_refer_to(mention.name, default)
        opening = named[1] if len(named) > 1 else ""
        if own and is_bare_anaphor(mention.name) and same_organisation(opening, default) is not Sameness.SAME:
            own = not may_refer_to(mention.name, opening)  # 物流公司……公司已停止此类业务
        return default if own else antecedent(mention.name, named) or default
    if mention.name in LEVELS:
        return default if mention.name in default else None  # 街道党工委
    if mention.kind is MentionKind.ORGANISATION:
        return setting.canonical(mention.name)
    if mention.kind is MentionKind.REGION:
        if not OF_THE_WHOLE.fullmatch(mention.name):
            return setting.canonical(mention.name)
        if (
            default
            and setting.region[-1:] != mention.name[-1]
            and name_parts(default).level == mention.name[-1]
        ):
            return default  # 我乡 in the report of a town, whose region is the county
        return setting.region or ("" if _is_place_within(current, mention.name) else None)
    return mention.name


def _has_owner(text: str, region: Mention, found: Sequence[Attribution], default: str) -> bool:
    """Whether an organisation already owns the sentence that the region stands in (省信访局…全省梳理…)."""
    if OF_THE_WHOLE.fullmatch(region.name) and _is_place_within(found[-1].name, region.name):
        return False
    opening = max(text.rfind(end, 0, region.start) for end in SENTENCE_ENDS) + 1
    if len(found) > 1 and found[-1].start >= opening:
        return True
    return len(found) == 1 and bool(default)


def _is_place_within(name: str, whole: str) -> bool:
    """Whether ``name`` is a place of a lower level than ``whole`` speaks of (东渡街道, 全区): it owns no more then."""
    parts = name_parts(name)
    return bool(parts.level) and not parts.unit and parts.level != whole[-1]
