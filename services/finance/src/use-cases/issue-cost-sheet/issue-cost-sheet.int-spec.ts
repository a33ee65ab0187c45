import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { seedParameters } from '@weilend/testing';
import { costSheetHash } from '../../domain/cost-sheet/cost-sheet.js';
import type { CostSheetContent } from '../../domain/cost-sheet/cost-sheet.js';
import { byRate, fixed } from '../../domain/product/product.builder.js';
import type { StoredCostSheet } from '../../persistence/cost-sheet.repository.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const fees = { fees: [byRate, fixed], minTermMonths: 12, minAmountFen: 50_000_00 };
const sheets = (contractId: string) => kit.p.database.collection('cost_sheets').countDocuments({ contractId });
const draft = (one: Case, change: Partial<HandoffData<'issue-cost-sheet'>> = {}) => {
  const participants = [{ role: 'SALESPERSON' as const, employeeId: people.salesperson.employeeId }];
  const { applicationId, contractId, decisionId, terms } = one;
  const data = { applicationId, participants, contractId, decisionId, ...terms, startOn: one.today, ...change };
  return one.source.handoff('issue-cost-sheet', 'sales', { subject: applicationId, data });
};
const lastOutcome = async (one: Case) => (await one.handoffs()).at(-1);

describe('[4.17, 7.9] the cost sheet of a drafted contract, by machine', () => {
  it('is announced with its hash and completes the handoff', async () => {
    const one = await Case.begin(kit, { offer: fees });
    expect(await one.sent()).toEqual(['finance.cost-sheet-issued.v1', 'finance.handoff-completed.v1']);
    expect((await lastOutcome(one))?.outcome).toMatchObject({ costSheetId: one.sheet.id, hash: one.sheet.hash });
  });

  it('can be recomputed from what is stored: the hash covers every figure', async () => {
    const one = await Case.begin(kit, { offer: fees });
    const { id: _id, salespersonId, termsHash, hash, issuedAt, version, ...stored } = one.sheet as StoredCostSheet & { _id?: string };
    delete stored._id;
    expect([salespersonId, termsHash.length, issuedAt instanceof Date, version]).toEqual([people.salesperson.employeeId, 64, true, 1]);
    expect(costSheetHash(stored as CostSheetContent)).toBe(hash);
    expect(costSheetHash({ ...stored, totalCostFen: stored.totalCostFen - 1 } as CostSheetContent)).not.toBe(hash);
  });

  it('is one sheet for one content, and another for other terms', async () => {
    const one = await Case.begin(kit);
    await kit.inbox.receive(draft(one));
    expect(await sheets(one.contractId)).toBe(1);
    await kit.inbox.receive(draft(one, { amountFen: one.terms.amountFen - 1 }));
    expect(await sheets(one.contractId)).toBe(2);
    expect((await one.sent()).filter((type) => type === 'finance.cost-sheet-issued.v1')).toHaveLength(3);
  });

  it.each<[string, Partial<HandoffData<'issue-cost-sheet'>>, string]>([
    ['a rate above the published one', { annualRate: '0.1201' }, 'RATE_ABOVE_PRICE_LIST'],
    ['an amount above the limit', { amountFen: 500_000_01 }, 'AMOUNT_OUT_OF_RANGE'],
    ['a term beyond the limit', { termMonths: 37 }, 'TERM_OUT_OF_RANGE'],
    ['a method that is not offered', { method: 'BULLET' }, 'METHOD_NOT_OFFERED'],
    ['an unknown product', { productId: newId('prd') }, 'NOT_FOUND'],
    ['a day before the product was sold', { startOn: '2020-01-01' }, 'PRODUCT_NOT_IN_FORCE'],
  ])('%s is returned and no sheet is issued', async (_title, change, code) => {
    const one = await Case.begin(kit);
    await kit.inbox.receive(draft(one, change));
    expect(await lastOutcome(one)).toMatchObject({ state: 'returned', outcome: { code } });
    expect(await sheets(one.contractId)).toBe(1);
  });

  it('[7.10] is returned when the cap of the day is below the annual cost', async () => {
    const one = await Case.begin(kit, { offer: fees });
    await seedParameters(kit.p, { 'rate.hard-cap': '0.19' });
    await kit.inbox.receive(draft(one, { amountFen: one.terms.amountFen + 1 }));
    await seedParameters(kit.p);
    expect(await lastOutcome(one)).toMatchObject({ state: 'returned', outcome: { code: 'RATE_ABOVE_CAP' } });
  });
});
