"""The provinces and cities of the country by their short names, and the levels of regions."""

from typing import Final

_PROVINCES: Final = """
    北京=北京市 天津=天津市 上海=上海市 重庆=重庆市 河北=河北省 山西=山西省 辽宁=辽宁省 吉林=吉林省
    黑龙江=黑龙江省 江苏=江苏省 浙江=浙江省 安徽=安徽省 福建=福建省 江西=江西省 山东=山东省 河南=河南省
    湖北=湖北省 湖南=湖南省 广东=广东省 海南=海南省 四川=四川省 贵州=贵州省 云南=云南省 陕西=陕西省
    甘肃=甘肃省 青海=青海省 台湾=台湾省 内蒙古=内蒙古自治区 广西=广西壮族自治区 西藏=西藏自治区
    宁夏=宁夏回族自治区 新疆=新疆维吾尔自治区 香港=香港特别行政区 澳门=澳门特别行政区
"""

PROVINCES: Final = dict(pair.split("=") for pair in _PROVINCES.split())
"""Short name of each region of the highest level, and its full name."""

_CITIES: Final = """
    石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城
    忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 沈阳 大连 鞍山 抚顺
    本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨
    齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭 南京 无锡 徐州 常州 苏州
    南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥
    芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州
    漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营
    烟台 潍坊 济宁 泰安 威海 日照 莱芜 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作
    濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈
    咸宁 随州 恩施 仙桃 潜江 天门 神农架 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底
    湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州
    揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州
    文昌 琼海 万宁 东方 五指山 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州
    雅安 巴中 资阳 阿坝 甘孜 凉山 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南 昆明 曲靖 玉溪 保山
    昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 拉萨 日喀则 昌都 林芝 山南 那曲 阿里
    西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳
    定西 陇南 临夏 甘南 西宁 海东 海北 黄南 果洛 玉树 海西 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依
    吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰 石河子 昆山 义乌 浦东
"""

CITIES: Final = frozenset(_CITIES.split())
"""Short names of cities, prefectures and leagues (and a few counties that news names often)."""

_AMBIGUOUS: Final = """
    朝阳 东方 中山 大同 白银 阿里 安康 山南 海西 海北 宁德 长治 黄山 吉安 文山 东营 和田 天门 广安 宝鸡
"""

AMBIGUOUS_PLACES: Final = frozenset(_AMBIGUOUS.split())
"""Places whose short name is as often another word: they count only with their level."""

COUNTRY: Final = ("中国", "国家", "全国", "中央", "最高", "国务院")
"""What names of the whole country's organisations begin with."""

PEOPLES: Final = tuple(
    "壮族 回族 维吾尔 维吾尔族 藏族 羌族 彝族 苗族 侗族 瑶族 白族 傣族 佤族 黎族 满族 畲族 布依族 土家族 哈尼族 景颇族 傈僳族 拉祜族 纳西族 布朗族 "
    "独龙族 普米族 仡佬族 仫佬族 毛南族 怒族 水族 土族 蒙古族 蒙古 朝鲜族 哈萨克 哈萨克族 柯尔克孜 塔吉克 锡伯 裕固族 东乡族 保安族 撒拉族 达斡尔族 鄂温克族 鄂伦春".split()
)
"""Whose names stand before 自治州, 自治县 and 自治旗, and are left out where people say it short: 大理州."""

TOWNSHIP_PEOPLES: Final = tuple(people for people in PEOPLES if people.endswith("族"))
"""Those whose names stand before 乡 and 镇 too, and are left out there alike: 云岭乡 of 云岭苗族乡."""

LEVELS: Final = (
    *("特别行政区", "自治区", "自治州", "自治县", "自治旗"),
    *("经济技术开发区", "高新技术产业开发区", "高新技术开发区", "经济开发区", "工业园区", "产业园区"),
    *("开发区", "高新区", "经开区", "新区"),
    *("省", "市", "县", "区", "州", "镇", "乡", "街道"),
)
"""What names of regions end in; one that ends in another stands before it."""
