import { expect, test } from "vitest";
import { createSchoolNamesRemover } from "../../src/understanding/school-names.ts";
import { pack } from "../quanmeiti-pack.ts";
import { heard } from "./heard.ts";

const withoutNames = createSchoolNamesRemover(pack.vocabulary);

test.each([
  ["我是上海外国语大学毕业的", "我是大学毕业的"],
  ["华东师范大学 市场营销 应届", "大学 市场营销 应届"],
  ["上海电子信息职业技术学院毕业三年", "学院毕业三年"],
  ["上海商学院和上海大学", "商学院和大学"],
  ["传媒大学读的广告学", "大学读的广告学"],
])("the own name of a school is left out of %s", (text, rest) => {
  expect(withoutNames(text)).toBe(rest);
});

test.each([
  "上海大学生能报吗",
  "国外大学毕业",
  "上海开放大学在读",
  "复旦新闻学院",
  "在上海读大学",
  "艺术设计",
])("%s stays as it is", (text) => expect(withoutNames(text)).toBe(text));

test("a long row of such words is passed over at once", () => {
  const text = "工艺美术".repeat(1000);
  expect(withoutNames(text)).toBe(text);
  expect(withoutNames(`${text}学院`)).toContain("学院");
});

test.each([
  ["我是中国传媒大学毕业的", { school: "本科", status: "graduated" }],
  ["华东师范大学毕业 能报三级吗", { target: "三级", school: "本科", status: "graduated" }],
  ["同济大学环境工程大四", { school: "本科", status: "final_year" }],
  ["大专能报吗", { school: "专科" }],
  ["本科学历", { school: "本科" }],
])("%s begins the self-assessment with what it tells, and no more", (text, facts) => {
  expect(heard(text)).toEqual({ type: "CHECK", facts, asks: [] });
});

test.each(["要交毕业证原件吗", "需要毕业证吗", "上传毕业证照片"])("%s names no major", (text) => {
  expect(heard(text)).toMatchObject({ type: "ASK", asks: [{ entities: {} }] });
  expect(JSON.stringify(heard(text))).not.toContain("major");
});
