// Loans of every kind, opened day after day through the use case that books a payment; each third borrower has a second loan.
import type { ChargedFee } from '@weilend/finance-service/domain/quote/price-loan.js';
import { openLoan } from '@weilend/finance-service/domain/loan/loan.js';
import type { Loan } from '@weilend/finance-service/domain/loan/loan.js';
import type { LoanServicing } from '@weilend/finance-service/domain/loan/servicing.js';
import { ALLOCATION_PARTS, HOLIDAY_RULES } from '@weilend/finance-service/domain/product/servicing-rules.js';
import { buildSchedule } from '@weilend/finance-service/domain/schedule/build-schedule.js';
import { PLAIN_RULES, termsOfLoan } from '@weilend/finance-service/domain/schedule/schedule-rules.js';
import { COUNTS, METHODS, MONTH_ENDS, ROUNDINGS } from '@weilend/finance-service/domain/schedule/terms.js';
import type { LoanBooks } from '@weilend/finance-service/use-cases/loan-books.js';
import { newId, parseRate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { randomOf } from '../../bench/day-end/book.ts';
import { FINANCE } from '../../lib/finance-books.ts';
import type { FinanceBooks } from '../../lib/finance-books.ts';
import { asked } from './operations.ts';
import type { Lane } from './operations.ts';

const SEED = 20_261_126;
const customers = new Map<number, string>();

/** Pays a loan out: the borrower's balance is reserved and lent, the ledger and the loan begin. */
export async function openLane(books: FinanceBooks, desk: LoanBooks, ordinal: number, today: LocalDate): Promise<Lane> {
  const random = randomOf(SEED + ordinal);
  const loan = aRandomLoan(random, customerOf(ordinal), today);
  await asked(() =>
    books.platform.work.run({ actor: FINANCE, operation: 'open-loan' }, async (tx) => {
      await books.exposures.reserve(loan, loan.principalFen, tx);
      await desk.paidOut(loan, tx);
    }),
  );
  return { ordinal, loanId: loan.id, random, transactions: 0, settled: false, digest: `${ordinal}:${loan.principalFen}:${today}` };
}

function aRandomLoan(random: () => number, customerId: string, disbursedOn: LocalDate): Loan {
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const principalFen = between(10, 3_000) * 100_00 + between(0, 99);
  const wish = {
    amountFen: principalFen,
    termMonths: between(1, 24),
    annualRate: parseRate(`0.${between(50, 180).toString().padStart(3, '0')}`),
  };
  const [method, dayCount, rounding] = [oneOf(METHODS), oneOf(COUNTS), oneOf(ROUNDINGS)];
  const fee: ChargedFee = { code: 'NOTARY', name: '公证费', payee: '市公证处', amountFen: between(1, 300_00) };
  const fees = random() < 0.3 ? [fee] : [];
  const monthEnd = oneOf(MONTH_ENDS);
  const rows = buildSchedule(termsOfLoan({ ...PLAIN_RULES, dayCount, rounding, monthEnd }, { ...wish, method }, disbursedOn));
  const ids = { id: newId('lon'), contractId: newId('con'), applicationId: newId('app'), salespersonId: newId('emp') };
  const facts = {
    ...ids,
    customerId,
    disbursementId: newId('dis'),
    productId: newId('prd'),
    productVersion: 1,
    principalFen,
    disbursedOn,
    loanUse: 'BUSINESS' as const,
  };
  const penalty = { penaltyRate: parseRate('0.18'), uncutPenaltyRate: parseRate('0.2') };
  const { annualRate, termMonths } = wish;
  const servicing: LoanServicing = {
    holidayRule: oneOf(HOLIDAY_RULES),
    graceDays: between(0, 3),
    allocationOrder: oneOf([ALLOCATION_PARTS, ['INTEREST', 'PRINCIPAL', 'PENALTY', 'FEES'], ['INTEREST', 'PENALTY', 'PRINCIPAL', 'FEES']]),
    earlyRepaymentFeeRate: parseRate(oneOf(['0', '0.01'])),
  };
  const rules = { dayCount, rounding, monthEnd, servicing, instalmentMultipleFen: 1 };
  return openLoan({ ...facts, annualRate, termMonths, method, ...rules, ...penalty }, { rows, fees });
}

function customerOf(ordinal: number): string {
  const before = ordinal % 3 === 2 ? customers.get(ordinal - 1) : undefined;
  const customerId = before ?? newId('cus');
  customers.set(ordinal, customerId);
  return customerId;
}
