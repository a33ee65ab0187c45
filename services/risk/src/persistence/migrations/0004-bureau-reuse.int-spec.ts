import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { residentId } from '../../../test/builders/inputs.builder.js';
import { assigned, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { bureauReuse } from './0004-bureau-reuse.js';

let risk: RiskUnderTest;
beforeAll(async () => {
  risk = await riskUnderTest();
});
afterAll(() => risk.platform.stop());

const rows = (name: string) => risk.platform.database.collection<{ _id: string }>(name);
const NEW = { identityIndex: '', pendingFor: '', dueAt: '', trouble: '', answersRefused: '', reusedFrom: '' } as const;
const OLD_REPORT = {
  ...{ score: 640, currentSeriousDelinquency: false, delinquenciesIn24Months: 1, openCredits: 2, inquiriesIn6Months: 3 },
  reportedOn: '2026-11-20',
};

/** An inquiry as the version of before stored it. */
async function storedBefore(no: number, answered: boolean) {
  const number = residentId(no);
  const identityIndex = risk.platform.cipher.blindIndex('identity', number);
  const { id } = await assigned(risk, { identityIndex });
  const inquiryId = await risk.inquire.execute(risk.people.first, { investigationId: id, residentId: number });
  if (answered) {
    await risk.ask.askNext();
    const place = { collection: 'bureau_inquiries', id: inquiryId, field: 'report' };
    const report = risk.platform.cipher.encrypt(JSON.stringify(OLD_REPORT), place);
    await rows('bureau_inquiries').updateOne({ _id: inquiryId }, { $set: { report } });
  }
  await rows('bureau_inquiries').updateOne({ _id: inquiryId }, { $unset: NEW });
  await rows('investigations').updateOne({ _id: id }, { $unset: { 'bureau.figures': '', 'bureau.reused': '' } });
  return { inquiryId, investigationId: id, number, identityIndex };
}

describe('[4.10] inquiries from before reports were used again', () => {
  test('keep their answers, know their person, and are used and asked as new ones are; twice is once', async () => {
    await rows('bureau_inquiries').createIndex({ requestId: 1 }, { name: 'request', unique: true });
    const answered = await storedBefore(1, true);
    const orphan = await storedBefore(3, true);
    const waiting = await storedBefore(2, false);
    await rows('investigations').deleteOne({ _id: orphan.investigationId });
    await bureauReuse.up(risk.platform.database);
    const after = await rows('bureau_inquiries').find({}).sort({ _id: 1 }).toArray();
    await bureauReuse.up(risk.platform.database);
    expect(await rows('bureau_inquiries').find({}).sort({ _id: 1 }).toArray()).toEqual(after);
    expect((await rows('bureau_inquiries').indexes()).map(({ name }) => name)).not.toContain('request');
    expect(await reading(risk, (tx) => risk.inquiries.get(answered.inquiryId, tx))).toMatchObject({
      ...{ state: 'ANSWERED', identityIndex: answered.identityIndex, reusedFrom: null, answersRefused: 0 },
      report: { ...OLD_REPORT, details: null },
    });
    expect(await reading(risk, (tx) => risk.investigations.get(answered.investigationId, tx))).toMatchObject({
      bureau: { state: 'ANSWERED', reused: false, figures: null },
    });
    const again = await assigned(risk, { identityIndex: answered.identityIndex });
    const reuse = await risk.inquire.execute(risk.people.first, { investigationId: again.id, residentId: answered.number });
    expect(await reading(risk, (tx) => risk.inquiries.get(reuse, tx))).toMatchObject({ reusedFrom: answered.inquiryId });
    expect(await risk.ask.askNext()).toMatchObject({ id: waiting.inquiryId, state: 'ANSWERED' });
    expect(await risk.ask.askNext()).toBeNull();
  });
});
