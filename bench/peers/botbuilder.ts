import {
  type Activity,
  BotAdapter,
  ConversationState,
  type ConversationReference,
  MessageFactory,
  type ResourceResponse,
  type Storage,
  type StoreItems,
  TurnContext,
} from "botbuilder-core";
import {
  DialogSet,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from "botbuilder-dialogs";
import { askedAfter } from "./questions.ts";
import { CYCLE } from "./script.ts";
import { openRedis, serve } from "./serving.ts";

const redis = openRedis();
const storage: Storage = {
  async read(keys) {
    const found = await redis.mget(keys);
    const items = keys.map((key, at) => [key, JSON.parse(found[at] ?? "null") ?? undefined]);
    return Object.fromEntries(items.filter(([, item]) => item !== undefined)) as StoreItems;
  },
  async write(changes: StoreItems) {
    await redis.mset(Object.entries(changes).flatMap(([key, item]) => [key, JSON.stringify(item)]));
  },
  async delete(keys) {
    await redis.del(keys);
  },
};

/** Hands what is said back in the answer, as `deliveryMode: expectReplies` does, with no sign-in. */
class EchoAdapter extends BotAdapter {
  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    context.turnState.get<Partial<Activity>[]>("said").push(...activities);
    return activities.map(() => ({ id: "1" }));
  }
  override updateActivity(): Promise<undefined> {
    throw new Error("nothing is changed here");
  }
  override deleteActivity(): Promise<void> {
    throw new Error("nothing is deleted here");
  }
  override continueConversation(_: Partial<ConversationReference>): Promise<void> {
    throw new Error("nothing is begun here");
  }
  async take(activity: Partial<Activity>): Promise<Partial<Activity>[]> {
    const context = new TurnContext(this, activity);
    const said: Partial<Activity>[] = [];
    context.turnState.set("said", said);
    await this.runMiddleware(context, answer);
    return said;
  }
}

const state = new ConversationState(storage);
const dialogs = new DialogSet(state.createProperty("dialog"));
const asking = Array.from({ length: CYCLE }, (_, place) => async (step: WaterfallStepContext) => {
  const told = String(step.result ?? step.context.activity.text);
  Object.assign(step.values, { [`question${place}`]: told });
  const { text, choices } = askedAfter(place, told);
  if (place < CYCLE - 1)
    return step.prompt("text", MessageFactory.suggestedActions([...choices], text));
  await step.context.sendActivity(MessageFactory.suggestedActions([...choices], text));
  return step.endDialog();
});
dialogs.add(new TextPrompt("text")).add(new WaterfallDialog("interview", asking));

async function answer(context: TurnContext): Promise<void> {
  const dialog = await dialogs.createContext(context);
  await dialog.continueDialog();
  if (!context.responded) await dialog.beginDialog("interview");
  await state.saveChanges(context);
}

const adapter = new EchoAdapter();
await serve((app) =>
  app.post("/api/messages", async ({ body }) => ({
    activities: await adapter.take(body as Partial<Activity>),
  })),
);
