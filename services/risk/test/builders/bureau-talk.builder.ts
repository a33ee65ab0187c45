import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { HttpBureau } from '../../src/adapters/http-bureau.channel.js';
import { AskBureau } from '../../src/use-cases/bureau/ask-bureau.use-case.js';
import type { BureauPort } from '../../src/use-cases/bureau/bureau.port.js';
import { InquiryRecords } from '../../src/use-cases/bureau/inquiry-records.js';
import { Scoring } from '../../src/use-cases/scorecard/scoring.js';
import { residentId } from './inputs.builder.js';
import { assigned, PATIENCE, reading, riskUnderTest } from './risk.builder.js';
import type { RiskUnderTest } from './risk.builder.js';
import { BUREAU_SECRET, TestBureau } from './test-bureau.builder.js';

// Risk and a credit bureau on the two ends of a real HTTP connection: what the specs about everything that may go wrong between them have in common.

const TIMEOUT_MS = 400;

export let bureau: TestBureau;
export let risk: RiskUnderTest;
let people = 0;

export const http = (change: { secret?: string; timeoutMs?: number; url?: string } = {}) =>
  new HttpBureau({ url: bureau.url, secret: BUREAU_SECRET, timeoutMs: TIMEOUT_MS, ...change });

/** Starts both sides for the tests of one file. */
export function useTestBureau(): void {
  beforeAll(async () => {
    bureau = await TestBureau.start();
    risk = await riskUnderTest(() => http());
  });
  beforeEach(() => {
    bureau.next = [];
    bureau.aheadSeconds = 0;
    bureau.booked.clear();
    bureau.arrived = 0;
  });
  afterAll(async () => {
    await risk.platform.stop();
    await bureau.stop();
  });
}

const stored = () => risk.platform.database.collection('bureau_inquiries');
export const load = (inquiryId: string) => reading(risk, (tx) => risk.inquiries.get(inquiryId, tx));
export const finding = (investigationId: string) =>
  reading(risk, async (tx) => (await risk.investigations.get(investigationId, tx)).bureau);
/** Makes the next attempt due now, as if its pause were over. */
export const due = (inquiryId: string) => stored().updateOne({ _id: inquiryId } as never, { $set: { nextAttemptAt: new Date(0) } });
export const accessKinds = async (objectId: string) =>
  (await risk.platform.database.collection('access_log').find({ objectId }).sort({ _id: 1 }).toArray()).map((row) => row['kind'] as string);
/** A worker of its own: what a second process, or one that was started again, would be. */
export const worker = (port: BureauPort) => {
  const { platform, investigations, inquiries, accessLog, channel } = risk;
  const scoring = new Scoring(risk.scorecards, risk.shadows);
  const records = new InquiryRecords(investigations, inquiries, accessLog, channel, scoring, risk.readSignals);
  return new AskBureau(platform.database, platform.work, records, port, PATIENCE, platform.clock);
};

/** An inquiry about somebody new, not yet sent. */
export async function asked() {
  const number = residentId(++people);
  const { id: investigationId } = await assigned(risk, { identityIndex: risk.platform.cipher.blindIndex('identity', number) });
  const inquiryId = await risk.inquire.execute(risk.people.first, { investigationId, residentId: number });
  return { investigationId, inquiryId, number };
}

/** Everything ended well: one answer kept, one inquiry booked about this person, and no word of the number anywhere. */
export async function expectAnsweredOnce({ investigationId, inquiryId, number }: Awaited<ReturnType<typeof asked>>) {
  const inquiry = await load(inquiryId);
  expect(inquiry).toMatchObject({
    state: 'ANSWERED',
    trouble: null,
    failure: null,
    nextAttemptAt: null,
    identityNumber: null,
    pendingFor: null,
  });
  expect(await finding(investigationId)).toMatchObject({ state: 'ANSWERED', score: 849, figures: { debts: { openCredits: 2 } } });
  expect([[...bureau.booked.keys()], bureau.persons]).toEqual([[inquiry.requestId], [number]]);
  expect((await accessKinds(inquiryId)).filter((kind) => kind === 'BUREAU_ANSWER')).toHaveLength(1);
  expect(JSON.stringify(await stored().findOne({ _id: inquiryId } as never))).not.toContain(number);
}
