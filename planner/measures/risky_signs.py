"""Signs that an unknown word may not hold if it is to pass as the name of a thing.

They are the signs of which, in the words of Chinese, verbs, adverbs and words of grammar are made rather than nouns,
and the signs of number, time, negation, condition, exception, place beside and of less and more. The works of the
trades (烧, 磨, 喷, …) are none: what is done to a material names a process. A known word may hold them: it is listed.
"""

__all__ = ["RISKY_SIGNS"]

_SIGNS = (
    "〇一七万三上下不与且丢两丧临为举乃么之乎九也买了予争二于亏互五些亡享亿什仅介仍从他付令以们仰仿伏伐休传伪估伸似但住何你使例供依侦侵便促保俯倍倘借倡倾假偏做停偶偷催允先免兑入八六关其兼内再冒写决准减凑几"
    "凡凭出击划列刚初别到前剥剩力劝加劫励募勾勿十千半卖占即却厌去又及友反发受变叙叠另只叫召可右叹吃各同后吐吓吗吞吟否听启吵吻呀呈告呢周呼咬咱哄响哪哭唤啦善喊喝四回因在坐垂堵增壁备复外够天失夺奉奋奔她如妄始"
    "嫁嫌存季它守完定审客宣寄察对寻导将尚尝尤就尽居屈届岂崩左己已希帮常幅年并应度延开弃弄式引弥强归形影往征待得微必忌忍忘忙忧忽怀怎怕怜怨恋恢恨恰悉悔悟惑惜想愈意愿慰懂成我或截戴扎扑扣执扩扬扭扮扯扰扶批找承"
    "抄把抑抓抖折抚抛抢护报披抬抱抵担拍拒拓拔拘招拜拟拥拦拨择括拾拿持按挑挡挣挥挨挪挺捉捐捕据掉排掘掠探推掩描提握揭搏搞搭携摆摇摔摘摸撑撒撕撞撤操攀支改攻故救敢敬数敲斥断旁无既日旦早时昏映是晕暂更曾替最月有"
    "望未末杀束来极某查样横欠次欢欣欺歇止正此死歼毁每比毕毫永求没泄注泻消涉涌涨添渐渗渡渴溃滞漏演点然照爬牵狠独猜献率现班甚由申畏留略疑登百监盘相看眠着睡督瞎瞒瞧知砍破碍碰示祝禀禁称稍究穿窃竟笑第答筹签算累"
    "纳纵纷终经结绕给绝统继续维缓缴罚罢置翻考而聘肯胀脱腾自至致若荐莫获落虑虚虽衰被袭裂要见视觉解触订认讨让议许论访诉诊该误诱说诵请诸读谁调谈谋谢责败贪购贯贵赏赐赔赖赞赠赢走赴赶起超越跃跌跑跟跪跳践踏踢躲"
    "轮轰较辞辨辩辱达迁过迈迎返还这进迟迫述追退逃选透逐递逝造逢逼遇遍遣遭遮遵避邀那邻都配醒释鉴闪闭闯闹阅防阻降限陪陷随隔难零需露非靠面须顾顿颁预颇颤飘饿驰驳驶驻驾骂骗鸣"
)
RISKY_SIGNS = frozenset(_SIGNS)
