import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { snapshotOf } from '@weilend/testing';
import { appraisalKit, given, receive, seller, sold } from '../../../test/builders/appraisal-kit.builder.js';
import type { AppraisalKit } from '../../../test/builders/appraisal-kit.builder.js';
import { figuresFrom } from '../../domain/appraisal/indicator.js';
import type { AppraisalFact } from '../../domain/appraisal/indicator.js';
import { isDifferent } from '../../domain/indicator/fact-rebuild.js';
import { followAll } from '../../domain/indicator/hearing.js';
import type { Heard } from '../../domain/indicator/hearing.js';
import { AppraisalFacts } from '../appraisal/appraisal.repository.js';
import { HeardSayings } from '../indicator/indicator.repository.js';
import { indicatorCollections } from '../indicator/all.js';
import { appraisalFactCollection } from '../appraisal/appraisal.schema.js';
import { soldLoans } from './0007-sold-loans.js';

let kit: AppraisalKit;
beforeAll(async () => {
  kit = await appraisalKit();
});
afterAll(() => kit.p.stop());

/** A fact as it was kept when nothing but the payout was. */
async function before(employeeId: string, change: object = {}): Promise<string> {
  const loanId = newId('lon');
  const fact = { _id: newId('fct'), version: 1, employeeId, quarter: '2026-Q1', kind: 'LOAN_DISBURSED', aboutId: loanId };
  const row = { ...fact, value: 500_000, marked: true, occurredOn: '2026-02-10', ...change };
  await kit.p.database.collection<{ _id: string }>('appraisal_facts').insertOne(row);
  return row.aboutId;
}
const loanOf = (loanId: string) => given<object>(kit.p, (tx) => kit.soldLoans.get(loanId, tx));
const all = [...indicatorCollections, appraisalFactCollection];

test('[5.1, 5.3] loans paid out before they were followed are heard of, owe what was paid out, and go on; again changes nothing', async () => {
  kit.clock.moveTo('2026-08-01');
  const by = await seller(kit);
  const { employeeId } = by;
  const [running, reversed, late] = [await before(employeeId), await before(employeeId), await before(employeeId, { marked: false })];
  const back = { kind: 'LOAN_REVERSED', occurredOn: '2026-03-05' };
  await before(employeeId, { ...back, aboutId: reversed });
  // Taken back when the first quarter was closed for the person.
  await before(employeeId, { ...back, aboutId: late, occurredOn: '2026-04-20', quarter: '2026-Q2', marked: false });
  const followed = await sold(kit, by, { amountFen: 100_00, on: '2026-05-10' });
  const followedBefore = await loanOf(followed.loanId);
  const countedBefore = await given(kit.p, (tx) => new AppraisalFacts(kit.p.database).allAbout(followed.loanId, tx));

  await soldLoans.up(kit.p.database);
  const once = await snapshotOf(kit.p, all);
  await soldLoans.up(kit.p.database);
  expect(await snapshotOf(kit.p, all)).toBe(once);

  expect(await loanOf(running)).toMatchObject({
    employeeId,
    disbursedOn: '2026-02-10',
    firstDueOn: '2026-03-10',
    first: true,
    reversed: false,
  });
  expect(await loanOf(running)).toMatchObject({ balances: [{ on: '2026-02-10', fen: 500_000 }], standings: [], writtenOffOn: null });
  for (const loanId of [reversed, late]) expect(await loanOf(loanId)).toMatchObject({ reversed: true });
  expect(await loanOf(followed.loanId)).toEqual(followedBefore);
  expect(await given(kit.p, (tx) => new AppraisalFacts(kit.p.database).allAbout(followed.loanId, tx))).toEqual(countedBefore);

  const owed = async (quarter: string) => {
    const figures = figuresFrom((await kit.tallies.of([employeeId], quarter)).get(employeeId) ?? []);
    return [figures.disbursedFen, figures.loans, figures.outstandingFen];
  };
  expect(await owed('2026-Q1')).toEqual([1_000_000, 2, 1_000_000]);
  expect(await owed('2026-Q2')).toEqual([100_00 - 500_000, 0, 500_000 + 100_00]);

  // What is made again from what was heard is what is kept.
  for (const loanId of [running, reversed, late]) {
    const heard = await given<Heard[]>(kit.p, (tx) => new HeardSayings(kit.p.database).about(loanId, tx));
    const kept = await given<AppraisalFact[]>(kit.p, (tx) => new AppraisalFacts(kit.p.database).allAbout(loanId, tx));
    expect(isDifferent({ kept, rebuilt: followAll(heard).facts })).toBe(false);
  }

  // News of such a loan wait for nothing any more.
  await receive(kit, 'finance.repayment-recorded.v1', running, {
    ...{ loanId: running, applicationId: newId('app'), repaymentId: newId('rpm'), principalFen: 0, interestFen: 0, creditFen: 0 },
    ...{ outstandingPrincipalFen: 300_000, paidOn: '2026-07-05' },
  });
  expect((await owed('2026-Q3'))[2]).toBe(300_000 + 100_00);
});
