import { describe, expect, it, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { completeCollection, doneByRequest, openMeasureWork, requireCitable, returnWork } from './measure-work.js';
import type { MeasureWork, NewMeasureWork } from './measure-work.js';

const at = new Date('2026-11-23T02:00:00Z');
const news: NewMeasureWork = {
  ...{ id: 'mwk_1', measureId: 'mea_1', alertId: 'alt_1', handoffId: 'hof_1', kind: 'EARLY_COLLECTION', loanId: 'lon_1' },
  ...{ customerId: 'cus_1', applicationId: 'app_1', salespersonId: 'emp_1', ownerId: 'emp_2', dueOn: parseLocalDate('2026-11-30') },
  ...{ reason: 'sales are falling', openedAt: at },
};
const collection = openMeasureWork(news, 'ACTIVE');
const change = openMeasureWork({ ...news, kind: 'CHANGE_AMOUNT_OR_TERM' }, 'ACTIVE');
const ending = { text: 'he pays on Friday', by: 'emp_2', at };

describe('[7.4] a measure that finance carries out', () => {
  test('a collection is done by what was reached', () => {
    expect(completeCollection(collection, ending)).toMatchObject({
      state: 'DONE',
      outcome: 'he pays on Friday',
      dueOn: null,
      endedBy: 'emp_2',
    });
  });

  test('a change is done by the request that cites it, once', () => {
    expect(doneByRequest(change, { id: 'lrq_1', by: 'emp_3', at })).toMatchObject({ state: 'DONE', requestId: 'lrq_1', dueOn: null });
    const back = returnWork(change, ending);
    expect(doneByRequest(back, { id: 'lrq_1', by: 'emp_3', at })).toBe(back);
  });

  test('a loan that was written off is still collected', () => {
    expect(openMeasureWork(news, 'WRITTEN_OFF').state).toBe('OPEN');
  });

  const done = completeCollection(collection, ending);
  it.each<[string, () => unknown, string]>([
    ['about a settled loan', () => openMeasureWork(news, 'SETTLED'), 'MEASURE_LOAN_NOT_RUNNING'],
    ['about a loan that was taken back', () => openMeasureWork(news, 'REVERSED'), 'MEASURE_LOAN_NOT_RUNNING'],
    [
      'a change of a loan off the books',
      () => openMeasureWork({ ...news, kind: 'CHANGE_AMOUNT_OR_TERM' }, 'WRITTEN_OFF'),
      'MEASURE_LOAN_NOT_RUNNING',
    ],
    ['a change done by words alone', () => completeCollection(change, ending), 'MEASURE_ENDS_BY_REQUEST'],
    ['done without words', () => completeCollection(collection, { ...ending, text: ' ' }), 'COLLECTION_REASON_MISSING'],
    [
      'done with a telephone number',
      () => completeCollection(collection, { ...ending, text: 'call 13800001111' }),
      'PERSONAL_NUMBER_IN_TEXT',
    ],
    ['done twice', () => completeCollection(done, ending), 'ILLEGAL_TRANSITION'],
    ['returned after it was done', () => returnWork(done, ending), 'ILLEGAL_TRANSITION'],
    ['returned without a reason', () => returnWork(collection, { ...ending, text: '' }), 'COLLECTION_REASON_MISSING'],
  ])('refused %s', (_title, act, code) => expect(act).toThrow(expect.objectContaining({ code })));
});

describe('[7.4] a restructure cites the measure that it carries out', () => {
  it.each<[string, MeasureWork | null, string, string, boolean]>([
    ['its own', change, 'lon_1', 'RESTRUCTURE', true],
    ['none that exists', null, 'lon_1', 'RESTRUCTURE', false],
    ['of another loan', change, 'lon_2', 'RESTRUCTURE', false],
    ['a collection', collection, 'lon_1', 'RESTRUCTURE', false],
    ['one that has ended', returnWork(change, ending), 'lon_1', 'RESTRUCTURE', false],
    ['by a write-off', change, 'lon_1', 'WRITE_OFF', false],
  ])('%s', (_title, work, loanId, kind, fits) => {
    const cite = () => requireCitable(work, loanId, kind);
    if (fits) expect(cite).not.toThrow();
    else expect(cite).toThrow(expect.objectContaining({ code: 'MEASURE_WORK_MISMATCH' }));
  });
});
