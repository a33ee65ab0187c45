import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { snapshotOf } from '@weilend/testing';
import { appraisalKit, closedSheet, given, receive, seller, sold } from '../../../test/builders/appraisal-kit.builder.js';
import type { AppraisalKit } from '../../../test/builders/appraisal-kit.builder.js';
import type { FactRebuild } from '../../domain/indicator/fact-rebuild.js';
import { appraisalFactCollection } from '../../persistence/appraisal/appraisal.schema.js';

let kit: AppraisalKit;
let loanId: string;
beforeAll(async () => {
  kit = await appraisalKit();
  kit.clock.moveTo('2026-07-02');
  const by = await seller(kit);
  const sale = await sold(kit, by, { amountFen: 100_00, on: '2026-03-01' });
  loanId = sale.loanId;
  await closedSheet(kit, by, '2026-Q1');
  const late = { businessDate: '2026-03-31', daysPastDue: 3, bucket: 'M1', loanClass: 'SPECIAL_MENTION', outstandingPrincipalFen: 100_00 };
  const before = { previousBucket: 'CURRENT', previousClass: 'PASS', salespersonId: by.employeeId };
  await receive(kit, 'finance.loan-status-changed.v1', loanId, { ...sale, ...late, ...before });
  for (let n = 0; n < 60; n += 1) {
    const customerId = newId('cus');
    await receive(kit, 'sales.satisfaction-recorded.v1', customerId, {
      customerId,
      salespersonId: by.employeeId,
      score: 4,
      recordedOn: '2026-05-01',
    });
  }
}, 60_000);
afterAll(() => kit.p.stop());

const facts = () => kit.p.database.collection<{ aboutId: string; value: number }>('appraisal_facts');
const stored = () => snapshotOf(kit.p, [appraisalFactCollection]);

async function rebuilt(): Promise<FactRebuild> {
  const id = await kit.rebuild.execute(kit.manager, {});
  while (await kit.carryRebuildOn.execute());
  return given<FactRebuild>(kit.p, (tx) => kit.rebuilds.get(id, tx));
}

describe('[5.1] all facts made again from what was heard', () => {
  test('are the facts that are kept: the fingerprints are equal and nothing is written', async () => {
    const before = await facts().find().sort({ _id: 1 }).toArray();
    const done = await rebuilt();
    expect(done).toMatchObject({ state: 'DONE', subjects: 61, done: 61, facts: 63, differing: 0, named: [] });
    expect(done.keptHash).toBe(done.rebuiltHash);
    expect(await facts().find().sort({ _id: 1 }).toArray()).toEqual(before);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['was changed', () => facts().updateOne({ aboutId: loanId, kind: 'OVERDUE' } as never, { $set: { value: 1 } })],
    ['was lost', () => facts().deleteMany({ aboutId: loanId } as never)],
    [
      'was moved to the closed quarter',
      () => facts().updateOne({ aboutId: loanId, kind: 'OVERDUE' } as never, { $set: { quarter: '2026-Q1' } }),
    ],
  ])('take the place of what %s, which is named', async (_title, spoil) => {
    await spoil();
    const done = await rebuilt();
    expect(done).toMatchObject({ differing: 1, named: [loanId], done: 61 });
    expect(done.keptHash).not.toBe(done.rebuiltHash);
    expect(await rebuilt()).toMatchObject({ differing: 0, keptHash: done.rebuiltHash });
  });

  test('one at a time: a second one is refused and changes nothing', async () => {
    await kit.rebuild.execute(kit.manager, {});
    const before = await stored();
    await expect(kit.rebuild.execute(kit.manager, {})).rejects.toMatchObject({ code: 'REBUILD_RUNNING' });
    expect(await stored()).toBe(before);
    while (await kit.carryRebuildOn.execute());
    expect(await kit.carryRebuildOn.execute()).toBe(false);
  });
});
