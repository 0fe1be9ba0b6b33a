import { expect, test } from "vitest";
import { createLinkRemover } from "../../src/understanding/links.ts";
import { candidate } from "../quanmeiti-assistant.ts";
import { pack } from "../quanmeiti-pack.ts";

const withoutLinks = createLinkRemover(pack);

test.each([
  ["四级多少钱 wenkao.example", "fee.overview"],
  ["在哪报名呀 http://t.cn/abc?x=1#y", "registration.website"],
])("a question with a link in it is understood: %s", (text, answer) => {
  expect(candidate().say(text).replies[0]?.answer).toBe(answer);
});

test.each([
  "www.osta.org.cn查什么的", // an example of the pack asks about it
  "http://t.cn/abc", // all there is
  "工作了3.5年，4.1号考",
  "邮箱 me@wenkao.example",
])("left as it is: %s", (text) => {
  expect(withoutLinks(text)).toBe(text);
});

test("however long, each word is tried once", () => {
  const long = "a.".repeat(2000);
  expect(withoutLinks(long)).toBe(long);
});
