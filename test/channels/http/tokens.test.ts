import { expect, test } from "vitest";
import { createTokens } from "../../../src/channels/http/tokens.ts";

test("conversation ids are 144 random bits: none comes twice, and every bit is as often set as not", () => {
  const tokens = createTokens("0123456789abcdef0123456789abcdef");
  const ids = Array.from({ length: 20_000 }, () => tokens.issue().split(".")[0] ?? "");
  expect(new Set(ids).size).toBe(ids.length);
  const set = Array.from({ length: 144 }, () => 0);
  for (const id of ids) {
    expect(id).toMatch(/^[\w-]{24}$/u);
    const bytes = Buffer.from(id, "base64url");
    for (const bit of set.keys())
      set[bit] = (set[bit] ?? 0) + (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1);
  }
  // seven standard deviations
  for (const times of set) expect(Math.abs(times / ids.length - 0.5)).toBeLessThan(0.025);
});
