import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { anOrder } from './order.builder.js';
import { ORDER_STATES } from './order.machine.js';
import {
  checkControlSums,
  checkFree,
  dissolveBatch,
  intoBatch,
  noteExport,
  openBatch,
  outOfBatch,
  releaseBatch,
  sumsOf,
} from './payment-batch.js';

const on = parseLocalDate('2026-11-23');
const askAt = new Date('2026-11-23T09:00:00Z');
const opened = { id: 'bat_1', openedBy: 'emp_1', openedOn: on };
const orders = [1, 2, 3].map((no) => anOrder({ id: `dis_${no}`, state: 'MADE' }));
const batch = openBatch(opened, orders);
const total = 150_000_00;

describe('[7.3, 4.19] a batch of payments', () => {
  it('knows its control sums', () => {
    expect(sumsOf(batch.lines)).toEqual({ count: 3, totalFen: total });
    expect(() => checkControlSums(batch, { count: 3, totalFen: total })).not.toThrow();
  });

  it.each([
    ['one more', { count: 4, totalFen: total }, 'count'],
    ['one less', { count: 2, totalFen: total }, 'count'],
    ['a fen more', { count: 3, totalFen: total + 1 }, 'total'],
    ['a fen less', { count: 3, totalFen: total - 1 }, 'total'],
    ['nothing', { count: 0, totalFen: 0 }, 'count'],
  ])('is not released by who counts %s; both sums are named', (_title, typed, field) => {
    expect(() => checkControlSums(batch, typed)).toThrow(
      expect.objectContaining({
        code: 'BATCH_TOTALS_DIFFER',
        field,
        data: expect.objectContaining({ count: 3, total: '150000.00', typedCount: typed.count }),
      }),
    );
  });

  it.each(ORDER_STATES)('takes an order that is %s only between making and sending', (state) => {
    const act = () => intoBatch(anOrder({ state, askAt }), 'bat_1');
    if (state === 'MADE' || state === 'RESERVED') expect(act()).toMatchObject({ state, batchId: 'bat_1', askAt: null });
    else expect(act).toThrow('ORDER_NOT_FOR_BATCH');
  });

  it('holds what was released before, and lets it go to the bank when it comes out', () => {
    const held = intoBatch(anOrder({ state: 'RESERVED', askAt }), 'bat_1');
    expect(outOfBatch(held, askAt)).toMatchObject({ batchId: null, askAt });
    expect(outOfBatch(intoBatch(anOrder({ state: 'MADE' }), 'bat_1'), askAt)).toMatchObject({ batchId: null, askAt: null });
  });

  it.each([
    ['no order', () => openBatch(opened, []), 'BATCH_SIZE_INVALID'],
    ['an order twice', () => openBatch(opened, [anOrder(), anOrder()]), 'BATCH_SIZE_INVALID'],
    [
      'too many',
      () =>
        openBatch(
          opened,
          Array.from({ length: 201 }, (_, no) => anOrder({ id: `dis_${no}` })),
        ),
      'BATCH_SIZE_INVALID',
    ],
    ['an order of another batch', () => intoBatch(anOrder({ state: 'MADE', batchId: 'bat_2' }), 'bat_1'), 'ORDER_IN_BATCH'],
    ['the single release of an order in it', () => checkFree(anOrder({ batchId: 'bat_1' })), 'ORDER_IN_BATCH'],
    ['dissolving twice', () => dissolveBatch(dissolveBatch(batch)), 'ILLEGAL_TRANSITION'],
    ['releasing what is dissolved', () => releaseBatch(dissolveBatch(batch), [], { by: 'emp_2', on }), 'ILLEGAL_TRANSITION'],
    ['a file before it is released', () => noteExport(batch, { by: 'emp_1', on, sha256: 'a' }), 'BATCH_NOT_RELEASED'],
  ])('refuses %s', (_title, act, code) => expect(act).toThrow(code));

  it('remembers who released it and each file that was made of it', () => {
    const released = releaseBatch(batch, batch.lines, { by: 'emp_2', on });
    expect(noteExport(released, { by: 'emp_2', on, sha256: 'a' })).toMatchObject({
      state: 'RELEASED',
      releasedBy: 'emp_2',
      exports: [{ sha256: 'a' }],
    });
  });
});
