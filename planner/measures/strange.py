"""Words that change what a clause asks for and that no sentence form knows: a clause with one of them stays unread.

Names of things carry no meaning, so a verb that the grammar has never met would pass as part of a name. What is listed
here may stand in a condition or an exception, which are taken as one word, and nowhere else.
"""

__all__ = ["STRANGE"]

_GROUPS = (
    # it is so already, or not yet
    r"长期|常年|全年|终年|间歇|间断|断续|停产(?:中|状态|损失|补偿)|以外|之外|邻近|周边|隔壁|季节性|目前|正在|已经?(?:关|停|拆)|备用|闲置|暂缓|缓停|延后|提早|检修(?!作业|放空|机)|(?<!有)(?<!淘汰)(?<!生产)计划|拟",
    # back again, or otherwise
    r"恢复|复工|启用|开启|投运|转入|转为|取消|撤销|免除|免于|豁免(?!企业|清单|名单)|不受|否则|若|如遇|除非|视情|视天气|替代|替换|置换",
    # more, less, how often
    r"少(?=开|用|停|产|投|生产)|多(?=开|停|投)|减(?=风|速|氧|弱|班)|缩短|压缩|加倍|翻倍|提升|上调|上升|增(?=加|产|开|至|投)|降(?=级|速|风|氧)",
    r"隔(?=日|天|班|周)|逐步|逐渐|逐日|(?:第[一二三四]|分)?阶段(?!排放|轮)|平均|折半|对半|相当于|分别(?!达到)",
    # of what else a share may be
    r"(?<!响应)(?<!装煤)时间(?!段|不少于|不低于|不得少于)|时长|(?<!为)周期|夜班|白班|单班|双班|[两三]班|班次|班组|煤炭(?:消费|使用|用)|能耗|消费|库存|外购",
    r"次数|(?<!结合)(?<!根据)(?<!按照)(?<!按)实际(?!产量|产能|生产|日均|用量|情况)|温度|速度|风量|周转|面积|人数|尾号|车牌",
    # of which words the grammar does not know the place
    r"优先|(?<!以)为(?:基准|基数)(?!核|计)|其中",
    # left over, taken out
    r"剔除|扣除|扣减|补齐|补停|欠停|冲抵|备一|一用|停[一二两三](?=开|备)|开[一二两三](?=停|备)",
)
STRANGE = "|".join(_GROUPS)
