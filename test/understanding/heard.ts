import type { DialogEvent } from "../../machines/words.ts";
import type { Answer } from "../../src/knowledge/schemas/answers.ts";
import type { Topic } from "../../src/message.ts";
import { AT, assistant } from "../quanmeiti-assistant.ts";
import { pack } from "../quanmeiti-pack.ts";

/** What a first message is taken for. */
export function heard(text: string): DialogEvent {
  return assistant.understand({ text }, { context: { facts: {} } }, AT.date).event;
}

/** The entries that an event leads to without asking back. */
export function answered(event: DialogEvent): Answer[] {
  return event.type === "ASK"
    ? event.asks.flatMap(({ answer }) => pack.answers.get(answer) ?? [])
    : [];
}

/** The topics that an event leads to; none where choices are offered or nothing was understood. */
export function topicsOf(event: DialogEvent): Topic[] {
  if (event.type === "CHECK" || event.type === "TELL") return ["eligibility"];
  if (event.type === "APPLY") return ["registration"];
  return answered(event).flatMap(({ id, also }) => [id.split(".")[0] as Topic, ...also]);
}
