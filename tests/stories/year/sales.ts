// What the three sell: loans from the first word to the money, each person at his own desk; what a good customer pays back at once, and what a bad one does not.
import { awaitLoan, payOut, receive } from '../lib/cashiers.ts';
import { borrowerOf } from '../lib/client.ts';
import { decide } from '../lib/committee.ts';
import { investigate } from '../lib/risk-officers.ts';
import { SalesDesk } from '../lib/sales-desk.ts';
import { SigningDesk } from '../lib/signing-desk.ts';
import { Storyline } from '../lib/storyline.ts';
import { clientOf, opened } from '../scripts/scene.ts';
import type { Name, YearScene } from './cast.ts';

export interface Sale {
  readonly who: Name;
  /** Tells the loans of the year apart. */
  readonly label: string;
  readonly amountYuan: number;
  /** The customer pays everything back on the day that he got it, so that the loan owes nothing at any quarter's end; the others pay nothing at all. */
  readonly repaid: boolean;
  /** Mark of a return visit on the day. */
  readonly satisfaction?: number;
}

/** The sales of a quarter, side by side. @returns ids of the loans by label */
export async function sellAll(scene: YearScene, sales: readonly Sale[]): Promise<ReadonlyMap<string, string>> {
  const sold = await Promise.all(sales.map((sale, turn) => sell({ ...scene, turn }, sale)));
  return new Map(sales.map(({ label }, place) => [label, sold[place] ?? '']));
}

async function sell(scene: YearScene, { who, label, amountYuan, repaid, satisfaction }: Sale): Promise<string> {
  const { company, run, cast, turn } = scene;
  const today = await company.today();
  const story = new Storyline(run, `year-${label}`);
  const desk = new SalesDesk(company, story, cast[who].person);
  const signing = new SigningDesk(company, story, desk);
  const own = { company, run, story, today, turn, productIds: scene.productIds, shared: new Map<string, string>() };
  const client = clientOf(own, { amountYuan });
  const { customerId } = await opened(own, { desk, signing }, client);
  await desk.handInComplete(client);
  await investigate(company, story, { no: 1, turn }, borrowerOf(client));
  await decide(company, story, turn);
  await signing.sign(client, customerId, await signing.draft());
  await payOut(company, story, turn);
  const loanId = await awaitLoan(company, story);
  await signing.reaches('DISBURSED');
  await signing.inspectUse();
  if (satisfaction) await desk.visit(customerId, today, satisfaction);
  if (repaid) await receive(company, story, { loanId, amount: `${amountYuan}.00`, transactionId: `${run}-${label}` });
  return loanId;
}
