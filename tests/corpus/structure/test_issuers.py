import pytest

from corpus.structure.issuers import (
    bare_organisation,
    is_issuer,
    issuer_of_signature,
    issuer_of_speaker,
    issuer_of_title,
)

NAMES = [
    ("中共临河市财政局党组", "临河市财政局"),
    ("中共东原理工大学委员会", "东原理工大学"),
    ("中共临河市委员会", "临河市委"),
    ("中国共产党青岚县委员会", "青岚县委"),
    ("中共东原省委", "东原省委"),
    ("中共临河市卫生健康委员会党组", "临河市卫生健康委员会"),
    ("中共临河市纪律检查委员会", "临河市纪律检查委员会"),
    ("中共临河市直属机关工作委员会", "临河市直属机关工作委员会"),
    ("中共北屏市中心医院党委", "北屏市中心医院"),
    ("中共临河市住建局机关委员会", "临河市住建局"),
    ("临河市卫生健康委员会", "临河市卫生健康委员会"),
    ("青岚县委巡察工作领导小组办公室", "青岚县委巡察工作领导小组办公室"),
    ("中共 临河市 财政局 党组", "临河市财政局"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES, ids=[row[0] for row in NAMES])
def test_bare_organisation(name: str, expected: str) -> None:
    assert bare_organisation(name) == expected


TITLES = [
    ("问答｜东原职业技术学院巡察整改怎么样", "东原职业技术学院"),
    ("市审计局｜整改情况", "市审计局"),
    ("关于十三届青岚县委第六轮巡察整改情况的通报", "十三届青岚县委第六轮被巡察党组织"),
    ("把清单变成成绩单——石岭县职业教育中心推进巡察整改纪实", "石岭县职业教育中心"),
    ("柏川市中级人民法院“法护营商”专项整治情况", "柏川市中级人民法院"),
    ("乌岭州审计局公告", "乌岭州审计局"),
    ("中共临河市财政局党组关于六届市委第三轮巡察整改进展情况的通报", "临河市财政局"),
    ("中共东原水务集团有限公司委员会关于巡视整改情况的通报", "东原水务集团有限公司"),
    ("临河市财政局2023年工作总结", "临河市财政局"),
    ("临河市财政局党组巡察整改进展情况", "临河市财政局"),
    ("临河市审计局关于2022年度预算执行情况的报告", "临河市审计局"),
    ("压实责任抓整改——八届省委第四轮巡视整改进展情况综述", "八届省委第四轮被巡视党组织"),
    ("十三届青岚县委第六轮巡察整改情况通报", "十三届青岚县委第六轮被巡察党组织"),
    ("【巡察整改】临河市人民医院党委关于五届市委第七轮巡察整改情况的通报", "临河市人民医院"),
    ("临河市市场监管局：守护消费安全", "临河市市场监管局"),
    ("临河市粮食和物资储备局 | 夏粮收储速报", "临河市粮食和物资储备局"),
    ("临河市卫健委关于医疗收费专项整治情况的通报", "临河市卫健委"),
    ("云津银行股份有限公司第二轮内部巡察整改情况", "云津银行股份有限公司"),
    ("临河市人民医院首轮内部巡察整改情况通报", "临河市人民医院"),
    ("关于做好安全生产工作的通知", ""),
    ("聚焦问题抓整改", ""),
    ("由某银行承销的某公司2023年债券", ""),
    ("某报8月16日讯按照省委2023年部署", ""),
    ("春节将至，某大学关于放假的安排", ""),
    ("", ""),
]


@pytest.mark.parametrize(("title", "expected"), TITLES, ids=[row[0] for row in TITLES])
def test_issuer_of_title(title: str, expected: str) -> None:
    assert issuer_of_title(title) == expected


SIGNATURES = [
    ("中共临河市农业农村局党组", "临河市农业农村局"),
    ("东原理工大学", "东原理工大学"),
    ("请向我们反映。", ""),
    ("联系电话：0900-1234567", ""),
    ("进一步压实责任", ""),
]


@pytest.mark.parametrize(("line", "expected"), SIGNATURES, ids=[row[0] for row in SIGNATURES])
def test_issuer_of_signature(line: str, expected: str) -> None:
    assert issuer_of_signature(line) == expected


def test_office_named_by_its_work_signs_for_whom_the_title_names() -> None:
    assert issuer_of_signature("审计处", "沅北农林职业学院内部审计整改情况公告") == "沅北农林职业学院"
    assert issuer_of_signature("审计处", "内部审计整改情况公告") == "审计处"


@pytest.mark.parametrize("line", ["某局" * 30, "局", "某某局，某某厅"], ids=["long", "short", "two"])
def test_is_issuer_refuses(line: str) -> None:
    assert not is_issuer(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("青岚县审计局局长 王 明", "青岚县审计局"),
        ("县发展改革委主任　李小红", "县发展改革委"),
        ("审计局局长王明作了报告。", ""),
        ("主任、各位委员：", ""),
    ],
    ids=["bureau", "commission", "sentence", "address"],
)
def test_speaker_tells_the_office(line: str, name: str) -> None:
    assert issuer_of_speaker(line) == name


def test_investigating_is_no_office() -> None:
    assert issuer_of_title("督察组转办信访件查处整改公示") == ""


def test_company_that_no_list_knows_opens_a_title() -> None:
    assert issuer_of_title("北岭矿业集团有限公司北岭至麓口专用线督查整改公示") == "北岭矿业集团有限公司"
    assert issuer_of_title("泓源工程职业学院") == ""
