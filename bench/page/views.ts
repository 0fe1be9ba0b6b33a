import type { PageData } from "../../src/page-data.ts";
import type { Candidate } from "./candidate.ts";

/** Something that the page may show, and how a candidate gets there from the arrival. */
export interface View {
  readonly name: string;
  readonly show: (candidate: Candidate, words: PageData["words"]) => Promise<void>;
}

export const VIEWS: readonly View[] = [
  { name: "arrival", show: async () => {} },
  { name: "topics", show: ({ tap }, { more }) => tap(more) },
  { name: "question with progress", show: showQuestion },
  { name: "verdict", show: showVerdict },
  { name: "fee table", show: ({ choose }) => choose("费用") },
  { name: "timeline", show: ({ say }) => say("6月什么时候考") },
  { name: "conduct scale", show: ({ say }) => say("考试带手机提醒了还是没收") },
  { name: "hand-off", show: showHandOff },
  { name: "clause", show: showClause },
  { name: "QR code", show: showQr },
  { name: "options", show: ({ tap }, { options }) => tap(options) },
  { name: "failed message", show: showFailed },
  { name: "receipt", show: showReceipt },
];

async function showQuestion({ page, say }: Candidate): Promise<void> {
  await say("我大专电商应届，四级能考吗");
  await page.locator(".progress summary").last().tap();
}

/** A candidate who may take level four. */
async function showVerdict({ say }: Candidate): Promise<void> {
  await say("我大专电商应届，四级能考吗");
  await say("23岁");
}

/** What goes along to the official page. */
async function showHandOff({ choose }: Candidate): Promise<void> {
  for (const choice of ["报名", "自己报（个人申报）", "四级／中级工", "直播运营", "5月"])
    await choose(choice);
}

async function showClause({ page, choose }: Candidate): Promise<void> {
  await choose("费用");
  await page.locator(".sources button").last().tap();
  await page.locator(".summary").waitFor();
}

/** The code that draws it is loaded only now. */
export async function showQr(candidate: Candidate): Promise<void> {
  await showClause(candidate);
  await candidate.page.locator("dialog .hand-off button").last().tap();
  await candidate.page.locator(".qr svg").waitFor();
}

async function showFailed({ page, choose }: Candidate): Promise<void> {
  await page.context().setOffline(true);
  await choose("费用");
}

async function showReceipt(candidate: Candidate): Promise<void> {
  await showVerdict(candidate);
  await candidate.choose("带走结果");
  const link = await candidate.page.locator(".hand-off a").last().getAttribute("href");
  await candidate.page.goto(link ?? "");
  await candidate.page.locator(".level").first().waitFor();
}
