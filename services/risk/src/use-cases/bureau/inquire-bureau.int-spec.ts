import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { sentTypes } from '@weilend/testing';
import { GOOD_ID, HASH, residentId } from '../../../test/builders/inputs.builder.js';
import { assigned, opened, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { SimulatedBureau } from '../../adapters/simulated-bureau.channel.js';
import { BureauFailure, BureauPort } from './bureau.port.js';
import type { BureauQuestion } from './bureau.port.js';

/** A bureau that answers as told and remembers what it was asked. */
class ScriptedBureau extends BureauPort {
  readonly asked: BureauQuestion[] = [];
  next: 'answer' | 'silence' | 'refusal' = 'answer';

  constructor(private readonly answering: BureauPort) {
    super();
  }

  async inquire(question: BureauQuestion) {
    this.asked.push(question);
    if (this.next === 'silence') throw new BureauFailure('TIMED_OUT');
    if (this.next === 'refusal') throw new BureauFailure('REFUSED');
    return this.answering.inquire(question);
  }
}

let risk: RiskUnderTest;
let bureau: ScriptedBureau;
beforeAll(async () => {
  risk = await riskUnderTest((platform) => (bureau = new ScriptedBureau(new SimulatedBureau(platform.clock))));
});
afterAll(() => risk.platform.stop());

const consent = (change: object = {}) => ({
  consentId: newId('cns'),
  kind: 'CREDIT_INQUIRY',
  purpose: 'loan application',
  validUntil: '2999-12-31',
  evidenceHash: HASH,
  ...change,
});
const stored = () => risk.platform.database.collection('bureau_inquiries');
const load = (inquiryId: string) => reading(risk, (tx) => risk.inquiries.get(inquiryId, tx));
let people = 0;
/** An investigation about somebody the bureau was never asked about. */
async function somebody() {
  const number = residentId(++people);
  return { number, ...(await assigned(risk, { identityIndex: risk.platform.cipher.blindIndex('identity', number) })) };
}
/** Makes the next attempt due now. */
const due = (inquiryId: string) => stored().updateOne({ _id: inquiryId }, { $set: { nextAttemptAt: new Date(0) } });

describe('[4.10] gate G2 can not be walked around', () => {
  const rows: [string, Parameters<typeof assigned>[1], object, string][] = [
    ['no consent at all', { consents: [] }, {}, 'CONSENT_MISSING'],
    ['consent to something else', { consents: [consent({ kind: 'MARKETING' })] }, {}, 'CONSENT_MISSING'],
    ['consent that has run out', { consents: [consent({ validUntil: '2020-01-01' })] }, {}, 'CONSENT_EXPIRED'],
    ['consent without a purpose', { consents: [consent({ purpose: ' ' })] }, {}, 'CONSENT_PURPOSE_MISSING'],
    ['another purpose', {}, { purpose: 'curiosity' }, 'PURPOSE_NOT_CONSENTED'],
    ['another person', {}, { residentId: '440524188001010014' }, 'IDENTITY_MISMATCH'],
    ['a mistyped number', {}, { residentId: '110105194912310021' }, 'IDENTITY_INVALID'],
  ];
  test.each(rows)('%s', async (_name, change, input, code) => {
    const { id } = await assigned(risk, change);
    const before = [
      await stored().countDocuments(),
      await risk.platform.database.collection('access_log').countDocuments(),
      (await sentTypes(risk.platform)).length,
    ];
    await expect(risk.inquire.execute(risk.people.first, { investigationId: id, residentId: GOOD_ID, ...input })).rejects.toMatchObject({
      code,
    });
    expect([
      await stored().countDocuments(),
      await risk.platform.database.collection('access_log').countDocuments(),
      (await sentTypes(risk.platform)).length,
    ]).toEqual(before);
    expect(await reading(risk, (tx) => risk.investigations.get(id, tx))).toMatchObject({ bureau: null });
  });

  test('somebody who is not assigned', async () => {
    const { id } = await opened(risk);
    await expect(risk.inquire.execute(risk.people.first, { investigationId: id, residentId: GOOD_ID })).rejects.toMatchObject({
      code: 'NOT_ASSIGNED',
    });
  });

  test('a second time under the same consent', async () => {
    const { id, number } = await somebody();
    await risk.inquire.execute(risk.people.first, { investigationId: id, residentId: number });
    await expect(risk.inquire.execute(risk.people.second, { investigationId: id, residentId: number })).rejects.toMatchObject({
      code: 'BUREAU_ALREADY_INQUIRED',
    });
    await risk.ask.askNext();
    await expect(risk.inquire.execute(risk.people.second, { investigationId: id, residentId: number })).rejects.toMatchObject({
      code: 'BUREAU_ALREADY_INQUIRED',
    });
  });
});

describe('[4.10] the bureau is another company', () => {
  test('nothing is asked before the commit; afterwards the answer is kept encrypted and the number forgotten', async () => {
    const { id, number } = await somebody();
    const asked = bureau.asked.length;
    const inquiryId = await risk.inquire.execute(risk.people.first, { investigationId: id, residentId: number.toLowerCase() });
    expect(bureau.asked).toHaveLength(asked);
    const row = await stored().findOne({ _id: inquiryId });
    expect(JSON.stringify(row)).not.toContain(number);
    expect(await risk.ask.askNext()).not.toBeNull();
    expect(bureau.asked.at(-1)).toMatchObject({ identityNumber: number, purpose: 'loan application' });
    expect(await load(inquiryId)).toMatchObject({
      state: 'ANSWERED',
      identityNumber: null,
      maskedIdentity: expect.stringMatching(/^110105\*{8}\w{4}$/),
      report: { score: 849 },
    });
    expect((await stored().findOne({ _id: inquiryId }))?.['report']).toMatch(/^v1\./);
    expect(await reading(risk, (tx) => risk.investigations.get(id, tx))).toMatchObject({
      bureau: { state: 'ANSWERED', score: 849 },
      score: { recommendation: 'REFER' },
    });
  });

  test('the request key remembers no number', async () => {
    const { id, number } = await somebody();
    const input = { investigationId: id, residentId: number, requestKey: newId('key') };
    const inquiryId = await risk.inquire.execute(risk.people.first, input);
    expect(await risk.inquire.execute(risk.people.first, input)).toBe(inquiryId);
    expect(await stored().countDocuments({ investigationId: id })).toBe(1);
    await risk.ask.askNext();
  });

  test('silence: the same request id again after a wait, and not before', async () => {
    const { id, number } = await somebody();
    const inquiryId = await risk.inquire.execute(risk.people.first, { investigationId: id, residentId: number });
    bureau.next = 'silence';
    await risk.ask.askNext();
    expect(await load(inquiryId)).toMatchObject({ state: 'REQUESTED', attempts: 1, trouble: 'TIMED_OUT' });
    bureau.next = 'answer';
    expect(await risk.ask.askNext()).toBeNull();
    await due(inquiryId);
    await risk.ask.askNext();
    const [last, before] = [bureau.asked.at(-1), bureau.asked.at(-2)];
    expect(last?.requestId).toBe(before?.requestId);
    expect(await load(inquiryId)).toMatchObject({ state: 'ANSWERED', attempts: 2, failure: null });
  });

  test('a refusal is final; the investigator may ask anew', async () => {
    const { id, number } = await somebody();
    bureau.next = 'refusal';
    const inquiryId = await risk.inquire.execute(risk.people.first, { investigationId: id, residentId: number });
    await risk.ask.askNext();
    bureau.next = 'answer';
    expect(await load(inquiryId)).toMatchObject({
      state: 'FAILED',
      identityNumber: null,
      report: null,
      trouble: 'REFUSED',
    });
    const again = await risk.inquire.execute(risk.people.first, { investigationId: id, residentId: number });
    await risk.ask.askNext();
    expect(await load(again)).toMatchObject({ state: 'ANSWERED' });
  });

  test('many workers at once ask each question once', async () => {
    const inquiries: string[] = [];
    for (let count = 0; count < 3; count++) {
      const { id, number } = await somebody();
      inquiries.push(await risk.inquire.execute(risk.people.first, { investigationId: id, residentId: number }));
    }
    const before = bureau.asked.length;
    await Promise.all(Array.from({ length: 6 }, () => risk.ask.askNext()));
    while (await risk.ask.askNext());
    expect(bureau.asked.length - before).toBe(3);
    for (const inquiryId of inquiries) expect(await load(inquiryId)).toMatchObject({ state: 'ANSWERED' });
  });
});
