import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, parseLocalDate } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { appraisalKit, closedSheet, given, openedLongAgo, receive, seller, sold } from '../../../test/builders/appraisal-kit.builder.js';
import type { AppraisalKit, Sale } from '../../../test/builders/appraisal-kit.builder.js';
import { figuresFrom } from '../../domain/appraisal/indicator.js';

let kit: AppraisalKit;
beforeAll(async () => {
  kit = await appraisalKit();
});
afterAll(() => kit.p.stop());

const figuresOf = async ({ employeeId }: EmployeeActor, quarter: string) =>
  figuresFrom((await kit.tallies.of([employeeId], quarter)).get(employeeId) ?? []);
const repaid = (sale: Sale, outstandingPrincipalFen: number, paidOn: string) =>
  receive(kit, 'finance.repayment-recorded.v1', sale.loanId, {
    ...{ loanId: sale.loanId, applicationId: sale.applicationId, repaymentId: newId('rpm') },
    ...{ principalFen: 0, interestFen: 0, creditFen: 0, outstandingPrincipalFen, paidOn },
  });
const judged = (sale: Sale, on: string, [daysPastDue, bucket, loanClass]: [number, string, string]) =>
  receive(kit, 'finance.loan-status-changed.v1', sale.loanId, {
    ...{ ...sale, salespersonId: newId('emp'), businessDate: on, daysPastDue, bucket, loanClass },
    ...{ previousBucket: 'CURRENT', previousClass: 'PASS', outstandingPrincipalFen: 0 },
  });
const takenBack = (sale: Sale, by: EmployeeActor, amountFen: number, reversedOn: string) =>
  receive(kit, 'finance.disbursement-reversed.v1', sale.applicationId, {
    ...{ ...sale, disbursementId: newId('dis'), contractId: newId('con'), salespersonId: by.employeeId },
    ...{ amountFen, cause: 'BANK_RETURNED', reversedOn },
  });
describe('[5.1, 5.3] what finance tells of a loan', () => {
  test('the rates are of the day on which the quarter ended, though the loan has moved on', async () => {
    kit.clock.moveTo('2026-08-01');
    const by = await seller(kit);
    const [good, bad] = [
      await sold(kit, by, { amountFen: 600_00, on: '2026-01-10' }),
      await sold(kit, by, { amountFen: 400_00, on: '2026-02-10' }),
    ];
    await repaid(good, 500_00, '2026-03-20');
    await judged(bad, '2026-03-31', [31, 'M2_M3', 'SPECIAL_MENTION']);
    await judged(bad, '2026-05-30', [91, 'M4_PLUS', 'SUBSTANDARD']);
    await repaid(good, 0, '2026-07-01');
    await judged(bad, '2026-07-02', [0, 'CURRENT', 'PASS']);
    const rates = async (quarter: string) => {
      const { outstandingFen, overdueFen, nplFen, firstPaymentDefaults } = await figuresOf(by, quarter);
      return [outstandingFen, overdueFen, nplFen, firstPaymentDefaults];
    };
    expect(await rates('2026-Q1')).toEqual([900_00, 400_00, 0, 1]);
    expect(await rates('2026-Q2')).toEqual([900_00, 400_00, 400_00, 0]);
    expect(await rates('2026-Q3')).toEqual([400_00, 0, 0, 0]);
    expect(await rates('2025-Q4')).toEqual([0, 0, 0, 0]);
  });

  test('each payment, its reversal, a restructuring and a write-off move what is owed', async () => {
    kit.clock.moveTo('2026-06-20');
    const by = await seller(kit);
    const sale = await sold(kit, by, { amountFen: 100_00, on: '2026-04-10' });
    const ids = { loanId: sale.loanId, applicationId: sale.applicationId };
    await repaid(sale, 90_00, '2026-05-10');
    const reversal = { ...ids, repaymentId: newId('rpm'), outstandingPrincipalFen: 100_00 };
    await receive(kit, 'finance.repayment-reversed.v1', sale.loanId, { ...reversal, reversedOn: '2026-05-12' });
    await receive(kit, 'finance.repayment-reversed.v1', sale.loanId, { ...reversal, outstandingPrincipalFen: 101_00 });
    const change = { ...ids, customerId: sale.customerId, salespersonId: by.employeeId };
    const terms = { scheduleNo: 2, maturesOn: '2027-01-01', annualRate: '0.1', method: 'BULLET', outstandingPrincipalFen: 99_00 };
    await receive(kit, 'finance.loan-restructured.v1', sale.loanId, { ...change, ...terms, effectiveOn: '2026-06-21' });
    await receive(kit, 'finance.loan-written-off.v1', sale.loanId, { ...change, writtenOffOn: '2026-06-22', principalFen: 99_00 });
    const told = await kit.p.database
      .collection('appraisal_facts')
      .find({ aboutId: sale.loanId } as never)
      .sort({ _id: 1 })
      .toArray();
    expect(told.map((one) => [one['kind'], one['occurredOn'], one['value']])).toEqual([
      ['LOAN_DISBURSED', '2026-04-10', 100_00],
      ['OUTSTANDING', '2026-04-10', 100_00],
      ['OUTSTANDING', '2026-05-10', -10_00],
      ['OUTSTANDING', '2026-05-12', 10_00],
      ['OUTSTANDING', '2026-06-20', 1_00],
      ['OUTSTANDING', '2026-06-21', -2_00],
      ['NON_PERFORMING', '2026-06-22', 99_00],
      ['OVERDUE', '2026-06-22', 99_00],
    ]);
  });

  test('of a loan that is not known yet waits for its payout, and is then applied', async () => {
    kit.clock.moveTo('2026-05-20');
    const by = await seller(kit);
    const ids = { loanId: newId('lon'), applicationId: newId('app') };
    const customerId = newId('cus');
    expect(await repaid({ ...ids, customerId }, 50_00, '2026-05-15')).toBe('waiting');
    const terms = { productId: newId('prd'), amountFen: 80_00, termMonths: 12, annualRate: '0.12', method: 'BULLET' };
    const more = { disbursementId: newId('dis'), contractId: newId('con'), customerId, salespersonId: by.employeeId };
    const days = { disbursedOn: '2026-05-10', firstDueOn: '2026-06-10', firstLoanOfCustomer: true };
    await receive(kit, 'finance.loan-disbursed.v1', ids.applicationId, { ...ids, ...terms, ...more, ...days });
    expect(await figuresOf(by, '2026-Q2')).toMatchObject({ loans: 1, outstandingFen: 50_00 });
  });

  test('[5.5] a sale of a closed quarter that is taken back is counted off in the next; the closed one stays as it was', async () => {
    kit.clock.moveTo('2026-04-02');
    const by = await seller(kit);
    const sale = await sold(kit, by, { amountFen: 500_00, on: '2026-03-01' });
    const id = await closedSheet(kit, by, '2026-Q1');
    await takenBack(sale, by, 500_00, '2026-04-02');
    expect(await figuresOf(by, '2026-Q1')).toMatchObject({ disbursedFen: 500_00, loans: 1, newCustomers: 1, outstandingFen: 500_00 });
    expect(await figuresOf(by, '2026-Q2')).toMatchObject({ disbursedFen: -500_00, loans: -1, newCustomers: -1, outstandingFen: 0 });
    const sheet = await given<{ figures: object }>(kit.p, (tx) => kit.sheets.get(id, tx));
    expect(sheet.figures).toEqual(await figuresOf(by, '2026-Q1'));
  });

  test('[5.5] a sale that is told after the closing counts in the next quarter, and skips every closed one', async () => {
    kit.clock.moveTo('2026-07-03');
    const by = await seller(kit);
    await closedSheet(kit, by, '2026-Q1');
    await sold(kit, by, { amountFen: 100_00, on: '2026-03-30' });
    await closedSheet(kit, by, '2026-Q2');
    await sold(kit, by, { amountFen: 200_00, on: '2026-03-31' });
    const disbursed = await Promise.all(
      ['2026-Q1', '2026-Q2', '2026-Q3'].map(async (quarter) => (await figuresOf(by, quarter)).disbursedFen),
    );
    expect(disbursed).toEqual([0, 100_00, 200_00]);
  });

  test('[5.5] a sale that is told while its sheet is closed stands on the sheet or in the next quarter, never in neither', async () => {
    kit.clock.moveTo('2026-04-03');
    const by = await seller(kit);
    const appraisalId = await openedLongAgo(kit, by, '2026-Q1');
    const sales = Array.from({ length: 4 }, (_, n) => sold(kit, by, { amountFen: 100_00 + n, on: '2026-03-30' }));
    await Promise.all([...sales, kit.close.execute(kit.manager, { appraisalId })]);
    const sheet = await given<{ figures: { loans: number } }>(kit.p, (tx) => kit.sheets.get(appraisalId, tx));
    expect(sheet.figures).toEqual(await figuresOf(by, '2026-Q1'));
    expect(sheet.figures.loans + (await figuresOf(by, '2026-Q2')).loans).toBe(4);
  });

  test('[5.1] a first loan of a customer who had one under another file is none; who sold it keeps the loan', async () => {
    kit.clock.moveTo('2026-05-20');
    const [one, other] = [await seller(kit), await seller(kit)];
    const [survivorId, mergedId] = [newId('cus'), newId('cus')];
    await sold(kit, one, { amountFen: 100_00, on: '2026-04-02', customerId: mergedId });
    await sold(kit, other, { amountFen: 200_00, on: '2026-04-01', customerId: survivorId });
    await receive(kit, 'sales.customer-merged.v1', mergedId, { survivorId, mergedId, mergedBy: newId('emp'), mergedOn: '2026-05-20' });
    expect(await figuresOf(one, '2026-Q2')).toMatchObject({ loans: 1, newCustomers: 0 });
    expect(await figuresOf(other, '2026-Q2')).toMatchObject({ loans: 1, newCustomers: 1 });
  });

  test('a payout that hr never saw is not counted off', async () => {
    const by = await seller(kit);
    const sale = { loanId: newId('lon'), applicationId: newId('app'), customerId: newId('cus') };
    expect(await takenBack(sale, by, 1, '2026-05-01')).toBe('applied');
    expect((await figuresOf(by, '2026-Q2')).loans).toBe(0);
  });

  test('the sale is as it was sold: day and person', async () => {
    kit.clock.moveTo('2026-05-20');
    const by = await seller(kit);
    const sale = await sold(kit, by, { amountFen: 100_00, on: '2026-05-02' });
    const loan = await given<object>(kit.p, (tx) => kit.soldLoans.get(sale.loanId, tx));
    expect(loan).toMatchObject({ employeeId: by.employeeId, disbursedOn: parseLocalDate('2026-05-02'), reversed: false });
  });
});
