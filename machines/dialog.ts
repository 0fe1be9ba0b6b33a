import { assign, not, or, setup, stateIn } from "xstate";
import { soundPart, stepBack } from "./facts.ts";
import { type Memory, isWeighty, learned, reopened, sayConflict, sayPreview } from "./learning.ts";
import {
  type Asked,
  questionSay,
  say,
  sayAnswers,
  sayNoted,
  sayReopened,
  sayReceipt,
} from "./says.ts";
import type { Ask, DialogEvent, Guide, Say } from "./words.ts";

/** Part of the stored state's version: raise it when a state is renamed or a meaning changes. */
export const DIALOG_VERSION = 2;

export interface DialogContext extends Memory {
  /** The answer whose clarifying question is open. */
  readonly clarifying?: string | undefined;
  /** The question answered last, which a bare "那三级呢" goes on from. */
  readonly last?: Ask | undefined;
}

/**
 * The dialog: what it hears, where it goes, what it says next. Two regions side by side: `task` is
 * what the candidate came for, `aside` is a short question that leaves the task where it was.
 * Everything said comes out of `transition` as `{type: "say", params: Say}`, and `{type: "erase"}`
 * asks the shell to delete the conversation. Entry actions of the initial state are for "menu" only.
 */
export function createDialog(guide: Guide) {
  const inEligibility = (question: string): boolean => !guide.isApplication(question);
  const settled = (event: DialogEvent): boolean =>
    event.type !== "ASK" || !event.asks.some((one) => guide.clarifies(one.answer));
  const ask = (how: Asked) => ({
    type: "say" as const,
    params: ({ context }: { context: DialogContext }) => [
      questionSay(context.asking ?? guide.nextQuestion(context.facts), how),
    ],
  });
  const askApplication = (how: Asked) => ({
    type: "say" as const,
    params: ({ context }: { context: DialogContext }) => [
      questionSay(guide.nextApplication(context.facts), how),
    ],
  });

  const changes = (
    { facts }: DialogContext,
    event: DialogEvent,
    belongs: (question: string) => boolean,
  ): boolean =>
    event.type === "CHANGE" &&
    event.question !== undefined &&
    belongs(event.question) &&
    Object.hasOwn(facts, event.question);
  /** What is answered or refused while a question is open is followed by the question. */
  const comeBack = <A>(asks: (how: Asked) => A) => ({
    ASK: { guard: "settled" as const, actions: asks("again") },
    UNCLEAR: [{ guard: "badAnswer" as const, actions: asks("hint") }, { actions: asks("again") }],
    UNSURE: { actions: asks("again") },
    CANCEL: { actions: asks("again") },
    TAKE: { actions: [sayReceipt(guide), asks("again")] },
    CONFIRM: { guard: "nothingToConfirm" as const, actions: asks("again") },
    CHANGE: {
      guard: "toldNothing" as const,
      actions: [say({ say: "told", what: "nothing_to_change" }), asks("again")],
    },
  });

  return setup({
    types: {} as { context: DialogContext; events: DialogEvent },
    actions: {
      say: (_args, _says: readonly Say[]) => {}, // data for the shell: nothing runs here
      erase: () => {},
      learn: assign(({ context, event }) =>
        "facts" in event
          ? learned(context, soundPart(context.facts, event.facts, guide), guide)
          : {},
      ),
      reopen: assign(({ context, event }) =>
        event.type === "REOPEN" ? reopened(context, event.receipt.facts, guide) : {},
      ),
      propose: assign(({ event }) => ("facts" in event ? { proposed: event.facts } : {})),
      proposeMore: assign(({ context, event }) =>
        "facts" in event
          ? { proposed: soundPart(context.facts, { ...context.proposed, ...event.facts }, guide) }
          : {},
      ),
      apply: assign(({ context }) => learned(context, context.proposed ?? {}, guide)),
      keep: assign({ asking: undefined, proposed: undefined }),
      stepBack: assign(({ context }) => stepBack(context, inEligibility)),
      remember: assign(({ context, event }) => ({
        last: event.type === "ASK" ? event.asks.at(-1) : context.last,
      })),
      clear: assign({
        facts: {},
        asking: undefined,
        clarifying: undefined,
        last: undefined,
        proposed: undefined,
        past: undefined,
      }),
    },
    guards: {
      decided: ({ context }) => context.asking === undefined && !guide.nextQuestion(context.facts),
      complete: ({ context }) => !guide.nextApplication(context.facts),
      settled: ({ event }) => settled(event),
      clarifies: ({ event }) => event.type === "ASK" && !settled(event),
      changing: ({ context }) => context.asking !== undefined,
      toldAnything: ({ context }) => Object.keys(context.facts).length > 0,
      toldAnswers: ({ context }) => Object.keys(context.facts).some(inEligibility),
      toldApplication: ({ context }) =>
        Object.keys(context.facts).some((q) => guide.isApplication(q)),
      namesAnswer: ({ context, event }) => changes(context, event, inEligibility),
      namesApplication: ({ context, event }) => changes(context, event, guide.isApplication),
      /** A short question of the aside is open: 返回 leaves it, and takes no answer back. */
      interrupted: not(stateIn({ aside: "quiet" })),
      nothingToConfirm: or([not(stateIn({ aside: "forgetting" })), "ofChange"]),
      /** Said to a change that was shown: a deletion asked about meanwhile is not meant. */
      ofChange: ({ event }) => "of" in event && event.of === "change",
      nothingAsked: not(stateIn({ task: { eligibility: "previewing" } })),
      weighty: ({ context, event }) => isWeighty(context, event, guide),
      toldNothing: ({ context }) => Object.keys(context.facts).length === 0,
      namesNothingTold: ({ context, event }) =>
        event.type === "CHANGE" &&
        Object.keys(context.facts).length > 0 &&
        (event.question === undefined || !Object.hasOwn(context.facts, event.question)),
      badAnswer: ({ event }) => event.type === "UNCLEAR" && event.reason === "bad_answer",
    },
  }).createMachine({
    id: "wenkao",
    context: { facts: {} },
    type: "parallel",
    states: {
      aside: {
        initial: "quiet",
        on: {
          ASK: [
            {
              guard: "clarifies",
              target: ".clarifying",
              actions: [
                assign(({ event }) => ({
                  clarifying: event.asks.find((one) => guide.clarifies(one.answer))?.answer,
                })),
                "remember",
                sayAnswers,
              ],
            },
            { target: ".quiet", actions: ["remember", sayAnswers] },
          ],
          FORGET: ".forgetting",
          UNSURE: {
            target: ".quiet",
            actions: {
              type: "say",
              params: ({ event: { candidates, entities } }) => [
                { say: "unsure", candidates, entities },
              ],
            },
          },
          UNCLEAR: {
            actions: {
              type: "say",
              params: ({ event }) => [{ say: "unclear", reason: event.reason }],
            },
          },
          CONFIRM: {
            guard: "nothingAsked",
            actions: say({ say: "unclear", reason: "nothing_asked" }),
          },
          CANCEL: {
            guard: "nothingAsked",
            actions: say({ say: "unclear", reason: "nothing_asked" }),
          },
          "*": { guard: "interrupted", target: ".quiet" },
        },
        states: {
          quiet: { id: "quiet", entry: assign({ clarifying: undefined }) },
          clarifying: {},
          forgetting: {
            entry: say({ say: "told", what: "forget_confirm" }),
            on: {
              CONFIRM: {
                guard: not("ofChange"),
                target: ["#quiet", "#menu"],
                actions: ["erase", "clear", say({ say: "told", what: "forgotten" })],
              },
              CANCEL: {
                guard: not("ofChange"),
                target: "quiet",
                actions: say({ say: "told", what: "kept" }),
              },
            },
          },
        },
      },
      task: {
        initial: "menu",
        on: {
          MENU: ".menu",
          TAKE: { actions: sayReceipt(guide) },
          REOPEN: { target: ".eligibility", actions: ["reopen", sayReopened] },
          CHECK: {
            target: ".eligibility",
            actions: [sayAnswers, sayConflict(guide), "learn", sayNoted],
          },
          TELL: [
            { guard: "weighty", target: ".eligibility.previewing", actions: "propose" },
            { target: ".eligibility", actions: [sayConflict(guide), "learn", sayNoted] },
          ],
          APPLY: { target: ".registration", actions: [sayAnswers, "learn", sayNoted] },
          RESTART: {
            target: ".menu",
            actions: ["clear", say({ say: "told", what: "restarted" })],
          },
          CHANGE: [
            {
              guard: "namesAnswer",
              target: ".eligibility.asking",
              actions: assign(({ event }) => ({ asking: event.question })),
            },
            {
              guard: "namesApplication",
              target: ".registration",
              actions: assign(({ context, event }) => ({
                facts: stepBack({ facts: context.facts }, (id) => id === event.question).facts,
              })),
            },
            { guard: "toldAnything", target: ".changing" },
            { actions: say({ say: "told", what: "nothing_to_change" }) },
          ],
        },
        states: {
          menu: {
            id: "menu",
            entry: say({ say: "menu" }),
            on: { BACK: { target: "menu", reenter: true } },
          },
          eligibility: {
            initial: "deciding",
            on: {
              TELL: [
                { guard: "weighty", target: ".previewing", actions: "propose" },
                { target: ".deciding", actions: [sayConflict(guide), "learn", sayNoted] },
              ],
              RESTART: {
                target: ".deciding",
                actions: ["clear", say({ say: "told", what: "restarted" })],
              },
            },
            states: {
              deciding: { always: [{ guard: "decided", target: "verdict" }, { target: "asking" }] },
              asking: {
                entry: ask("first"),
                on: {
                  BACK: [
                    { guard: "interrupted", target: "deciding" },
                    {
                      guard: "changing",
                      target: "deciding",
                      actions: assign({ asking: undefined }),
                    },
                    { guard: "toldAnswers", target: "deciding", actions: "stepBack" },
                    { target: "#menu" },
                  ],
                  ...comeBack(ask),
                },
              },
              verdict: {
                entry: say({ say: "verdict" }),
                on: {
                  BACK: [
                    { guard: "interrupted", target: "deciding" },
                    { target: "deciding", actions: "stepBack" },
                  ],
                },
              },
              previewing: {
                entry: sayPreview,
                on: {
                  TELL: {
                    target: "previewing",
                    reenter: true,
                    actions: [sayConflict(guide), "proposeMore"],
                  },
                  CONFIRM: { guard: "nothingToConfirm", target: "deciding", actions: "apply" },
                  CANCEL: [
                    {
                      guard: "nothingToConfirm",
                      target: "deciding",
                      actions: ["keep", say({ say: "told", what: "unchanged" })],
                    },
                    { actions: sayPreview },
                  ],
                  BACK: [
                    { guard: "interrupted", target: "previewing", reenter: true },
                    {
                      target: "deciding",
                      actions: ["keep", say({ say: "told", what: "unchanged" })],
                    },
                  ],
                  ASK: { guard: "settled", actions: sayPreview },
                  TAKE: { actions: [sayReceipt(guide), sayPreview] },
                  UNCLEAR: { actions: sayPreview },
                  UNSURE: { actions: sayPreview },
                },
              },
            },
          },
          registration: {
            initial: "deciding",
            on: {
              TELL: { target: ".deciding", actions: ["learn", sayNoted] },
              RESTART: {
                target: ".deciding",
                actions: ["clear", say({ say: "told", what: "restarted" })],
              },
              CHANGE: { guard: "namesNothingTold", target: ".changing" },
              BACK: [
                { guard: "interrupted", target: ".deciding" },
                {
                  guard: "toldApplication",
                  target: ".deciding",
                  actions: assign(({ context }) => ({
                    facts: stepBack(
                      { facts: context.facts },
                      (id) => id === guide.lastApplication(context.facts),
                    ).facts,
                  })),
                },
                { target: "menu" },
              ],
            },
            states: {
              deciding: { always: [{ guard: "complete", target: "card" }, { target: "asking" }] },
              asking: {
                entry: askApplication("first"),
                on: {
                  ...comeBack(askApplication),
                },
              },
              card: { entry: say({ say: "card" }) },
              changing: { entry: say({ say: "summary" }), on: { BACK: "deciding" } },
            },
          },
          changing: {
            entry: say({ say: "summary" }),
            on: {
              TELL: [
                { guard: "weighty", target: "eligibility.previewing", actions: "propose" },
                { target: "eligibility", actions: [sayConflict(guide), "learn", sayNoted] },
              ],
              BACK: "eligibility",
            },
          },
        },
      },
    },
  });
}

export type Dialog = ReturnType<typeof createDialog>;
