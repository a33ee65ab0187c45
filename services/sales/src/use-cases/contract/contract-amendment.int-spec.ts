import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventData } from '@weilend/contracts';
import { addDays, newId } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import type { ContractAmendment } from '../../domain/contract/amendment.js';
import { ContractAmendments } from '../../persistence/contract/amendment.repository.js';
import { AcknowledgeContractAmendment } from './acknowledge-contract-amendment.use-case.js';
import { SignContractAmendment } from './sign-contract-amendment.use-case.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

type Restructured = EventData<'finance.loan-restructured.v1'>;

async function restructured(applicationId: string, loanId: string, change: Partial<Restructured> = {}): Promise<void> {
  const { customerId, salespersonId } = await story.application(applicationId);
  const data: Restructured = {
    ...{ loanId, applicationId, customerId, salespersonId, scheduleNo: 2, effectiveOn: '2026-11-20', maturesOn: '2028-05-24' },
    ...{ annualRate: '0.1', method: 'EQUAL_INSTALMENT', outstandingPrincipalFen: 640_902, ...change },
  };
  await desk.inbox.receive(desk.source.event('finance.loan-restructured.v1', loanId, data));
}

const amendmentsOf = (contractId: string): Promise<ContractAmendment[]> =>
  desk.platform.work.run({ actor: desk.seller, operation: 'look' }, (tx) => desk.get(ContractAmendments).ofContract(contractId, tx));

async function opened(): Promise<{ amendment: ContractAmendment; applicationId: string; contractId: string; loanId: string }> {
  const made = await story.signed();
  const loanId = newId('lon');
  await restructured(made.applicationId, loanId);
  // As if the text had been there for ten minutes: nobody reads it longer than that.
  const openedAt = new Date(desk.platform.clock.now().getTime() - 600_000);
  await desk.platform.database.collection('contract_amendments').updateMany({ contractId: made.contractId }, { $set: { openedAt } });
  const [amendment] = await amendmentsOf(made.contractId);
  if (!amendment) throw new Error('no agreement was opened');
  return { amendment, loanId, ...made };
}

const acknowledge = (amendment: ContractAmendment, change: object = {}, by = desk.seller) =>
  desk
    .get(AcknowledgeContractAmendment)
    .execute(by, { amendmentId: amendment.id, textHash: amendment.textHash, readingSeconds: 60, confirmedByCustomer: true, ...change });
const paper = (applicationId: string) => desk.upload({ kind: 'application', id: applicationId });
const sign = (amendment: ContractAmendment, fileId: string, change: object = {}) =>
  desk.get(SignContractAmendment).execute(desk.seller, {
    ...{ requestKey: newId('key'), amendmentId: amendment.id, fileId, signedOn: desk.platform.clock.today() },
    ...change,
  });

describe('[2.12] a loan that finance restructured', () => {
  test('owes an agreement of terms before and after, with a deadline; acknowledged and signed it gives the contract its terms', async () => {
    const { amendment, applicationId, contractId } = await opened();
    expect(amendment).toMatchObject({ state: 'open', no: 1, salespersonId: desk.seller.employeeId, before: { principalFen: 1_000_000 } });
    expect(amendment.signDueAt?.getTime()).toBeGreaterThan(amendment.openedAt.getTime());
    expect((await story.contract(contractId)).amended).toBeNull();
    await acknowledge(amendment);
    await sign(amendment, await paper(applicationId));
    const [signed] = await amendmentsOf(contractId);
    expect(signed).toMatchObject({ state: 'signed', signDueAt: null, signature: { sizeBytes: 64 } });
    expect(await story.contract(contractId)).toMatchObject({
      ...{ state: 'signed', terms: { annualRate: '0.12' } },
      amended: { amendmentId: amendment.id, principalFen: 640_902, annualRate: '0.1', maturesOn: '2028-05-24' },
    });
  });

  test('twice owes two, the second one against the terms of the first; one that was not signed is replaced', async () => {
    const { amendment, applicationId, contractId, loanId } = await opened();
    await acknowledge(amendment);
    await sign(amendment, await paper(applicationId));
    await restructured(applicationId, loanId, { scheduleNo: 3, annualRate: '0.08' });
    await restructured(applicationId, loanId, { scheduleNo: 4, annualRate: '0.06' });
    const all = await amendmentsOf(contractId);
    expect(all.map(({ no, state }) => [no, state])).toEqual([
      [3, 'open'],
      [2, 'replaced'],
      [1, 'signed'],
    ]);
    expect([all[0]?.before.annualRate, all[1]?.before.annualRate, all[1]?.signDueAt]).toEqual(['0.1', '0.1', null]);
  });

  test('is told twice, or after a newer schedule, without effect; so is one of a contract that nobody signed', async () => {
    const { applicationId, contractId, loanId } = await opened();
    await restructured(applicationId, loanId);
    await restructured(applicationId, loanId, { scheduleNo: 4 });
    await restructured(applicationId, loanId, { scheduleNo: 3 });
    expect((await amendmentsOf(contractId)).map(({ scheduleNo }) => scheduleNo)).toEqual([4, 2]);
    const draft = await story.readyContract();
    await restructured(draft.applicationId, newId('lon'));
    expect(await amendmentsOf(draft.contractId)).toEqual([]);
  });
});

test.each<[string, (one: Awaited<ReturnType<typeof opened>>) => Promise<unknown>, string[]]>([
  ['another text', ({ amendment }) => acknowledge(amendment, { textHash: 'a'.repeat(64) }), ['AMENDMENT_CHANGED']],
  ['a no of the customer', ({ amendment }) => acknowledge(amendment, { confirmedByCustomer: false }), ['EXPLANATION_MISSING']],
  ['an agreement that nobody read', ({ amendment }) => acknowledge(amendment, { readingSeconds: 3 }), ['READING_TOO_SHORT']],
  [
    'a reading longer than the text has been there',
    ({ amendment }) => acknowledge(amendment, { readingSeconds: 660 }),
    ['READING_TOO_LONG'],
  ],
  ["another salesperson's", ({ amendment }) => acknowledge(amendment, {}, person('sales', 'salesperson')), ['NOT_FOUND']],
  ['a signature without acknowledgement', ({ amendment }) => sign(amendment, 'fil_x'), ['AMENDMENT_NOT_ACKNOWLEDGED']],
])('[2.12] %s is refused, and nothing changed', async (_title, act, codes) => {
  const one = await opened();
  const before = await desk.snapshot();
  expect(await codesOf(act(one))).toEqual(codes);
  expect(await desk.snapshot()).toBe(before);
});

test('[2.12] an acknowledged agreement is not signed without its paper, for a day to come, or with the paper of another application', async () => {
  const { amendment, applicationId } = await opened();
  await acknowledge(amendment);
  const foreign = await paper(await story.given());
  const own = await paper(applicationId);
  const before = await desk.snapshot();
  expect(await codesOf(sign(amendment, 'fil_none'))).toEqual(['FILE_NOT_VERIFIED']);
  expect(await codesOf(sign(amendment, foreign))).toEqual(['FILE_NOT_VERIFIED']);
  expect(await codesOf(sign(amendment, own, { signedOn: addDays(desk.platform.clock.today(), 1) }))).toEqual(['AMENDMENT_SIGNED_LATER']);
  expect(await codesOf(sign(amendment, own, { signedOn: addDays(desk.platform.clock.today(), -1) }))).toEqual(['AMENDMENT_SIGNED_EARLIER']);
  expect(await desk.snapshot()).toBe(before);
  await Promise.allSettled([sign(amendment, own), sign(amendment, own)]);
  expect(await codesOf(sign(amendment, own))).toEqual(['ILLEGAL_TRANSITION']);
});
