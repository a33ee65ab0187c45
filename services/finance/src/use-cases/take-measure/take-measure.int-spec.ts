import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HandoffData } from '@weilend/contracts';
import { newId, parseRate } from '@weilend/kernel';
import { handoffRows, MessageSource, snapshotOf } from '@weilend/testing';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { RunningLoan } from '../../../test/builders/running-loan.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';
import { financeCollections } from '../../persistence/finance-collections.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const source = new MessageSource();
const key = (): string => newId('key');
type Measure = HandoffData<'apply-finance-measure'>;

/** A measure as risk hands it over; a repeated message is the same envelope. */
function measure(kind: Measure['kind'], about: { customerId: string; loanId: string | null }, change: Partial<Measure> = {}) {
  const ids = { measureId: newId('mea'), alertId: newId('alt'), ownerId: newId('emp'), participants: [], applicationId: null };
  const data: Measure = { ...ids, kind, ...about, dueOn: '2999-01-01', reason: '经营恶化', ...change };
  const id = newId('hof');
  return { ...data, handoffId: id, envelope: source.handoff('apply-finance-measure', 'risk', { subject: data.alertId, data, id }) };
}
const workOf = async (handoffId: string) => (await handoffRows(kit.p)).find(({ _id }) => _id === handoffId);
const stored = async <T>(collection: string, filter: object) =>
  (await kit.p.database.collection(collection).find(filter).toArray()) as unknown as (T & { _id: string })[];

describe('[7.4] a freeze', () => {
  const make = async (one: Case) =>
    kit.makeDisbursement.execute(people.maker, { requestKey: key(), orderId: (await one.order()).id, amountFen: one.terms.amountFen });
  const check = async (one: Case) => kit.checkDisbursement.execute(people.checker, { requestKey: key(), orderId: (await one.order()).id });

  it('is in force at once, ends the handoff by itself, and nothing is prepared for the borrower until risk lifts it', async () => {
    const one = await (await Case.begin(kit)).opened();
    const { envelope, handoffId, measureId, alertId, customerId } = measure('FREEZE', { customerId: one.customerId, loanId: null });
    await kit.inbox.receive(envelope);
    expect(await workOf(handoffId)).toMatchObject({ state: 'completed', outcome: { measureId } });
    await expect(make(one)).rejects.toMatchObject({ code: 'BORROWER_FROZEN', data: { measureId } });
    expect(await one.order()).toMatchObject({ state: 'OPEN' });
    const lifted = { measureId, alertId, customerId, liftedBy: newId('emp') };
    await kit.inbox.receive(source.event('risk.freeze-lifted.v1', alertId, lifted));
    await make(one);
    expect(await one.order()).toMatchObject({ state: 'MADE' });
  });

  it('stops what was prepared before it at the release', async () => {
    const one = await (await Case.begin(kit)).opened();
    await make(one);
    await kit.inbox.receive(measure('FREEZE', { customerId: one.customerId, loanId: null }).envelope);
    await expect(check(one)).rejects.toMatchObject({ code: 'BORROWER_FROZEN' });
    expect(await one.order()).toMatchObject({ state: 'MADE' });
  });

  it('is one freeze however often it is told, and follows the customer when his files are merged', async () => {
    const one = await (await Case.begin(kit)).opened();
    const oldId = newId('cus');
    const { envelope, measureId } = measure('FREEZE', { customerId: oldId, loanId: null });
    await kit.inbox.receive(envelope);
    await kit.inbox.receive(envelope);
    await make(one);
    const merged = { survivorId: one.customerId, mergedId: oldId, mergedBy: newId('emp'), mergedOn: '2026-11-20' };
    await kit.inbox.receive(source.event('sales.customer-merged.v1', oldId, merged));
    expect(await stored('borrower_freezes', { measureId })).toMatchObject([{ customerId: one.customerId, liftedAt: null }]);
    await expect(check(one)).rejects.toMatchObject({ code: 'BORROWER_FROZEN' });
  });

  it('leaves other borrowers alone', async () => {
    const one = await (await Case.begin(kit)).opened();
    await kit.inbox.receive(measure('FREEZE', { customerId: newId('cus'), loanId: null }).envelope);
    await make(one);
    expect(await one.order()).toMatchObject({ state: 'MADE' });
  });
});

describe('[7.4] new terms by order of risk', () => {
  const terms = {
    annualRate: parseRate('0.1'),
    method: 'EQUAL_INSTALMENT',
    periods: 24,
    firstDueOn: null,
    principalGracePeriods: 0,
  } as const;
  const propose = (loanId: string, measureWorkId: string | null) =>
    kit.proposeLoanRequest.execute(people.maker, {
      ...{ requestKey: key(), loanId, reason: '经营困难', change: { kind: 'RESTRUCTURE' as const, terms }, measureWorkId },
    });
  const approve = (requestId: string) => kit.approveLoanRequest.execute(people.checker, { requestKey: key(), requestId, note: '同意' });
  const taken = async (one: RunningLoan, kind: Measure['kind'] = 'CHANGE_AMOUNT_OR_TERM') => {
    const given = measure(kind, { customerId: one.customerId, loanId: one.id });
    await kit.inbox.receive(given.envelope);
    const [work] = await stored<{ state: string; requestId: string | null; dueOn: string | null }>('measure_work', {
      handoffId: given.handoffId,
    });
    return { ...given, workId: work?._id ?? '' };
  };

  it('are done with the approved restructure that cites the measure, once', async () => {
    const one = await RunningLoan.begin(kit);
    const { workId, handoffId, measureId } = await taken(one);
    expect(await workOf(handoffId)).toMatchObject({ state: 'open' });
    const requestId = await propose(one.id, workId);
    expect(await workOf(handoffId)).toMatchObject({ state: 'open' });
    await approve(requestId);
    expect(await workOf(handoffId)).toMatchObject({ state: 'completed', outcome: { measureId, requestId } });
    expect(await stored('measure_work', { _id: workId })).toMatchObject([{ state: 'DONE', requestId, dueOn: null }]);
    expect((await one.now()).scheduleNo).toBe(2);
  });

  it('a request that cites nothing leaves the measure open', async () => {
    const one = await RunningLoan.begin(kit);
    const { handoffId } = await taken(one);
    await approve(await propose(one.id, null));
    expect(await workOf(handoffId)).toMatchObject({ state: 'open' });
  });

  it('cite only an open change of this very loan', async () => {
    const [one, other] = [await RunningLoan.begin(kit), await RunningLoan.begin(kit)];
    const [ofOther, collection] = [await taken(other), await taken(one, 'EARLY_COLLECTION')];
    for (const workId of [ofOther.workId, collection.workId, newId('mwk')])
      await expect(propose(one.id, workId)).rejects.toMatchObject({ code: 'MEASURE_WORK_MISMATCH' });
  });

  it('go back to risk with their reason when they cannot be agreed', async () => {
    const one = await RunningLoan.begin(kit);
    const { workId, handoffId } = await taken(one);
    await kit.endMeasureWork.giveBack(people.checker, { workId, text: '借款人不同意' });
    expect(await workOf(handoffId)).toMatchObject({ state: 'returned', outcome: { code: 'MEASURE_RETURNED', reasons: ['借款人不同意'] } });
  });
});

describe('[7.4] collecting early', () => {
  const taken = async () => {
    const one = await RunningLoan.begin(kit);
    const { envelope, handoffId } = measure('EARLY_COLLECTION', { customerId: one.customerId, loanId: one.id });
    await kit.inbox.receive(envelope);
    await kit.inbox.receive(envelope);
    const works = await stored<{ state: string }>('measure_work', { handoffId });
    return { handoffId, works, workId: works[0]?._id ?? '' };
  };

  it('is one piece of work, done with what was reached', async () => {
    const { handoffId, works, workId } = await taken();
    expect(works).toHaveLength(1);
    await kit.endMeasureWork.complete(people.maker, { workId, text: '已约定提前还款一半' });
    expect(await workOf(handoffId)).toMatchObject({ state: 'completed', outcome: { outcome: '已约定提前还款一半' } });
  });

  it.each<[string, Partial<Measure>, string]>([
    ['of a loan that finance does not have', { loanId: newId('lon') }, 'NOT_FOUND'],
    ['of no loan', { loanId: null }, 'NOT_FOUND'],
  ])('goes back %s', async (_title, change, code) => {
    const { envelope, handoffId } = measure('EARLY_COLLECTION', { customerId: newId('cus'), loanId: newId('lon') }, change);
    await kit.inbox.receive(envelope);
    expect(await workOf(handoffId)).toMatchObject({ state: 'returned', outcome: { code } });
  });

  it.each([
    ['without words', ' ', 'COLLECTION_REASON_MISSING'],
    ['with a telephone number', 'call 13800001111', 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refused %s, and nothing changed', async (_title, text, code) => {
    const { workId } = await taken();
    const before = await snapshotOf(kit.p, financeCollections);
    await expect(kit.endMeasureWork.complete(people.maker, { workId, text })).rejects.toMatchObject({ code });
    expect(await snapshotOf(kit.p, financeCollections)).toBe(before);
  });
});
