/** 附件1 note ①: 相关职业, copied from the notice. */
export const RELATED_OCCUPATIONS: readonly string[] = (
  "互联网营销师、电子商务师、营销员、市场营销专业人员、文字编辑、技术编辑、文字记者、播音员、" +
  "商务策划专业人员、广告设计师、品牌专业人员、文化经纪人、讲解员、数字媒体艺术专业人员、网络编辑、" +
  "经纪与代理专业人员、管理咨询专业人员、数据分析处理工程技术人员、商业摄影师、演出监督、" +
  "陈列展览设计人员、连锁经营管理师"
).split("、");

/** 附件1 note ②: 本专业或相关专业, copied from the notice; one closed list (A4). */
export const LISTED_MAJORS: readonly string[] = (
  "市场营销、电子商务、人力资源管理、新闻采编与制作、网络与新媒体、数字出版、网站建设与管理、" +
  "广播影视节目制作、美术设计与制作、影视设计、视觉传达设计、平面设计、戏剧表演、网站页面设计、" +
  "国际贸易实务、农产品营销与储运、农资连锁经营与管理、茶艺与茶营销、数字媒体技术应用、新媒体技术、" +
  "计算机平面设计、文化产业经营与管理、国际商务、文秘、市场开发与营销、农资营销与服务、农业经济管理、" +
  "会展经济与管理、国际经济与贸易、物流管理、旅游管理、广播电视编导、录音艺术、信息管理与信息系统、" +
  "大数据管理及应用、虚拟现实技术应用"
).split("、");

/** 一: the occupation of this notice, and its three directions. */
export const OWN_OCCUPATIONS: readonly string[] = [
  "全媒体运营师",
  "直播运营",
  "流量运营",
  "视听运营",
];

/** A6: majors of note ② that are no occupations of note ①. */
export const MAJORS_ALONE: readonly string[] = ["人力资源管理", "文秘"];
/** A6: what people say of their work, the last as nobody says it; it has to be seen what they do. */
export const EVERYDAY_JOBS: readonly string[] = [
  "带货主播",
  "客服",
  "剪辑",
  "主持人",
  "房产中介",
  "记者",
  "某岗位",
];
/** A4 and A5: so near to a listed name that it is asked. */
export const NEAR_MAJORS: readonly string[] = ["数字媒体技术", "大数据管理与应用"];
/** A4: near in kind, far off or unheard of, not in the list either way. */
export const OTHER_MAJORS: readonly string[] = [
  "新闻学",
  "广告学",
  "传播学",
  "护理",
  "会计",
  "计算机",
  "某专业",
];
/** A13: whether it is a 职业技能等级证书 is not written. */
export const DOUBTFUL_PAPERS: readonly string[] = ["1+X证书"];
/** A13: by its own name none; and a certificate of an occupation that note ① has not. */
export const OTHER_PAPERS: readonly string[] = ["岗位培训合格证", "人工智能训练师"];
