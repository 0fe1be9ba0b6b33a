import { describe, expect, it } from "vitest";
import { topicOf } from "../../src/knowledge/schemas/answers.ts";
import { createPosed } from "../../src/understanding/posed.ts";
import { pack } from "../quanmeiti-pack.ts";
import { answered, heard } from "./heard.ts";

const posed = createPosed(pack.vocabulary.between);

describe("the questions of a message", () => {
  it.each([
    ["多少钱 几月考", [[], "多少钱"], [[], "几月考"]],
    ["睡过头没去,还给补不", [["睡过头没去"], "还给补不"]],
    [
      "初中学历 干了七年 够四级了吧 9月报是几月考",
      [["初中学历", "干了七年"], "够四级了吧"],
      [[], "9月报是几月考"],
    ],
    ["准考证能打了吗?在哪打?", [[], "准考证能打了吗"], [[], "在哪打?"]],
    ["补考怎么报另外多少钱", [[], "补考怎么报"], [[], "多少钱"]],
    ["还能退费吗多久到账", [[], "还能退费吗"], [[], "多久到账"]],
    ["想把方向换掉 要补钱吗", [[], "想把方向换掉"], [[], "要补钱吗"]],
    ["想考三级 要补钱吗", [["想考三级"], "要补钱吗"]],
    ["怎么领证 等得心焦", [[], "怎么领证"]],
    ["岁数限制、费用，地址", [[], "岁数限制"], [[], "费用"], [[], "地址"]],
    ["那科还好补考哇 名单来一份", [[], "那科还好补考哇"], [[], "名单来一份"]],
    ["费用，地址"],
    ["报名条件和费用", [[], "报名条件"], [[], "费用"]],
    ["地址、电话跟上班时间", [[], "地址"], [[], "电话"], [[], "上班时间"]],
    ["直播和流量的区别"],
    ["我和同事一起报"],
    ["和老公报名"],
    ["三级条件和费用分别是多少", [[], "三级条件"], [[], "费用"]],
    ["补考时间和地点在哪里？", [[], "补考时间"], [[], "地点"]],
    ["周六10:30能去吗 要补钱吗", [[], "周六10:30能去吗"], [[], "要补钱吗"]],
    ["我的材料都交了"],
  ] as [string, ...[string[], string][]][])("of %s", (text, ...questions) => {
    expect(posed(text).map(({ told, question }) => [told, question])).toEqual(questions);
  });

  it("are looked for at the end of a long paste", () => {
    const long = posed(`${"我在社里做编辑，".repeat(200)}多少钱，几月考`);
    expect(long.map(({ question }) => question)).toEqual(["多少钱", "几月考"]);
    expect(long[0]?.told).toHaveLength(18);
    expect(posed("费用和".repeat(400) + "地址")).toHaveLength(20);
  });
});

/** What is asked, and by itself is a question: not an act that is told. */
const asked = [...pack.answers.values()].filter(
  ({ id, kind, tier, starts, title }) =>
    kind !== "outside" &&
    tier === undefined &&
    starts === undefined &&
    topicOf(id) !== "conduct" &&
    posed(title).length === 1,
);

/** Every title with one of another topic, some way further down the list. */
const pairs = asked.flatMap((one, at) => {
  const other = asked.slice(at + 17).find(({ id }) => topicOf(id) !== topicOf(one.id));
  return other ? [[one, other] as const] : [];
});

/** Measured: 0.99. */
const LEAST_BOTH = 0.97;

describe("two questions of different topics in one message", () => {
  it.each([" ", "，", "，另外", "？"])(
    "are both answered, in their order; between them stands %o",
    (between) => {
      const missed = pairs.flatMap(([one, other]) => {
        const text = `${one.title}${between}${other.title}`;
        const topics = answered(heard(text)).map(({ id }) => topicOf(id));
        const wanted = [topicOf(one.id), topicOf(other.id)];
        return wanted.join() === topics.join() ? [] : [`${text} → ${topics.join()}`];
      });
      const right = 1 - missed.length / pairs.length;
      expect([right >= LEAST_BOTH, right, ...missed]).toEqual([true, right, ...missed]);
    },
  );
});

describe("what is joined by a word", () => {
  it.each([
    ["三级的条件和费用", "eligibility", "fee"],
    ["费用跟考试时间分别是多少", "fee", "timetable"],
    ["报名条件以及材料", "eligibility", "materials"],
  ])("is a list of questions: %s", (text, ...topics) => {
    expect(answered(heard(text)).map(({ id }) => topicOf(id))).toEqual(topics);
  });

  it.each(["三级和四级费用", "直播和流量的区别", "身份证和准考证都要带吗", "网络与新媒体"])(
    "may be one: %s",
    (text) => expect(answered(heard(text))).toHaveLength(1),
  );
});

describe("one question", () => {
  it("is every example of the pack", () => {
    const several = [...pack.answers.values()].flatMap(({ examples }) =>
      examples.filter((text) => answered(heard(text)).length > 1),
    );
    expect(several).toEqual([]);
  });

  it.each([
    ["书没来得及放下，监考一说我就拿出去了，要紧伐", "conduct"],
    ["跟旁边的人吵了两句 老师一劝就不吵了 会怎么样", "conduct"],
    ["学历是大专 专业是会计 毕业三年了 四级报得了吗", "eligibility"],
    ["考完快一个月了，随申办上还是空的，正常吗", "results"],
  ])("is %s", (text, topic) => {
    const event = heard(text);
    const topics =
      event.type === "CHECK" ? ["eligibility"] : answered(event).map(({ id }) => topicOf(id));
    expect(new Set(topics)).toEqual(new Set([topic]));
  });
});

describe("what somebody did and a question on something else", () => {
  it("are both answered", () => {
    const topics = answered(heard("考试时看手机被抓了，那证书还能领吗")).map(({ id }) =>
      topicOf(id),
    );
    expect(topics).toEqual(["conduct", "certificate"]);
  });
});

describe("what somebody is sought for, told after the question", () => {
  it("is answered as well", () => {
    const topics = answered(heard("投诉打什么电话 随申办里一直查不到成绩")).map(({ id }) =>
      topicOf(id),
    );
    expect(topics).toEqual(["contact", "results"]);
  });
});

describe("a question that is none of ours beside one that is", () => {
  const beside = [...pack.answers.values()].filter((one) => one.beside === true);
  const [fee] = [...pack.answers.values()].filter(({ id }) => id === "fee.overview");

  it.each(
    beside.map(({ id, examples }) => [id, examples.find((text) => posed(text).length === 1)]),
  )("%s: %s is told off, and what the fee is answered", (id, example) => {
    const ids = answered(heard(`${example}？${fee?.title}`)).map((one) => one.id);
    expect(ids).toEqual([id, "fee.overview"]);
  });

  it.each(["out_of_scope.prompt_injection", "out_of_scope.abuse", "out_of_scope.advertising"])(
    "%s is answered alone, whatever is asked beside it",
    (id) => {
      const answersBeside = (pack.answers.get(id)?.examples ?? []).filter((example) => {
        const ids = answered(heard(`${example} ${fee?.title}`)).map((one) => one.id);
        return ids.includes(id) && ids.length > 1;
      });
      expect(answersBeside).toEqual([]);
    },
  );
});
