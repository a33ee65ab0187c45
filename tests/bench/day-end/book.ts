// A seeded book of loans in the midst of their terms: 6 to 36 instalments, all days of the month, five of a hundred in arrears of every age.
import { closeDay } from '@weilend/finance-service/domain/loan/close-day.js';
import type { DayPolicy } from '@weilend/finance-service/domain/loan/close-day.js';
import { servicingOfLoan } from '@weilend/finance-service/domain/loan/servicing.js';
import { plainServicing } from '@weilend/finance-service/domain/product/servicing-rules.js';
import { applyRepayment } from '@weilend/finance-service/domain/loan/apply-repayment.js';
import { openLoan } from '@weilend/finance-service/domain/loan/loan.js';
import type { Loan } from '@weilend/finance-service/domain/loan/loan.js';
import { buildSchedule } from '@weilend/finance-service/domain/schedule/build-schedule.js';
import { PLAIN_RULES, termsOfLoan } from '@weilend/finance-service/domain/schedule/schedule-rules.js';
import { addDays, addMonths, businessDateOf, newId, parseRate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import mongoose from 'mongoose';
import { atOnce } from '../../lib/measure.ts';
import type { FinanceBooks } from '../../lib/finance-books.ts';

const { Long } = mongoose.mongo.BSON;
/** A first day end may lie a year back; three hundred days have to follow it. */
export const BASE_DAY = addDays(businessDateOf(new Date()), -340);
const CHUNK = 2_000;
const ARREARS_OF_HUNDRED = 5;
/** Money is stored as 64-bit whole numbers, as the schema does it. */
const isFen = (name: string): boolean => name.endsWith('Fen') || name === 'overdueFenDays';

/** Repeatable random numbers in [0, 1) (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Loans as they stand after the end of `baseDay`; the same seed gives the same book but for its ids. */
export async function seedBook({ platform, policies }: FinanceBooks, count: number, baseDay: LocalDate): Promise<void> {
  const policy = await policies.dayOn(baseDay);
  const random = randomOf(20_261_126);
  const rows = platform.database.collection('loans');
  await atOnce(Math.ceil(count / CHUNK), 2, async () => {
    const made = Array.from({ length: CHUNK }, () => documentOf(loanOf(random, baseDay, policy)));
    await rows.insertMany(made as never, { ordered: false, writeConcern: { w: 1 } });
  });
}

/** True for a loan that does not pay: five of a hundred, by the letters of its id. */
export const isDefaulter = (loanId: string): boolean => loanId.charCodeAt(loanId.length - 3) % 32 === 0 || loanId.endsWith('7d');

function loanOf(random: () => number, baseDay: LocalDate, policy: DayPolicy): Loan {
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const termMonths = between(6, 36);
  const age = between(0, termMonths - 1);
  const disbursedOn = addDays(addMonths(baseDay, -age), -between(0, 29));
  const terms = {
    termMonths,
    annualRate: parseRate(`0.${between(80, 150).toString().padStart(3, '0')}`),
    method: 'EQUAL_INSTALMENT',
  } as const;
  const amountFen = between(50, 3_000) * 100_00;
  const penalty = { penaltyRate: parseRate('0.18'), uncutPenaltyRate: parseRate('0.18') };
  const ids = { contractId: newId('con'), applicationId: newId('app'), customerId: newId('cus'), salespersonId: newId('emp') };
  const facts = {
    ...ids,
    disbursementId: newId('dis'),
    productId: newId('prd'),
    productVersion: 1,
    dayCount: 'PERIODIC',
    rounding: 'HALF_UP',
    monthEnd: 'CLAMP',
    instalmentMultipleFen: 1,
    servicing: servicingOfLoan(plainServicing(parseRate('1.5'))),
    loanUse: 'BUSINESS',
  } as const;
  const rows = buildSchedule(termsOfLoan(PLAIN_RULES, { ...terms, amountFen }, disbursedOn));
  const opened = openLoan({ id: newId('lon'), ...facts, ...terms, ...penalty, principalFen: amountFen, disbursedOn }, { rows, fees: [] });
  const due = opened.rows.filter((row) => row.dueOn <= baseDay).length;
  const paid = random() * 100 < ARREARS_OF_HUNDRED ? Math.max(0, due - between(1, 15)) : due;
  return closeDay(paidThrough(opened, paid), baseDay, policy).loan;
}

/** The first `count` instalments paid on their days. */
function paidThrough(loan: Loan, count: number): Loan {
  const rows = loan.rows.map((row, place) =>
    place < count ? { ...row, principalPaidFen: row.principalFen, interestPaidFen: row.interestFen, billed: true } : row,
  );
  const paid = rows.slice(0, count);
  const outstandingFen = loan.principalFen - paid.reduce((sum, row) => sum + row.principalFen, 0);
  return {
    ...loan,
    rows,
    outstandingFen,
    receivedFen: paid.reduce((sum, row) => sum + row.totalFen, 0),
    agedOn: paid.at(-1)?.dueOn ?? loan.agedOn,
  };
}

function documentOf({ id, ...loan }: Loan): Record<string, unknown> {
  return { _id: id, ...(longsOf({ ...loan, version: 1 }) as object) };
}

function longsOf(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => longsOf(one));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, longsOf(one, key)]));
  return typeof value === 'number' && isFen(name) ? Long.fromNumber(value) : value;
}

/** Who pays on time pays what fell due on a day, before the day is closed. Straight into the rows: what is measured is the day end. */
export async function payDues({ platform }: FinanceBooks, on: LocalDate): Promise<void> {
  const rows = platform.database.collection<Loan & { _id: string }>('loans');
  let steps: object[] = [];
  for await (const { _id: id, ...rest } of rows.find({ part: { $gte: 0 }, nextChangeOn: { $lte: on } } as never)) {
    const loan = { ...rest, id } as unknown as Loan;
    const due = loan.rows.find((row) => row.dueOn === on);
    if (!due || loan.overdueSince !== null || isDefaulter(id)) continue;
    const { loan: paid } = applyRepayment(loan, due.totalFen, { paidOn: on, today: on });
    const { rows: instalments, outstandingFen, receivedFen, agedOn, state, settledOn, nextChangeOn } = paid;
    const update = longsOf({ rows: instalments, outstandingFen, receivedFen, agedOn, state, settledOn, nextChangeOn }) as object;
    steps.push({ updateOne: { filter: { _id: id }, update: { $set: update, $inc: { version: 1 } } } });
    if (steps.length === CHUNK) {
      await rows.bulkWrite(steps as never, { ordered: false, writeConcern: { w: 1 } });
      steps = [];
    }
  }
  if (steps.length > 0) await rows.bulkWrite(steps as never, { ordered: false, writeConcern: { w: 1 } });
}
