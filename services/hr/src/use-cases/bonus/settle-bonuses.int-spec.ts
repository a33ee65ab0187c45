import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person } from '@weilend/testing';
import {
  approved,
  bonusDesk,
  bonusOf,
  deferredOf,
  financePaid,
  financeReturned,
  givenSheet,
  prepared,
  publishedFormula,
  rowsOf,
  severeHeard,
  workOf,
} from '../../../test/builders/bonus.builder.js';
import type { BonusDesk, GivenSheet } from '../../../test/builders/bonus.builder.js';

let desk: BonusDesk;
beforeAll(async () => {
  desk = await bonusDesk();
  await publishedFormula(desk, '2025-Q1');
});
afterAll(() => desk.stop());

const QUARTER = '2026-Q1';
const sheet = (given: Partial<Parameters<typeof givenSheet>[1]> = {}) => givenSheet(desk.p, { quarter: QUARTER, ...given });
const partsOf = (statementId: string) => rowsOf(desk, 'bonus_parts', { statementId });

describe('[5.6] the settlement of a quarter', () => {
  test('a statement per closed sheet, with every line and each loan’s part; open sheets wait', async () => {
    const quarter = '2025-Q1';
    const [one, two] = [await sheet({ quarter }), await sheet({ quarter, loans: [1_000_001] })];
    await sheet({ quarter, state: 'OPEN' });
    const { bonusIds, more } = await desk.prepare.execute(desk.clerk, { quarter });
    expect([bonusIds.length, more]).toEqual([2, false]);
    const bonus = await bonusOf(desk, bonusIds[0] ?? '');
    expect(bonus).toMatchObject({
      ...{ employeeId: one.employeeId, state: 'PREPARED', dueFen: 360_000, releaseOn: '2025-10-01', preparedBy: desk.clerk.employeeId },
      computation: { baseFen: 500_000, totalFen: 600_000, deferredFen: 240_000, paidNowFen: 360_000 },
    });
    expect(await partsOf(bonus.id)).toMatchObject([
      { loanId: one.loanIds[0], partFen: 360_000, deferredFen: 144_000 },
      { loanId: one.loanIds[1], partFen: 240_000, deferredFen: 96_000 },
    ]);
    expect(
      await rowsOf(desk, 'bonus_parts', { statementId: bonus.id, partFen: { $type: 'long' }, takenFen: { $type: 'long' } }),
    ).toHaveLength(2);
    expect((await bonusOf(desk, bonusIds[1] ?? '')).employeeId).toBe(two.employeeId);
    expect(await workOf(desk, one.employeeId)).toEqual([]);
  });

  test('in portions of fifty, each person once, whoever races', async () => {
    const quarter = '2025-Q3';
    for (let no = 0; no < 55; no++) await sheet({ quarter, loans: [1_000_000] });
    const run = (after?: string | null) => desk.prepare.execute(desk.clerk, { quarter, after });
    const outcomes = await Promise.all([run(), run()]);
    expect(outcomes.map(({ bonusIds, more, next }) => [bonusIds.length, more, typeof next])).toEqual([
      [50, true, 'string'],
      [5, false, 'object'],
    ]);
    expect(new Set((await rowsOf(desk, 'bonus_statements', { quarter })).map((row) => String(row['employeeId'])))).toHaveProperty(
      'size',
      55,
    );
    // Who goes on after the fiftieth does not look at the first fifty again; who begins anew finds the one that was rejected.
    const rejected = outcomes[0]?.bonusIds[0] ?? '';
    await desk.reject.execute(desk.boss, { bonusId: rejected, reason: '请核对贷款笔数' });
    await expect(run(outcomes[0]?.next)).rejects.toMatchObject({ code: 'BONUS_ALREADY_SETTLED' });
    expect(await run()).toEqual({ bonusIds: [rejected], more: false, next: null });
  });

  test('approved by another person: the deferred part is held, what is due goes to finance', async () => {
    const given = await sheet();
    const id = await approved(desk, given);
    expect(await bonusOf(desk, id)).toMatchObject({ state: 'SENT', approvedBy: desk.boss.employeeId, setOffFen: 0 });
    expect(await deferredOf(desk, id)).toMatchObject({ state: 'HELD', amountFen: 240_000, releaseOn: '2026-10-01' });
    expect(await workOf(desk, given.employeeId)).toMatchObject([
      { type: 'pay-bonus', state: 'open', data: { employeeId: given.employeeId, quarter: QUARTER, kind: 'BONUS', amountFen: 360_000 } },
    ]);
  });

  test('paid with its reference, or returned with a reason and handed over again', async () => {
    const given = await sheet();
    const id = await approved(desk, given);
    const first = (await bonusOf(desk, id)).handoffId ?? '';
    await financeReturned(desk.inbox, given.employeeId, first, 'PAYMENT_REFUSED_BY_BANK');
    expect(await bonusOf(desk, id)).toMatchObject({
      state: 'RETURNED',
      returnCode: 'PAYMENT_REFUSED_BY_BANK',
      returnReasons: ['账户已销户'],
    });
    await desk.sendAgain.execute(desk.clerk, { bonusId: id });
    const second = (await bonusOf(desk, id)).handoffId ?? '';
    expect(second).not.toBe(first);
    await financePaid(desk.inbox, given.employeeId, second, '2026-04-20');
    expect(await bonusOf(desk, id)).toMatchObject({ state: 'PAID', paidOn: '2026-04-20', reference: `SIM-${second}`, returnCode: null });
  });

  test('of nothing is settled without finance', async () => {
    const given = await sheet({ total: 10 });
    expect(await bonusOf(desk, await approved(desk, given))).toMatchObject({ state: 'NOTHING_DUE', computation: { totalFen: 0 } });
    expect(await workOf(desk, given.employeeId)).toEqual([]);
  });

  test('a rejected one is prepared again as it stands now', async () => {
    const given = await sheet();
    const id = await prepared(desk, given);
    await desk.reject.execute(desk.boss, { bonusId: id, reason: '请核对贷款笔数' });
    expect(await prepared(desk, given)).toBe(id);
    expect(await bonusOf(desk, id)).toMatchObject({ state: 'PREPARED', preparation: 2, rejectionReason: null });
    expect((await partsOf(id)).map((row) => row['preparation'])).toEqual([1, 1, 2, 2]);
  });

  test('the same request twice gives the first answer', async () => {
    const { employeeId, quarter } = await sheet();
    const input = { requestKey: newId('key'), quarter, employeeId };
    const first = await desk.prepare.execute(desk.clerk, input);
    expect(await desk.prepare.execute(desk.clerk, input)).toEqual(first);
  });
});

describe('[5.4] a severe violation blocks the bonus', () => {
  test('from the beginning, and names the violation', async () => {
    const violationId = newId('vio');
    const given = await sheet({ severe: [violationId] });
    const id = await prepared(desk, given);
    expect(await bonusOf(desk, id)).toMatchObject({ state: 'BLOCKED', blockedBy: [violationId], dueFen: 0, releaseOn: null });
    await expect(desk.approve.execute(desk.boss, { bonusIds: [id] })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  test('or when it becomes known before the approval', async () => {
    const given = await sheet();
    const id = await prepared(desk, given);
    const violationId = newId('vio');
    await givenSheet(desk.p, { quarter: '2024-Q1', severe: [violationId], loans: [] }, given.employeeId);
    await desk.p.database
      .collection('appraisal_facts')
      .updateOne({ aboutId: violationId } as never, { $set: { quarter: QUARTER } } as never);
    await desk.approve.execute(desk.boss, { bonusIds: [id] });
    expect(await bonusOf(desk, id)).toMatchObject({ state: 'BLOCKED', blockedBy: [violationId] });
    expect(await workOf(desk, given.employeeId)).toEqual([]);
    expect(await deferredOf(desk, id)).toBeNull();
  });
});

describe('[5.4] a severe violation that is heard in a later quarter blocks too', () => {
  const LATER = '2026-Q2';
  test.each<[string, string, string]>([
    ['since the quarter began', LATER, 'BLOCKED'],
    ['before it began', '2025-Q4', 'SENT'],
  ])('at the approval: %s', async (_title, heardIn, state) => {
    const given = await sheet();
    const id = await prepared(desk, given);
    const violationId = await severeHeard(desk.p, given.employeeId, heardIn);
    await desk.approve.execute(desk.boss, { bonusIds: [id] });
    expect(await bonusOf(desk, id)).toMatchObject({ state, blockedBy: state === 'BLOCKED' ? [violationId] : [] });
    expect(await workOf(desk, given.employeeId)).toHaveLength(state === 'SENT' ? 1 : 0);
  });

  test('a blocked one is prepared again only when no violation stands any more', async () => {
    const given = await sheet();
    const id = await prepared(desk, given);
    const violationId = await severeHeard(desk.p, given.employeeId, LATER);
    await desk.approve.execute(desk.boss, { bonusIds: [id] });
    const before = await desk.snapshot();
    await expect(prepared(desk, given)).rejects.toMatchObject({ code: 'BONUS_SEVERE_VIOLATION' });
    expect(await desk.snapshot()).toBe(before);
    await desk.p.database.collection('appraisal_facts').deleteOne({ aboutId: violationId });
    expect(await prepared(desk, given)).toBe(id);
    expect(await bonusOf(desk, id)).toMatchObject({ state: 'PREPARED', preparation: 2, blockedBy: [], dueFen: 360_000 });
  });

  test('at the handing over of what came back, which stays as it is', async () => {
    const given = await sheet();
    const id = await approved(desk, given);
    await financeReturned(desk.inbox, given.employeeId, (await bonusOf(desk, id)).handoffId ?? '', 'BONUS_REJECTED');
    await severeHeard(desk.p, given.employeeId, LATER);
    const before = await desk.snapshot();
    await expect(desk.sendAgain.execute(desk.clerk, { bonusId: id })).rejects.toMatchObject({ code: 'BONUS_SEVERE_VIOLATION' });
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[5.6] approval names the preparation that was read', () => {
  test('one prepared again since is refused, and approved once it is read', async () => {
    const given = await sheet();
    const id = await prepared(desk, given);
    await desk.reject.execute(desk.boss, { bonusId: id, reason: '金额写错了' });
    await prepared(desk, given);
    for (const [preparations, code] of [
      [[1], 'BONUS_PREPARED_AGAIN'],
      [[], 'BONUS_TOO_MANY'],
    ] as const) {
      const before = await desk.snapshot();
      await expect(desk.approve.execute(desk.boss, { bonusIds: [id], preparations })).rejects.toMatchObject({ code });
      expect(await desk.snapshot()).toBe(before);
    }
    await desk.approve.execute(desk.boss, { bonusIds: [id], preparations: [2] });
    expect(await bonusOf(desk, id)).toMatchObject({ state: 'SENT', preparation: 2 });
  });
});

describe('[5.5, 5.6] what is refused changes nothing', () => {
  const act =
    (of: (id: string, given: GivenSheet) => Promise<unknown>, given = () => sheet()) =>
    async () => {
      const closed = await given();
      const id = await prepared(desk, closed);
      return () => of(id, closed);
    };
  const ready = (of: (id: string, given: GivenSheet) => Promise<unknown>) => async () => {
    const closed = await sheet();
    const id = await approved(desk, closed);
    return () => of(id, closed);
  };

  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    ['settling a person twice', act((_id, given) => prepared(desk, given)), 'BONUS_ALREADY_SETTLED'],
    [
      'settling before the sheet is closed',
      async () => {
        const open = await sheet({ state: 'OPEN' });
        return () => prepared(desk, open);
      },
      'BONUS_SHEET_NOT_CLOSED',
    ],
    [
      'settling somebody without a sheet',
      async () => () => desk.prepare.execute(desk.clerk, { quarter: QUARTER, employeeId: newId('emp') }),
      'BONUS_SHEET_NOT_CLOSED',
    ],
    [
      'settling a quarter of which nothing is closed',
      async () => () => desk.prepare.execute(desk.clerk, { quarter: '2025-Q4' }),
      'BONUS_SHEET_NOT_CLOSED',
    ],
    [
      'going on after a sheet that is not there',
      async () => () => desk.prepare.execute(desk.clerk, { quarter: QUARTER, after: newId('apr') }),
      'NOT_FOUND',
    ],
    ['settling what is no quarter', async () => () => desk.prepare.execute(desk.clerk, { quarter: '2026-Q9' }), 'QUARTER_INVALID'],
    [
      'settling before there was a formula',
      async () => {
        const old = await sheet({ quarter: '2023-Q1' });
        return () => prepared(desk, old);
      },
      'BONUS_FORMULA_MISSING',
    ],
    ['approving what oneself prepared', act((id) => desk.approve.execute(desk.clerk, { bonusIds: [id] })), 'BONUS_SAME_PERSON'],
    [
      'approving one’s own',
      act((id, { employeeId }) => desk.approve.execute({ ...desk.boss, employeeId }, { bonusIds: [id] })),
      'BONUS_OWN',
    ],
    ['approving the same one twice in one go', act((id) => desk.approve.execute(desk.boss, { bonusIds: [id, id] })), 'BONUS_TOO_MANY'],
    ['approving none', async () => () => desk.approve.execute(desk.boss, { bonusIds: [] }), 'BONUS_TOO_MANY'],
    [
      'approving one that is not there with one that is',
      act((id) => desk.approve.execute(desk.boss, { bonusIds: [id, 'bns_none'] })),
      'NOT_FOUND',
    ],
    [
      'approving after the approval',
      ready((id) => desk.approve.execute(person('finance', 'finance-manager'), { bonusIds: [id] })),
      'ILLEGAL_TRANSITION',
    ],
    ['editing after the approval: preparing anew', ready((_id, given) => prepared(desk, given)), 'BONUS_ALREADY_SETTLED'],
    [
      'editing after the approval: rejecting',
      ready((id) => desk.reject.execute(desk.boss, { bonusId: id, reason: '金额写错了' })),
      'ILLEGAL_TRANSITION',
    ],
    [
      'rejecting what oneself prepared',
      act((id) => desk.reject.execute(desk.clerk, { bonusId: id, reason: '金额写错了' })),
      'BONUS_SAME_PERSON',
    ],
    ['rejecting without a reason', act((id) => desk.reject.execute(desk.boss, { bonusId: id, reason: '' })), 'BONUS_REASON_MISSING'],
    ['handing over what did not come back', ready((id) => desk.sendAgain.execute(desk.clerk, { bonusId: id })), 'BONUS_NOT_RETURNED'],
  ])('%s', async (_title, given, code) => {
    const attempt = await given();
    const before = await desk.snapshot();
    await expect(attempt()).rejects.toMatchObject({ code });
    expect(await desk.snapshot()).toBe(before);
  });

  test('a whole quarter twice', async () => {
    const quarter = '2025-Q2';
    await sheet({ quarter });
    await desk.prepare.execute(desk.clerk, { quarter });
    const before = await desk.snapshot();
    await expect(desk.prepare.execute(desk.clerk, { quarter })).rejects.toMatchObject({ code: 'BONUS_ALREADY_SETTLED' });
    expect(await desk.snapshot()).toBe(before);
  });

  test('two people who approve at once approve it once', async () => {
    const given = await sheet();
    const id = await prepared(desk, given);
    const others = [desk.boss, person('hr', 'hr-manager')];
    const outcomes = await Promise.allSettled(others.map((by) => desk.approve.execute(by, { bonusIds: [id] })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await workOf(desk, given.employeeId)).toHaveLength(1);
  });
});
