// One real application through the whole line. The officers decide by what the graph shows them: the investigators by the score, the members by the
// report, the cashiers by the order. The row itself is known only to the customer, and to the investigators who verify what he says.
import type { Company } from '../lib/company.ts';
import { awaitLoan, payOut } from '../lib/cashiers.ts';
import { borrowerOf } from '../lib/client.ts';
import type { Client } from '../lib/client.ts';
import { decide } from '../lib/committee.ts';
import { identityOf } from '../lib/identities.ts';
import { investigate } from '../lib/risk-officers.ts';
import { SalesDesk } from '../lib/sales-desk.ts';
import { SigningDesk } from '../lib/signing-desk.ts';
import type { Storyline } from '../lib/storyline.ts';
import type { Applicant } from './applicant.ts';

export interface IntakeSetting {
  readonly company: Company;
  readonly productIds: ReadonlyMap<string, string>;
  readonly run: string;
  readonly today: string;
  /** Asked when the papers are handed in: the investigators begin when it resolves. */
  readonly beforeInvestigation?: (applicant: Applicant) => Promise<void>;
}

const CONSUMER_PRODUCT = 'XF-01';
const BUSINESS_PRODUCT = 'JY-01';
/** Share of the disposable income that the instalment takes, by class of the data: 1 is 35 % and more, 4 below 20 %. */
const INSTALMENT_SHARE: Readonly<Record<number, number>> = { 1: 0.4, 2: 0.3, 3: 0.22, 4: 0.15 };

/** Plays the row to its end. @throws whatever keeps it from its end */
export async function playRow(setting: IntakeSetting, applicant: Applicant, story: Storyline, turn: number): Promise<void> {
  const { company, productIds } = setting;
  const client = clientOf(applicant, setting);
  const desk = new SalesDesk(company, story, company.nth('salesperson', turn));
  const prospect = await desk.receive(client, productIds.get(client.productCode) ?? '');
  await desk.takeConsents(prospect.customerId);
  await desk.openApplication(prospect, client);
  if (applicant.isReturnedFirst) await desk.handInReturnedFirst(client);
  else await desk.handInComplete(client);
  await setting.beforeInvestigation?.(applicant);
  await investigate(company, story, { no: applicant.isReturnedFirst ? 2 : 1, turn }, borrowerOf(client));
  const decided = await decide(company, story, turn);
  const signing = new SigningDesk(company, story, desk);
  if (decided.result === 'REJECTED') return signing.inform('REJECTED');
  if (decided.result === 'CONDITIONAL') await signing.fulfilConditions(decided.decisionId, decided.conditionIds);
  await signing.sign(client, prospect.customerId, await signing.draft());
  await payOut(company, story, turn);
  await awaitLoan(company, story);
  await signing.reaches('DISBURSED');
}

export function clientOf(applicant: Applicant, { run, today }: Pick<IntakeSetting, 'run' | 'today'>): Client {
  const { no, customerType, purpose, purposeNote, amountYuan, termMonths, ageInYears, facts } = applicant;
  const isBusiness = customerType === 'SELF_EMPLOYED';
  const share = INSTALMENT_SHARE[Number(facts['instalmentRatePercent'])] ?? 0.3;
  return {
    kind: customerType,
    identity: identityOf(`${run}:${no}`, { ageInYears, today, bureau: applicant.isKnownToBureau ? 'ADVERSE' : 'SOUND' }),
    wish: { purpose, purposeNote, amountYuan, termMonths, method: 'EQUAL_INSTALMENT' },
    productCode: isBusiness ? BUSINESS_PRODUCT : CONSUMER_PRODUCT,
    source: { channel: 'ONLINE', onlineSource: applicant.hasTelephone ? 'LOAN_PLATFORM' : 'WEBSITE' },
    facts,
    monthlyIncomeYuan: Math.ceil(amountYuan / termMonths / share) + 1_000,
  };
}
