import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, parseLocalDate } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { plansOf } from '../../../test/builders/query-plans.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { openEnquiry } from '../../domain/enquiry/enquiry.js';
import type { Enquiry } from '../../domain/enquiry/enquiry.js';
import { Enquiries } from '../../persistence/enquiry/enquiry.repository.js';
import { ServiceTimeQueries } from './service-time.queries.js';

let desk: SalesDesk;
let story: Story;
let queries: ServiceTimeQueries;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 2, minute));
const [from, to] = [parseLocalDate('2026-11-20'), parseLocalDate('2026-11-21')];
const informed = { by: 'emp_1', how: 'PHONE' as const, note: null, evidence: null };

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  queries = new ServiceTimeQueries(desk.platform.database, desk.platform.clock);
  await enquiry({ firstRespondedAt: at(10), needsKnownAt: at(10), firstProposalDueAt: at(70), firstProposedAt: at(90) });
  await enquiry({});
  await enquiry({ closed: { outcome: 'DUPLICATE', reason: '重复咨询', by: 'emp_1', at: at(5) } });
  await enquiry({ receivedAt: new Date('2026-11-19T02:00:00Z'), firstRespondedAt: at(1) });
  const task = (topic: 'RETURNED' | 'APPROVED', doneAt: number | null) => ({
    ...{ id: newId('tsk'), about: newId('dec'), topic, openedAt: at(0), dueAt: at(60) },
    done: doneAt === null ? null : { ...informed, at: at(doneAt) },
  });
  const old = { ...task('APPROVED', 5), openedAt: new Date('2026-11-01T02:00:00Z') };
  await story.given({ desk: 'returned', tasks: [task('RETURNED', 20), task('APPROVED', null), old] });
});

afterAll(() => desk.stop());

async function enquiry(change: Partial<Enquiry>): Promise<void> {
  const start = { id: newId('enq'), leadId: null, customerId: null, salespersonId: desk.seller.employeeId, note: null };
  const opened = openEnquiry({ ...start, receivedAt: at(0), firstResponseDueAt: at(30) });
  await story.write((tx) => desk.get(Enquiries).insert({ ...opened, ...change }, tx));
}

describe('[1.6] service times', () => {
  test('of what began to be owed in the period: share kept, median, late, by kind and by person', async () => {
    const figures = await queries.figures(from, to, desk.manager);
    const own = desk.seller.employeeId;
    expect(figures).toEqual(
      [
        { kind: 'FIRST_RESPONSE', count: 2, done: 1, kept: 1, late: 1, keptShare: 0.5, medianMinutes: 10 },
        { kind: 'PROPOSAL', count: 1, done: 1, kept: 0, late: 0, keptShare: 0, medianMinutes: 80 },
        { kind: 'SUPPLEMENT_TOLD', count: 1, done: 1, kept: 1, late: 0, keptShare: 1, medianMinutes: 20 },
        { kind: 'CUSTOMER_INFORMED', count: 1, done: 0, kept: 0, late: 1, keptShare: 0, medianMinutes: null },
      ].flatMap((one) => [
        { ...one, salespersonId: null },
        { ...one, salespersonId: own },
      ]),
    );
  });

  test('a salesperson sees his own only', async () => {
    expect((await queries.figures(from, to, person('sales', 'salesperson'))).every(({ count }) => count === 0)).toBe(true);
    expect(await queries.late(person('sales', 'salesperson'))).toEqual([]);
  });

  test('who waits longer than was promised, the longest first', async () => {
    const late = await queries.late(desk.manager);
    expect(late.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['FIRST_RESPONSE', at(30)],
      ['CUSTOMER_INFORMED', at(60)],
    ]);
  });

  test.each([
    ['2026-11-21', '2026-11-20'],
    ['2025-01-01', '2026-11-20'],
  ])('from %s to %s is no period', async (first, last) => {
    expect(await codesOf(queries.figures(parseLocalDate(first), parseLocalDate(last), desk.manager))).toEqual(['INPUT_INVALID']);
  });

  test('nothing is read without an index', async () => {
    const plans = await plansOf(desk.platform.database, async () => {
      await queries.figures(from, to, desk.manager);
      await queries.late(desk.manager);
      await queries.late(desk.seller);
    });
    expect(plans.filter(({ plan, isSorted }) => plan.includes('COLLSCAN') || !isSorted)).toEqual([]);
    expect(plans.length).toBeGreaterThanOrEqual(9);
  });
});
