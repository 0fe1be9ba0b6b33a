import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pack } from "../../quanmeiti-pack.ts";
import { Refusal } from "../../telegram-api/refusal.ts";
import { waitUntil } from "../../telegram-api/waiting.ts";
import { type Running, WAYS, runTelegram } from "./running.ts";

describe.each(WAYS)("with $library over $mode", (way) => {
  let telegram: Running;
  beforeEach(async () => void (telegram = await runTelegram(way)));
  afterEach(() => telegram.close());

  test("the bot introduces itself with the words of the pack", async () => {
    const { state } = telegram.api;
    await waitUntil(() => state.menuButton !== undefined);
    expect(state.commands.map(({ command }) => `/${command}`).join(" ")).toBe(
      "/start /eligibility /fee /timetable /conduct /register /menu /back /forget",
    );
    expect(state.commands).toContainEqual({
      command: "fee",
      description: pack.telegram.commands.fee,
    });
    expect(state.description).toBe(pack.telegram.description.trimEnd());
    expect(state.shortDescription).toBe(pack.telegram.short_description);
    expect(state.menuButton).toEqual({
      type: "web_app",
      text: pack.telegram.mini_app,
      web_app: { url: "https://wenkao.example/" },
    });
  });

  test("a server that takes no introduction gets its updates answered", async () => {
    const no = (): Refusal => new Refusal(404, "Not Found: method not found");
    for (const method of ["setMyCommands", "setMyDescription", "setChatMenuButton"])
      telegram.api.fail(method, no());
    await telegram.restart();
    expect(await telegram.candidate().type("四级多少钱")).toHaveLength(1);
    await waitUntil(() => /does not introduce itself in full/u.test(telegram.logged.join()));
  });

  test("a turn that takes long shows that somebody is at work", async () => {
    const candidate = telegram.candidate();
    await telegram.restart(async (incoming) => {
      await waitUntil(() => telegram.api.callsOf("sendChatAction").length > 0);
      return telegram.turn(incoming);
    });
    expect(await candidate.type("四级多少钱")).toHaveLength(1);
    expect(telegram.api.callsOf("sendChatAction")[0]?.params).toEqual({
      chat_id: candidate.id,
      action: "typing",
    });
  });
});
