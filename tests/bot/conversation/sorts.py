"""Small talk of a hundred sorts in two languages, lead-ins and names: what the tests of dialogues speak of."""

SMALL_TALK = [line for line in """
嗨喽，在不在呀
早上好呀各位
晚上好，刚到家
又来打扰你了
今天又见面了
吃过饭没
周一快乐
端午安康
hey, good to see you
morning!
evening all
hello again my friend
谢谢你的帮助
太谢谢了
感谢您的耐心解答
谢谢，帮了大忙了
非常感谢你
辛苦你啦
麻烦你啦
thanks so much for this
thank you kindly
cheers mate
much obliged
再见啦
拜拜，下次再聊
我先下了
明天再来找你
今天就先到这里吧
我去吃饭了
先撤了，回头聊
好了就这些
没别的事了
bye for now
talk to you tomorrow
have a good weekend
i have to run
行，知道了
哦原来是这样啊
这下清楚了
懂啦
收到，谢谢
好吧，那就这样
okay thanks
makes sense now
fair point
我想一下
等我看完再说
让我消化一下
稍等我接个电话
wait a sec
give me a minute
let me read that
你真聪明
这个回答不错
你太厉害了吧
比我想的好用
真是个好帮手
解释得很清楚
you're really helpful
this is great
what a nice tool
我今天好累啊
唉，又要加班
领导又催了
脑子转不动了
我都快写吐了
有点困了
i'm so tired today
i hate mondays
你是机器人吗
你叫什么名字
你是人还是机器
谁把你做出来的
你会什么呀
怎么用你
你能帮上什么忙
are you a robot
who built you
what can you do for me
明天会下雨吗
给我讲个笑话
帮我写一首关于春天的诗
中午吃什么好
推荐一部电影
帮我订张机票
你喜欢什么颜色
你觉得人活着为了什么
tell me a joke
what's the weather like
who will win the match
哈哈哈哈哈
😂😂
👍👍👍
。。。
lol ok
对不起打错了
不好意思手滑了
算了不问了
我随便看看
你累不累
你吃饭了没
just looking around
sorry wrong window
祝你开心
""".splitlines() if line]  # fmt: skip
"""Turns that ask for nothing of the reports."""

LEAD_INS = (
    "请问", "请问一下，", "你好，", "您好，请问", "帮我看下", "麻烦查一下", "想了解下", "我想知道", "帮忙查下",
    "能不能告诉我", "劳驾，", "请教一下，", "麻烦你帮我查一下", "咨询一下，", "我想问一下", "请帮我查查", "谢谢，请问",
    "打扰了，", "那个，", "嗯，", "好的，那", "再帮我看看", "请告诉我", "那么，", "早上好，想问下", "领导好，", "辛苦帮我看下",
    "Hi，", "ok，", "想咨询一下", "想麻烦您帮忙看看", "有空的话查一下", "跟你打听个事，", "还有件事，", "可否告知", "各位老师好，",
)  # fmt: skip
"""Thirty-six ways to lead a question in."""

QUESTIONS = {
    "平槐县水务局修订制度多少项": "13项",
    "水务局修订制度多少项": "13项",
    "平槐县残疾人联合会修订制度多少项": "9项",
    "县残联修订制度多少项": "9项",
    "残联修订制度多少项": "9项",
    "平槐县水务局2022年水费收入多少": "3100万元",
    "2021年水费收入多少": "2800万元",
    "第三轮巡察县残联追回资金多少": "12.4万元",
    "县水务局党组追回资金多少": "48.6万元",
    "平槐水务追回资金多少": "48.6万元",
    "县残联党组完成整改多少个问题": "16个",
    "平槐县水务局党组完成整改多少个问题": "21个",
}
"""Questions that begin with twelve kinds of names, each with its figure."""

NAMELESS = {
    "康复补贴发放多少人次": "230人次",
    "培训残疾人员多少人次": "412人次",
    "2022年全县供水漏损率是多少": "9.6%",
    "2021年供水漏损率是多少": "12.1%",
    "2022年水费收入多少": "3100万元",
    "2021年水费收入多少": "2800万元",
    "水费收入2022年是多少": "3100万元",
    "水质合格率提高到多少": "98.7%",
    "发放康复补贴多少人次": "230人次",
    "残疾人员培训了多少人次": "412人次",
}
"""Ten questions that name nobody and stand by themselves."""

FEATURED_TALK = [line for line in """
今天的雨真大啊
周末终于到了
刚开完会，脑袋嗡嗡的
你今天状态不错嘛
外面好冷，多穿点
我先去倒杯水
不急，你慢慢来
孩子又发烧了，愁死我了
咖啡喝多了睡不着
哎呀我真笨
你比我同事靠谱多了
没白等，值了
真香
爱了爱了
笑死我了
救命，太尴尬了
我心态崩了
别生气嘛
对不起刚才语气重了
没关系的，都过去了
你说话真有意思
我不太会用电脑，多包涵
今天第一次用你
有你真好
给你点个赞
领导刚才表扬我了
终于能交差了
唉，人到中年
困成狗了
中午吃得太饱
地铁上信号不好
刚刚断网了
手机快没电了
我妈喊我吃饭
等会儿再聊哈
散会，回家
谢天谢地
么么哒
抱抱你
辛苦你陪我这么晚
早点休息呀
祝你中秋快乐
恭喜发财
打工人打工魂
这么晚了你还在呀
你可真行
逗你玩呢
没什么，就是想聊聊
我有点难过
生活不易啊
老板今天心情不好
终于下雨了凉快
真羡慕你不用睡觉
感觉自己好没用
我口误了，抱歉
手误手误
刚才是我儿子乱按的
让我缓缓
嗯呐，都明白
挺好，继续保持
ugh, what a day
my boss is so annoying
i love this weather
you made my day
sorry, my cat walked on the keyboard
i'm starving
phew, finally friday
don't worry about it
you're a lifesaver
that's so sweet of you
i feel terrible today
be right back
my bad, typo
lol that's funny
i'm just testing this
wow, impressive
hope you're well
good luck to me
it's been a long week
i need a coffee
thanks a ton, you rock
nice talking to you
let me think for a moment
oh well, never mind
i'm a bit nervous
congrats on being so fast
keep up the good work
this is my first time here
sleepy already
happy friday everyone
""".splitlines() if line]  # fmt: skip
"""Ninety more turns that ask for nothing, told by what they are made of and not by their wording."""
