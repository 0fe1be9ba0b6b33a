import { type ExecutableActionsFrom, createActor } from "xstate";
import type { Dialog } from "../machines/dialog.ts";
import type { DialogEvent } from "../machines/words.ts";
import type { DialogSnapshot } from "./dialog-state.ts";

/** Where an event leads from a snapshot, and what is to be done then, as data; without effects. */
export type DialogStep = (
  snapshot: DialogSnapshot,
  event: DialogEvent,
) => readonly [next: DialogSnapshot, actions: readonly ExecutableActionsFrom<Dialog>[]];

/**
 * XState's `transition`, which makes an actor for each call and lets it take its first step, only for it to be
 * named in the arguments of actions. The dialog spawns nothing and names no actor, so one that never starts will do.
 */
export function createDialogStep(dialog: Dialog): DialogStep {
  const self = createActor(dialog);
  const { system } = self;
  return (snapshot, event) => {
    const actions: ExecutableActionsFrom<Dialog>[] = [];
    const next = dialog.transition(snapshot, event, {
      self,
      system,
      id: self.id,
      sessionId: self.sessionId,
      actionExecutor: (action) => void actions.push(action as ExecutableActionsFrom<Dialog>),
      defer: nothing,
      emit: nothing,
      logger: nothing,
      stopChild: nothing,
    });
    return [next, actions];
  };
}

function nothing(): void {}
