import { expect, test } from "vitest";
import type { Turn } from "../src/message.ts";
import { writeRecord, writeTurn } from "../src/written-turn.ts";
import { candidate } from "./quanmeiti-assistant.ts";

const who = candidate();
const turns: Turn[] = [
  who.say("四级多少钱"),
  who.say("能考三级吗"),
  who.say('"\\\u{2028}'),
  who.say(""),
];

test.each(turns)(
  "a turn ($event) is written as it is, for the store and for the client",
  (turn) => {
    const { event: _, ...shown } = turn;
    expect(JSON.parse(writeTurn(turn))).toEqual(shown);
    expect(JSON.parse(writeRecord('a "print"', turn))).toEqual({ print: 'a "print"', turn });
  },
);
