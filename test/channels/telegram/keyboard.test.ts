import { expect, test } from "vitest";
import { createChoiceData } from "../../../src/channels/telegram/showing/choice-data.ts";
import { keyboardOf } from "../../../src/channels/telegram/showing/keyboard.ts";

test("a link to this machine is no button, because Telegram would refuse the message", () => {
  const urls = [
    "http://127.0.0.1:8080/r#A",
    "http://localhost/r#A",
    "http://[::1]:80/",
    "https://wenkao.example/r#A",
  ];
  const links = urls.map((url) => ({ label: url, url }));
  const buttons = keyboardOf({ links, choices: [] }, createChoiceData([]));
  expect(buttons.flat().map(({ text }) => text)).toEqual(["https://wenkao.example/r#A"]);
});
