// A seeded book of facts: what a sales department has behind it when a quarter ends. Each loan was paid out once, is paid back month by month, now and then falls
// behind; each person has marks, deadlines, a violation here and there, and a sheet that is to be closed.
import type { AppraisalScheme } from '@weilend/hr-service/domain/appraisal/scheme.js';
import { openSheet, reviewSheet } from '@weilend/hr-service/domain/appraisal/sheet.js';
import { addDays, instantOf, newId, parseLocalDate, quarterOf, quarterRange } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Database } from '@weilend/mongo';
import { randomOf } from '../day-end/book.ts';

/** Loans were sold over a year; the last of these quarters is closed. */
export const QUARTER = '2026-Q1';
const QUARTERS = 4;
const CHUNK = 5_000;
const PAYMENTS = 3;
const MARKS = 20;
const DEADLINES = 30;
const DAYS = 365;

export const SCHEME: AppraisalScheme = {
  id: newId('sch'),
  version: 1,
  fromQuarter: '2025-Q2',
  lines: [
    { indicator: 'DISBURSED_AMOUNT', weight: 40, target: 3_000_000_00 },
    { indicator: 'LOANS', weight: 15, target: 50 },
    { indicator: 'NEW_CUSTOMERS', weight: 10, target: 20 },
    { indicator: 'SATISFACTION_SCORE', weight: 10, target: 4.5 },
    { indicator: 'DEADLINES_KEPT', weight: 5, target: 0.95 },
    { indicator: 'OVERDUE_RATE', weight: 8, target: 0.05 },
    { indicator: 'NPL_RATE', weight: 2, target: 0.02 },
    { indicator: 'VIOLATION_FREE', weight: 10, target: 1 },
  ],
  gates: [
    { kind: 'SEVERE_VIOLATION', above: 0, cap: 0 },
    { kind: 'OVERDUE_RATE', above: 0.15, cap: 80 },
  ],
  adjustmentLimit: 5,
};

type Facts = Record<string, unknown>[];

/** Facts about so many loans of so many people; returns how many facts there are. */
export async function seedFacts(database: Database, people: readonly string[], loans: number): Promise<number> {
  const rows = database.collection('appraisal_facts');
  const random = randomOf(20_261_127);
  const first = addDays(quarterRange(QUARTER).to, -DAYS);
  let [made, facts]: [number, Facts] = [0, []];
  const flush = async (atLeast: number): Promise<void> => {
    if (facts.length < atLeast) return;
    made += facts.length;
    await rows.insertMany(facts as never, { ordered: false, writeConcern: { w: 1 } });
    facts = [];
  };
  for (let no = 0; no < loans; no += 1) {
    facts.push(...loanFacts(people[no % people.length] ?? '', first, random));
    await flush(CHUNK);
  }
  for (const employeeId of people) {
    facts.push(...careFacts(employeeId, random));
    await flush(CHUNK);
  }
  await flush(1);
  return made;
}

/** An open sheet for each. */
export async function seedSheets(database: Database, people: readonly string[]): Promise<void> {
  const { id, ...scheme } = SCHEME;
  await database.collection('appraisal_schemes').insertOne({ _id: id, ...scheme } as never);
  const openedOn = parseLocalDate('2026-04-01');
  const [by, at] = [newId('emp'), instantOf(openedOn)];
  const sheets = people.map((employeeId) => {
    const opened = openSheet({ id: newId('apr'), employeeId, quarter: QUARTER, schemeId: id, openedOn }, { dueAt: at, soonAt: at });
    const { id: _id, ...sheet } = reviewSheet(opened, { text: '同意', by, at, adjustments: [] }, { limit: 0, today: openedOn, dueAt: at });
    return { _id, ...sheet, version: 1 };
  });
  await database.collection('appraisal_sheets').insertMany(sheets as never);
  const quarter = { version: 1, quarter: QUARTER, state: 'OPEN', sheets: 0, done: 0, startedBy: null, startedAt: null, closedOn: null };
  await database.collection('appraisal_quarters').insertOne({ _id: newId('apq'), ...quarter } as never);
}

function loanFacts(employeeId: string, first: LocalDate, random: () => number): Facts {
  const aboutId = newId('lon');
  const paidOutOn = addDays(first, 1 + Math.floor(random() * DAYS));
  const amountFen = (50 + Math.floor(random() * 2_950)) * 100_00;
  const fact = factOf(employeeId, aboutId);
  const facts = [fact('LOAN_DISBURSED', paidOutOn, amountFen, random() < 0.4), fact('OUTSTANDING', paidOutOn, amountFen)];
  let owed = amountFen;
  for (let month = 1; month <= PAYMENTS; month += 1) {
    const on = addDays(paidOutOn, month * 30);
    if (on > quarterRange(QUARTER).to) break;
    const paid = Math.floor(amountFen / 12);
    facts.push(fact('OUTSTANDING', on, -paid));
    owed -= paid;
  }
  const last = addDays(paidOutOn, 95);
  if (random() < 0.06 && last <= quarterRange(QUARTER).to) {
    facts.push(fact('OVERDUE', last, owed));
    if (random() < 0.3) facts.push(fact('NON_PERFORMING', last, owed), fact('FIRST_PAYMENT_DEFAULT', last, 1));
  }
  return facts;
}

function careFacts(employeeId: string, random: () => number): Facts {
  const from = addDays(quarterRange(QUARTER).from, -90 * (QUARTERS - 1));
  const day = (): LocalDate => addDays(from, Math.floor(random() * 90 * QUARTERS));
  const facts: Facts = [];
  for (let no = 0; no < MARKS; no += 1) facts.push(factOf(employeeId, newId('cus'))('SATISFACTION', day(), 1 + Math.floor(random() * 5)));
  for (let no = 0; no < DEADLINES; no += 1) {
    const [about, on] = [factOf(employeeId, newId('cus')), day()];
    facts.push(about('DEADLINE_DUE', on, 1));
    if (random() < 0.9) facts.push(about('DEADLINE_KEPT', on, 1));
  }
  if (random() < 0.05) facts.push({ ...factOf(employeeId, newId('vio'))('VIOLATION', day(), 1, random() < 0.2), detail: 'SERIOUS' });
  return facts;
}

const factOf =
  (employeeId: string, aboutId: string) =>
  (kind: string, occurredOn: LocalDate, value: number, marked = false): Record<string, unknown> => ({
    ...{ _id: newId('fct'), version: 1, employeeId, aboutId, quarter: quarterOf(occurredOn) },
    ...{ kind, value, marked, occurredOn, detail: null },
  });
