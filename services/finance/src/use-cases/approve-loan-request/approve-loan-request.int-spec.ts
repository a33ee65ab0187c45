import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, newId, parseRate, sumFen } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { firstBreak } from '../../domain/ledger/journal.js';
import { bookOf } from '../../domain/loan/loan-book.js';
import type { LoanChange } from '../../domain/loan-request/loan-request.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { RunningLoan } from '../../../test/builders/running-loan.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const terms = {
  annualRate: parseRate('0.1'),
  method: 'EQUAL_INSTALMENT',
  periods: 24,
  firstDueOn: null,
  principalGracePeriods: 0,
} as const;
const restructure: LoanChange = { kind: 'RESTRUCTURE', terms };
const writeOff: LoanChange = { kind: 'WRITE_OFF' };

const propose = (one: RunningLoan, change: LoanChange, reason = '经营困难') =>
  kit.proposeLoanRequest.execute(people.maker, { requestKey: newId('key'), loanId: one.id, reason, change });
const approve = (requestId: string, actor = people.checker) =>
  kit.approveLoanRequest.execute(actor, { requestKey: newId('key'), requestId, note: '同意' });
const judge = (one: RunningLoan, loanClass: 'DOUBTFUL' | 'LOSS', reason = '失联') =>
  kit.judgeLoanClass.execute(people.checker, { requestKey: newId('key'), loanId: one.id, loanClass, reason });
const stateOf = async (requestId: string) =>
  (await kit.p.database.collection<{ _id: string; state: string }>('loan_requests').findOne({ _id: requestId }))?.state;

describe('[7.4] new terms of a running loan', () => {
  it('are agreed by two people and become a new version of the schedule; the old one is kept', async () => {
    const one = await RunningLoan.begin(kit);
    const before = await one.now();
    const requestId = await propose(one, restructure);
    expect([await stateOf(requestId), (await one.now()).scheduleNo]).toEqual(['OPEN', 1]);
    await approve(requestId);
    const after = await one.now();
    expect(after).toMatchObject({
      scheduleNo: 2,
      annualRate: '0.1',
      restructures: 1,
      manualClass: 'SPECIAL_MENTION',
      outstandingFen: 50_000_00,
    });
    expect(after.rows).toHaveLength(24);
    const versions = await one.rows<{ rows: { dueOn: string }[]; restructure: object | null }>('loan_schedules', { loanId: one.id });
    expect(versions.map(({ rows }) => rows.length)).toEqual([before.rows.length, 24]);
    expect(versions[1]?.restructure).toMatchObject({ terms: { periods: 24 }, policy: { maxCount: 2 } });
    expect(await one.told()).toMatchObject([
      { type: 'finance.loan-restructured.v1', data: { scheduleNo: 2, maturesOn: after.rows.at(-1)?.dueOn } },
    ]);
    expect(await stateOf(requestId)).toBe('APPROVED');
  });

  it('stand when a payment of before is taken back: the same terms on what is then owed', async () => {
    const one = await RunningLoan.begin(kit);
    await one.repay(10_000_00, { early: 'SMALLER_INSTALMENT' });
    await approve(await propose(one, restructure));
    await one.reverse((await one.repaymentIds())[0] ?? '');
    const after = await one.now();
    expect(after).toMatchObject({ outstandingFen: 50_000_00, annualRate: '0.1', restructures: 1, receivedFen: 0 });
    expect(after.rows).toHaveLength(24);
    expect(sumFen(Object.values(bookOf(after)))).toBe(0);
    expect(firstBreak(await one.entries())).toBeNull();
  });
});

describe('[7.4] a loan that leaves the books', () => {
  it('judged a loss, proposed, approved: provision used, balance freed, later money is recovery', async () => {
    const one = await RunningLoan.begin(kit);
    await judge(one, 'LOSS');
    expect(await one.now()).toMatchObject({ loanClass: 'LOSS', provisionFen: 50_000_00 });
    await approve(await propose(one, writeOff));
    expect(await one.now()).toMatchObject({ state: 'WRITTEN_OFF', provisionFen: 0, writeOff: { principalFen: 50_000_00 } });
    expect(await one.rows('exposures', { _id: one.customerId })).toMatchObject([{ outstandingFen: 0 }]);
    await one.repay(1000_00);
    expect(bookOf(await one.now())['6031.recoveries']).toBe(-1000_00);
    const entries = await one.entries();
    expect(entries.map((entry) => entry.kind)).toEqual(['DISBURSEMENT', 'CLASSIFICATION', 'WRITE_OFF', 'REPAYMENT']);
    expect(firstBreak(entries)).toBeNull();
    expect((await one.told()).map(({ type }) => type)).toEqual([
      'finance.loan-status-changed.v1',
      'finance.loan-written-off.v1',
      'finance.repayment-recorded.v1',
    ]);
  });

  it('a recovery may be taken back, the write-off stands', async () => {
    const one = await RunningLoan.begin(kit);
    await judge(one, 'LOSS');
    await approve(await propose(one, writeOff));
    const before = await one.now();
    await one.repay(1000_00);
    await one.reverse((await one.repaymentIds())[0] ?? '');
    const { writeOff: kept, rows } = before;
    expect(await one.now()).toMatchObject({ state: 'WRITTEN_OFF', writeOff: kept, rows, receivedFen: 0 });
  });

  it('not when it is no loss any more on the day of the decision', async () => {
    const one = await RunningLoan.begin(kit);
    await judge(one, 'LOSS');
    const requestId = await propose(one, writeOff);
    await approve(await propose(one, { kind: 'CLASS_UPGRADE', loanClass: 'DOUBTFUL' }));
    await expect(approve(requestId)).rejects.toMatchObject({ code: 'WRITE_OFF_NOT_LOSS' });
  });

  it('and not while it is no loss', async () => {
    const one = await RunningLoan.begin(kit);
    await judge(one, 'DOUBTFUL');
    await expect(propose(one, writeOff)).rejects.toMatchObject({ code: 'WRITE_OFF_NOT_LOSS' });
  });
});

describe('[7.4] the class that a person has set', () => {
  it('is worse at once, with reason and history; better only by request', async () => {
    const one = await RunningLoan.begin(kit);
    await judge(one, 'DOUBTFUL');
    const requestId = await propose(one, { kind: 'CLASS_UPGRADE', loanClass: 'PASS' }, '已恢复联系');
    await approve(requestId);
    expect(await one.now()).toMatchObject({ manualClass: null, loanClass: 'PASS', provisionFen: 500_00 });
    expect(await one.rows('class_changes', { loanId: one.id })).toMatchObject([
      { from: 'PASS', to: 'DOUBTFUL', cause: 'JUDGEMENT', reason: '失联', daysPastDue: 0 },
      { from: 'DOUBTFUL', to: 'PASS', cause: 'UPGRADE', reason: '已恢复联系' },
    ]);
  });

  it('needs a reason', async () => {
    const one = await RunningLoan.begin(kit);
    await expect(judge(one, 'LOSS', ' ')).rejects.toMatchObject({ code: 'JUDGEMENT_REASON_MISSING' });
  });
});

describe('[7.3] nobody decides alone, and nothing is half done', () => {
  it.each<[string, (requestId: string, one: RunningLoan) => Promise<unknown>, string]>([
    ['its proposer', (requestId) => approve(requestId, people.maker), 'LOAN_REQUEST_OWN'],
    ['the salesperson of the loan', (requestId) => approve(requestId, people.salesperson), 'LOAN_REQUEST_OWN'],
    [
      'one who withdraws what another proposed',
      (requestId) => kit.withdrawLoanRequest.execute(people.checker, { requestId }),
      'LOAN_REQUEST_NOT_OWN',
    ],
    [
      'one who rejects without a reason',
      (requestId) => kit.rejectLoanRequest.execute(people.checker, { requestId, reason: ' ' }),
      'LOAN_REQUEST_REASON_MISSING',
    ],
    ['one who proposes it twice', (_id, one) => propose(one, restructure), 'LOAN_REQUEST_OPEN'],
  ])('%s is refused, and loan and request stay', async (_title, act, code) => {
    const one = await RunningLoan.begin(kit);
    const requestId = await propose(one, restructure);
    const before = await one.now();
    await expect(act(requestId, one)).rejects.toMatchObject({ code });
    expect([await one.now(), await stateOf(requestId)]).toEqual([before, 'OPEN']);
  });

  it('what speaks against it on the day of the decision counts: the loan was settled meanwhile', async () => {
    const one = await RunningLoan.begin(kit);
    const requestId = await propose(one, restructure);
    await one.repay(50_000_00);
    await expect(approve(requestId)).rejects.toMatchObject({ code: 'LOAN_NOT_RUNNING' });
    expect(await stateOf(requestId)).toBe('OPEN');
    await kit.rejectLoanRequest.execute(people.checker, { requestId, reason: '已结清' });
    expect(await stateOf(requestId)).toBe('REJECTED');
  });

  it('two who approve at once do it once', async () => {
    const one = await RunningLoan.begin(kit);
    const requestId = await propose(one, restructure);
    const tries = await Promise.allSettled([approve(requestId), approve(requestId, person('finance', 'finance-manager'))]);
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(1);
    expect(await one.now()).toMatchObject({ restructures: 1, scheduleNo: 2 });
  });

  it('two who propose at once make one request', async () => {
    const one = await RunningLoan.begin(kit);
    const tries = await Promise.allSettled([propose(one, restructure), propose(one, restructure)]);
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(1);
  });

  it('a withdrawn one may be proposed anew, with other terms', async () => {
    const one = await RunningLoan.begin(kit);
    await kit.withdrawLoanRequest.execute(people.maker, { requestId: await propose(one, restructure) });
    await approve(await propose(one, { kind: 'RESTRUCTURE', terms: { ...terms, firstDueOn: addDays(kit.p.clock.today(), 40) } }));
    expect((await one.now()).rows[0]?.dueOn).toBe(addDays(kit.p.clock.today(), 40));
  });

  it('bad terms are refused when they are proposed, every mistake at once', async () => {
    const one = await RunningLoan.begin(kit);
    const bad = propose(one, { kind: 'RESTRUCTURE', terms: { ...terms, annualRate: parseRate('0.5'), periods: 0 } });
    await expect(bad).rejects.toThrow();
    expect(await one.rows('loan_requests', { loanId: one.id })).toEqual([]);
    await expect(propose(one, restructure, '')).rejects.toMatchObject({ code: 'LOAN_REQUEST_REASON_MISSING' });
  });
});
