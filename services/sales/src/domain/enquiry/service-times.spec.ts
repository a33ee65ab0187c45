import { describe, expect, test } from '@jest/globals';
import { isLate, SERVICE_KINDS, serviceFigures } from './service-times.js';
import type { ServiceGiven } from './service-times.js';

const at = (minute: number) => new Date(minute * 60_000);
const service = (doneAfter: number | null, change: Partial<ServiceGiven> = {}): ServiceGiven => ({
  ...{ kind: 'FIRST_RESPONSE', subjectId: 'enq_1', salespersonId: 'emp_1', openedAt: at(0), dueAt: at(30) },
  ...{ doneAt: doneAfter === null ? null : at(doneAfter), ...change },
});
const all = (services: readonly ServiceGiven[], now: Date) => serviceFigures(services, now)[0];

describe('[1.6] service times', () => {
  test.each<[string, ServiceGiven[], number, object]>([
    ['nothing', [], 99, { count: 0, done: 0, kept: 0, keptShare: null, medianMinutes: null, late: 0 }],
    [
      'done in time, at the last moment, and late',
      [service(10), service(30), service(50)],
      99,
      { kept: 2, keptShare: 2 / 3, medianMinutes: 30, late: 0 },
    ],
    [
      'open and in time counts for nothing',
      [service(10), service(null)],
      30,
      { count: 2, done: 1, keptShare: 1, medianMinutes: 10, late: 0 },
    ],
    ['open and past its moment is not kept', [service(10), service(null)], 31, { count: 2, done: 1, kept: 1, keptShare: 0.5, late: 1 }],
    ['of an even number the lower of the middle', [service(1), service(2), service(8), service(9)], 99, { medianMinutes: 2 }],
    ['only late ones', [service(null), service(null)], 40, { keptShare: 0, medianMinutes: null, late: 2 }],
  ])('%s', (_title, services, now, expected) => {
    expect(all(services, at(now))).toMatchObject(expected);
  });

  test('each kind for all together, then for each person who has some', () => {
    const services = [service(1, { salespersonId: 'emp_2' }), service(3), service(5, { kind: 'CUSTOMER_INFORMED' })];
    expect(serviceFigures(services, at(9)).map(({ kind, salespersonId, count }) => `${kind} ${salespersonId ?? 'all'} ${count}`)).toEqual([
      'FIRST_RESPONSE all 2',
      'FIRST_RESPONSE emp_1 1',
      'FIRST_RESPONSE emp_2 1',
      'PROPOSAL all 0',
      'SUPPLEMENT_TOLD all 0',
      'CUSTOMER_INFORMED all 1',
      'CUSTOMER_INFORMED emp_1 1',
    ]);
    expect(SERVICE_KINDS).toHaveLength(4);
  });

  test.each([
    [null, 30, false],
    [null, 31, true],
    [31, 99, false],
  ])('done after %s, at %s: late %s', (done, now, expected) => {
    expect(isLate(service(done), at(now))).toBe(expected);
  });
});
