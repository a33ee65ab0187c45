import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handoffRows, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { goodDocument, Story, TERMS } from '../../../test/builders/story.builder.js';
import type { LoanApplication } from '../../domain/application/application.js';
import { stageOf } from '../../domain/application/stage.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { checkCharacter } from '../../domain/customer/resident-id.js';
import { PassFirstCheck } from './pass-first-check.use-case.js';
import { ReturnApplication } from './return-application.use-case.js';
import { StartCheck } from './start-check.use-case.js';
import { SubmitApplication } from './submit-application.use-case.js';

let desk: SalesDesk;
let story: Story;
const { annualRate: _price, ...asked } = TERMS;
const ask = { ...asked, purpose: 'EQUIPMENT', purposeNote: null };
const no = { isComplete: true, isTrue: false, isValid: true, reason: '涂改', by: 'emp_1', at: new Date(0) };
const minor = `110105${new Date().getFullYear() - 10}0101001`;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

const submit = (applicationId: string) => desk.get(SubmitApplication).execute(desk.seller, { applicationId });
const pass = (applicationId: string) => desk.get(PassFirstCheck).execute(desk.seller, { applicationId });

describe('[G1, 4.2, 4.4-4.6] walking around the gate of submission', () => {
  test.each<[string, Partial<LoanApplication>, Partial<Customer>, string[]]>([
    ['without a purpose', { ask: { ...ask, purpose: null } }, {}, ['APPLICATION_FIELD_MISSING']],
    ['without an amount', { ask: { ...ask, amountFen: null } }, {}, ['APPLICATION_FIELD_MISSING']],
    ['without papers', { documents: [] }, {}, ['DOCUMENT_MISSING', 'DOCUMENT_MISSING', 'DOCUMENT_MISSING']],
    ['without the licence of a business', { customerType: 'SELF_EMPLOYED' }, {}, ['DOCUMENT_MISSING']],
    ['with a paper that is not true', { documents: [...papers(), goodDocument('OTHER', { judgements: [no] })] }, {}, ['DOCUMENT_NEGATIVE']],
    ['with a paper nobody judged', { documents: [...papers(), goodDocument('OTHER', { judgements: [] })] }, {}, ['DOCUMENT_NOT_JUDGED']],
    ['without consents', {}, { consents: [] }, ['CONSENT_MISSING', 'CONSENT_MISSING']],
    ['of somebody who is ten years old', {}, { residentId: minor + checkCharacter(minor) }, ['UNDER_AGE']],
    ['above the product', { ask: { ...ask, amountFen: 5_000_001 } }, {}, ['PRODUCT_UNSUITABLE']],
    ['for a purpose that the product forbids', { ask: { ...ask, purpose: 'MEDICAL' } }, {}, ['PRODUCT_UNSUITABLE']],
    [
      'for a product nobody published',
      { ask: { ...ask, productId: `prd_${'0'.repeat(26)}` } },
      {},
      ['PRODUCT_UNKNOWN', 'DISCLOSURE_MISSING'],
    ],
    ['a second time', { desk: 'submitted' }, {}, ['ILLEGAL_TRANSITION']],
    ['after it was passed on', { desk: 'passed' }, {}, ['ILLEGAL_TRANSITION']],
    ['after it was withdrawn', { desk: 'withdrawn' }, {}, ['ILLEGAL_TRANSITION']],
  ])('%s is refused, and nothing changed', async (_title, change, customer, codes) => {
    const applicationId = await story.given(change, customer);
    const before = await desk.snapshot();
    expect(await codesOf(submit(applicationId))).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });

  test.each<[string, Partial<LoanApplication>, Partial<Customer>, string[]]>([
    ['a draft', {}, {}, ['ILLEGAL_TRANSITION']],
    ['what is submitted and not checked', { desk: 'submitted' }, {}, ['ILLEGAL_TRANSITION']],
    ['what is returned', { desk: 'returned' }, {}, ['ILLEGAL_TRANSITION']],
    [
      'a negative verdict',
      { desk: 'under-check', documents: [...papers(), goodDocument('OTHER', { judgements: [no] })] },
      {},
      ['DOCUMENT_NEGATIVE'],
    ],
    ['a consent that ran out meanwhile', { desk: 'under-check' }, { consents: [] }, ['CONSENT_MISSING', 'CONSENT_MISSING']],
  ])('[4.6, 4.8] passing %s on to risk is refused, and nothing changed', async (_title, change, customer, codes) => {
    const applicationId = await story.given(change, customer);
    const before = await desk.snapshot();
    expect(await codesOf(pass(applicationId))).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[4.7, 4.8] rounds', () => {
  test('returned by the check, handed in again, passed; then returned by risk with its reasons and a deadline', async () => {
    const applicationId = await story.given();
    await submit(applicationId);
    const submitted = (await sentMessages(desk.platform)).filter((one) => one.subject === applicationId).at(-1);
    const papersOf = (await story.application(applicationId)).documents.map(({ sha256 }) => sha256);
    expect(submitted).toMatchObject({
      type: 'sales.application-submitted.v1',
      data: { round: 1, documentHashes: [...new Set(papersOf)] },
    });
    await desk.get(StartCheck).execute(desk.seller, { applicationId });
    await desk.get(ReturnApplication).execute(desk.seller, { applicationId, reasons: ['补充流水'] });
    await desk.get(SubmitApplication).resubmit(desk.seller, { applicationId });
    await desk.get(StartCheck).execute(desk.seller, { applicationId });
    await pass(applicationId);
    const [handoff] = (await handoffRows(desk.platform)).filter((row) => row.subject === applicationId);
    expect(handoff).toMatchObject({
      type: 'investigate-application',
      direction: 'out',
      data: { round: 2, annualRate: '0.12', consents: expect.any(Array) },
    });
    expect(JSON.stringify(await sentMessages(desk.platform))).not.toMatch(/王小明|13800138000|11010519/);
    const fact = {
      handoff: 'investigate-application',
      at: new Date().toISOString(),
      code: 'INFORMATION_MISSING',
      reasons: ['缺少租赁合同'],
    };
    const foreign = desk.source.event('risk.handoff-returned.v1', applicationId, { ...fact, handoffId: `hof_${'0'.repeat(26)}` });
    await desk.inbox.receive(foreign);
    expect(stageOf(await story.application(applicationId))).toBe('INVESTIGATING');
    await desk.inbox.receive(desk.source.event('risk.handoff-returned.v1', applicationId, { ...fact, handoffId: String(handoff?._id) }));
    const application = await story.application(applicationId);
    expect(stageOf(application)).toBe('RETURNED');
    expect(application.rounds.map((round) => [round.returned?.by, round.returned?.reasons])).toEqual([
      ['sales', ['补充流水']],
      ['risk', ['缺少租赁合同']],
    ]);
    expect(application.rounds[1]?.returned?.dueAt.getTime()).toBeGreaterThan(Date.now());
    expect(application.tasks.map(({ topic, about }) => `${topic} ${about}`)).toEqual(['RETURNED round-1', 'RETURNED round-2']);
  });

  test('a business with its licence is admitted', async () => {
    const business = { type: 'SELF_EMPLOYED' as const, creditCode: '91350100M000100Y43' };
    const documents = [...papers(), goodDocument('BUSINESS_LICENCE')];
    const applicationId = await story.given({ customerType: 'SELF_EMPLOYED', documents }, business);
    expect(await codesOf(submit(applicationId))).toEqual([]);
    expect((await story.application(applicationId)).rounds[0]?.submittedBy).toBe(desk.seller.employeeId);
  });
});

function papers() {
  return (['IDENTITY', 'INCOME', 'ASSETS'] as const).map((type) => goodDocument(type));
}
