import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { handoffRows, inboxOf, MessageSource, person, sentMessages, snapshotOf, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { DropReviewWhenDraftEnded } from '../../consumers/drop-review-when-draft-ended.consumer.js';
import { DropReviewWhenWithdrawn } from '../../consumers/drop-review-when-withdrawn.consumer.js';
import { ReceiveReviewWhenDrafted } from '../../consumers/receive-review-when-drafted.consumer.js';
import { complianceErrors } from '../../domain/compliance.errors.js';
import { ContractReviews } from '../../persistence/contract-review.repository.js';
import { contractReviewCollection } from '../../persistence/contract-review.schema.js';
import { ContractReviewQueries } from '../../queries/contract-review.queries.js';
import { ReceiveContractReview } from './receive-contract-review.use-case.js';
import { ReviewContract } from './review-contract.use-case.js';

let p: PlatformUnderTest;
const officer = person('compliance', 'compliance-officer');
const outsider = person('compliance', 'compliance-officer');
const source = new MessageSource();
beforeAll(async () => void (p = await testPlatform('compliance', { errors: complianceErrors, collections: [contractReviewCollection] })));
afterAll(() => p.stop());

const reviews = () => new ContractReviews(p.database);
const review = () => new ReviewContract(p.work, reviews(), p.handoffs, p.clock);
const inbox = () => {
  const receive = new ReceiveContractReview(reviews(), p.handoffs, p.clock);
  return inboxOf(p, [new ReceiveReviewWhenDrafted(receive), new DropReviewWhenDraftEnded(receive), new DropReviewWhenWithdrawn(receive)]);
};
const lists = () => new ContractReviewQueries(p.database, p.clock);
const due = async (overdueOnly = false) => (await lists().due({ first: 100, overdueOnly })).nodes.map(({ id }) => id);
const snapshot = () => snapshotOf(p, [contractReviewCollection]);
const workOf = async (handoffId: string) => (await handoffRows(p)).find(({ _id }) => _id === handoffId);

/** A contract that sales wants to have reviewed; said twice. */
async function asked(change: Partial<HandoffData<'review-contract'>> = {}) {
  const data = {
    ...{ applicationId: newId('app'), contractId: newId('con'), contractNumber: 'WD-2026-000001', contractHash: 'a'.repeat(64) },
    ...{ templateVersion: '2026.1', amountFen: 60_000_000, reasons: ['LARGE' as const], changedClauses: [], participants: [] },
    ...{ dueAt: '2999-01-01T08:00:00.000Z', ...change },
  };
  const handoffId = newId('hof');
  const envelope = source.handoff('review-contract', 'sales', { subject: data.applicationId, data, id: handoffId });
  await inbox().receive(envelope);
  await inbox().receive(envelope);
  const [row] = await p.database.collection<{ _id: string }>('contract_reviews').find({ handoffId }).toArray();
  return { ...data, handoffId, reviewId: row?._id ?? '' };
}
const stateOf = async (reviewId: string) => (await lists().byIds([reviewId]))[0];

describe('[2.12] a contract that sales wants to have reviewed', () => {
  test('is work with a deadline until it is passed, once', async () => {
    const { reviewId, handoffId, contractId, contractHash } = await asked();
    expect(await due()).toContain(reviewId);
    expect(await due(true)).not.toContain(reviewId);
    await review().execute(officer, { reviewId, note: '条款无异议' });
    const outcome = { contractId, contractHash, reviewedBy: officer.employeeId };
    expect(await workOf(handoffId)).toMatchObject({ from: 'sales', state: 'completed', outcome });
    expect(await stateOf(reviewId)).toMatchObject({ state: 'reviewed', words: '条款无异议', dueAt: null });
    expect(await due()).not.toContain(reviewId);
    expect((await lists().list({ state: 'reviewed', first: 100 })).nodes.map(({ id }) => id)).toContain(reviewId);
    const said = (await sentMessages(p)).filter(({ data }) => data['handoffId'] === handoffId);
    expect(said).toMatchObject([{ type: 'compliance.handoff-completed.v1', data: { result: outcome } }]);
  });

  test('goes back with what has to be changed', async () => {
    const { reviewId, handoffId } = await asked({ reasons: ['NON_STANDARD'], changedClauses: ['DEFAULT_LIABILITY'] });
    await review().sendBack(officer, { reviewId, reason: '违约条款须按范本' });
    const outcome = { code: 'CONTRACT_TO_BE_CHANGED', reasons: ['违约条款须按范本'] };
    expect(await workOf(handoffId)).toMatchObject({ state: 'returned', outcome });
    expect(await stateOf(reviewId)).toMatchObject({ state: 'returned', changedClauses: ['DEFAULT_LIABILITY'] });
  });

  test('is listed by how late it is', async () => {
    const late = await asked({ dueAt: '2020-01-02T08:00:00.000Z' });
    const later = await asked({ dueAt: '2020-01-01T08:00:00.000Z' });
    expect(await due(true)).toEqual([later.reviewId, late.reviewId]);
  });

  test.each<[string, (one: Awaited<ReturnType<typeof asked>>) => Promise<unknown>]>([
    [
      'its draft',
      ({ applicationId, contractId }) => told('sales.contract-review-dropped.v1', applicationId, { contractId, reason: 'expired' }),
    ],
    [
      'the application',
      ({ applicationId }) =>
        told('sales.application-withdrawn.v1', applicationId, { reason: 'no more', withdrawnAt: '2026-11-23T02:00:00.000Z' }),
    ],
    ['the next draft', ({ applicationId }) => asked({ applicationId })],
  ])('falls away with %s', async (_title, act) => {
    const one = await asked();
    await act(one);
    expect(await stateOf(one.reviewId)).toMatchObject({ state: 'dropped', dueAt: null });
    expect(await workOf(one.handoffId)).toMatchObject({ state: 'recalled' });
    await expect(review().execute(officer, { reviewId: one.reviewId })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  test('does not fall away with another contract, nor once it has passed', async () => {
    const [open, passed] = [await asked(), await asked()];
    await told('sales.contract-review-dropped.v1', open.applicationId, { contractId: newId('con'), reason: 'expired' });
    await review().execute(officer, { reviewId: passed.reviewId });
    await told('sales.contract-review-dropped.v1', passed.applicationId, { contractId: passed.contractId, reason: 'expired' });
    expect([(await stateOf(open.reviewId))?.state, (await stateOf(passed.reviewId))?.state]).toEqual(['open', 'reviewed']);
  });

  test.each<[string, (reviewId: string) => Promise<unknown>, string]>([
    ['by whoever worked on the application', (reviewId) => review().execute(officer, { reviewId }), 'CONTRACT_REVIEW_OWN_WORK'],
    ['and sent back without a reason', (reviewId) => review().sendBack(outsider, { reviewId, reason: ' ' }), 'OPINION_TEXT_MISSING'],
    ['that nobody asked for', () => review().execute(officer, { reviewId: newId('crv') }), 'NOT_FOUND'],
  ])('reviewed %s is refused and changes nothing', async (_title, act, code) => {
    const { reviewId } = await asked({ participants: [{ role: 'SALESPERSON', employeeId: officer.employeeId as never }] });
    const before = await snapshot();
    await expect(act(reviewId)).rejects.toMatchObject({ code });
    expect(await snapshot()).toBe(before);
  });
});

function told(
  type: 'sales.contract-review-dropped.v1' | 'sales.application-withdrawn.v1',
  applicationId: string,
  facts: Record<string, unknown>,
) {
  return inbox().receive(source.event(type, applicationId, { applicationId, ...facts } as never));
}
