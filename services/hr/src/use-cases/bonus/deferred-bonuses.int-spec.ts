import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import { Leases } from '@weilend/mongo';
import { eventually } from '@weilend/testing';
import {
  approved,
  bonusDesk,
  bonusOf,
  dayTold,
  deferredOf,
  financePaid,
  financeReturned,
  givenSheet,
  loanReversed,
  loanTold,
  loanWrittenOff,
  owedBy,
  prepared,
  publishedFormula,
  rowsOf,
  severeHeard,
  violated,
  workOf,
} from '../../../test/builders/bonus.builder.js';
import type { BonusDesk } from '../../../test/builders/bonus.builder.js';
import { goodFormula } from '../../domain/bonus/bonus.builder.js';
import type { HrConfig } from '../../hr.config.js';
import { ReleaseDeferredBonusesJob } from '../../jobs/release-deferred-bonuses.processor.js';

let desk: BonusDesk;
beforeAll(async () => {
  desk = await bonusDesk();
  await publishedFormula(desk, '2024-Q1');
});
afterAll(() => desk.stop());

/** Two loans with parts of 360 000 and 240 000 fen, 144 000 and 96 000 of them deferred; due long ago. */
const DUE = '2025-Q4';
/** Not due for years. */
const HELD = '2099-Q1';
const sheet = (quarter: string, employeeId?: string) => givenSheet(desk.p, { quarter }, employeeId);
const bad = (loanId: string | undefined, on: string) =>
  loanTold(desk.inbox, loanId ?? '', { bucket: 'M4_PLUS', loanClass: 'SUBSTANDARD', on });
const cured = (loanId: string | undefined, on: string) => loanTold(desk.inbox, loanId ?? '', { bucket: 'CURRENT', loanClass: 'PASS', on });
const clawbacksOf = (statementId: string) => rowsOf(desk, 'bonus_clawbacks', { statementId });
const deferredWork = async (employeeId: string) =>
  (await workOf(desk, employeeId)).filter((row) => row.data['kind'] === 'DEFERRED_BONUS').map((row) => row.data['amountFen']);

describe('[5.6] the deferred part on its day', () => {
  test('is released in full while the loans are sound, paid, and released once', async () => {
    const given = await sheet(DUE);
    const id = await approved(desk, given);
    await loanTold(desk.inbox, given.loanIds[0] ?? '', { bucket: 'M2_M3', loanClass: 'SPECIAL_MENTION', on: '2026-02-01' });
    expect(await Promise.all([desk.releaseDue(), desk.releaseDue()])).toContain(1);
    expect(await deferredOf(desk, id)).toMatchObject({ state: 'SENT', dueFen: 240_000, withheldFen: 0, releasedOn: desk.p.clock.today() });
    expect(await deferredWork(given.employeeId)).toEqual([240_000]);
    const { handoffId } = (await deferredOf(desk, id)) ?? {};
    await financePaid(desk.inbox, given.employeeId, handoffId ?? '', '2026-07-08');
    expect(await deferredOf(desk, id)).toMatchObject({ state: 'PAID', paidOn: '2026-07-08' });
    expect(await desk.releaseDue()).toBe(0);
  });

  test('goes at once when finance has told the end of the day, long before the job looks by itself', async () => {
    const id = await approved(desk, await sheet(DUE));
    const config = { BONUS_RELEASE_EVERY_MS: 3_600_000 } as HrConfig;
    const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    const job = new ReleaseDeferredBonusesJob(new Leases(desk.p.database, 'job'), desk.releases, desk.dueWork, config, quiet);
    job.start();
    await eventually('the first look', async () => (await deferredOf(desk, id))?.state === 'SENT');
    const next = await approved(desk, await sheet(DUE));
    expect(await deferredOf(desk, next)).toMatchObject({ state: 'HELD' });
    await dayTold(desk.inbox, addDays(desk.p.clock.today(), -1));
    await eventually('the second look', async () => (await deferredOf(desk, next))?.state === 'SENT');
    await job.stop();
  });

  test('is released in part when a loan is bad that day, with a line at the loan', async () => {
    const given = await sheet('2024-Q1');
    const id = await approved(desk, given);
    // Too late for a clawback, which ends with 2025-Q1.
    await bad(given.loanIds[0], '2025-04-01');
    await desk.releaseDue();
    expect(await deferredOf(desk, id)).toMatchObject({ state: 'SENT', dueFen: 96_000, withheldFen: 144_000, takenFen: 0 });
    expect(await rowsOf(desk, 'bonus_parts', { statementId: id })).toMatchObject([{ withheldFen: 144_000 }, { withheldFen: 0 }]);
    expect(await clawbacksOf(id)).toEqual([]);
  });

  test('is not handed over when every loan is bad', async () => {
    const given = await sheet('2024-Q1');
    const id = await approved(desk, given);
    for (const loanId of given.loanIds) await loanWrittenOff(desk.inbox, loanId, '2025-06-01');
    await desk.releaseDue();
    expect(await deferredOf(desk, id)).toMatchObject({ state: 'NOTHING_DUE', dueFen: 0, withheldFen: 240_000 });
    expect(await deferredWork(given.employeeId)).toEqual([]);
  });

  test('[5.4] stays held with its reason after a severe violation, is looked at again, and loses nothing', async () => {
    const given = await sheet(DUE);
    const id = await approved(desk, given);
    const violationId = await severeHeard(desk.p, given.employeeId, '2026-Q2');
    expect(await desk.releaseDue()).toBe(0);
    const held = await deferredOf(desk, id);
    expect(held).toMatchObject({ state: 'HELD', blockedBy: [violationId], amountFen: 240_000, takenFen: 0 });
    expect(await desk.releaseDue()).toBe(0);
    expect(await deferredOf(desk, id)).toEqual(held);
    expect(await deferredWork(given.employeeId)).toEqual([]);
  });

  test('[5.4] of an approval and a violation that cross neither misses the other', async () => {
    for (let round = 0; round < 5; round++) {
      const given = await sheet(HELD);
      const id = await prepared(desk, given);
      await Promise.all([desk.approve.execute(desk.boss, { bonusIds: [id] }), violated(desk.p, given.employeeId)]);
      const [{ state }, [fact]] = [
        await bonusOf(desk, id),
        await rowsOf(desk, 'appraisal_facts', { employeeId: given.employeeId, marked: true }),
      ];
      // Paid: then the approval was written first, and the violation saw it. Blocked: then it names the violation.
      const [paid] = await workOf(desk, given.employeeId);
      expect(state === 'BLOCKED' ? paid : fact && paid).toEqual(state === 'BLOCKED' ? undefined : expect.anything());
      const [person] = await rowsOf(desk, 'employees', { _id: given.employeeId });
      expect(person).toMatchObject({ version: 3 });
    }
  });

  test('[5.4] is not handed over again after a severe violation', async () => {
    const given = await sheet(DUE);
    const id = await approved(desk, given);
    await desk.releaseDue();
    const sent = await deferredOf(desk, id);
    await financeReturned(desk.inbox, given.employeeId, sent?.handoffId ?? '', 'BONUS_REJECTED');
    await severeHeard(desk.p, given.employeeId, '2026-Q2');
    const before = await desk.snapshot();
    await expect(desk.sendAgain.execute(desk.clerk, { bonusId: sent?.id ?? '' })).rejects.toMatchObject({ code: 'BONUS_SEVERE_VIOLATION' });
    expect(await desk.snapshot()).toBe(before);
  });

  test('stays held on its day until finance has told the end of the day before, whichever day is told first', async () => {
    const told = desk.p.database.collection<{ _id: string }>('told_days');
    const yesterday = addDays(desk.p.clock.today(), -1);
    const given = await sheet(DUE);
    const id = await approved(desk, given);
    await told.deleteMany({});
    expect(await desk.releaseDue()).toBe(0);
    // Due on 2026-07-01: the end of 29 June says nothing of 30 June.
    for (const day of ['2026-06-29', '2026-06-28']) {
      await dayTold(desk.inbox, day);
      expect(await desk.releaseDue()).toBe(0);
      expect(await deferredOf(desk, id)).toMatchObject({ state: 'HELD' });
    }
    await bad(given.loanIds[0], '2026-06-30');
    await dayTold(desk.inbox, '2026-06-30');
    expect(await desk.releaseDue()).toBeGreaterThanOrEqual(1);
    expect(await deferredOf(desk, id)).toMatchObject({
      state: 'NOTHING_DUE',
      releasedOn: desk.p.clock.today(),
      takenFen: 240_000,
      dueFen: 0,
    });
    await dayTold(desk.inbox, yesterday);
  });

  test('stays held before its day', async () => {
    const given = await sheet(HELD);
    const id = await approved(desk, given);
    await desk.releaseDue();
    expect(await deferredOf(desk, id)).toMatchObject({ state: 'HELD', releaseOn: '2099-10-01' });
  });

  test('comes back from finance and is handed over again', async () => {
    const given = await sheet(DUE);
    const id = await approved(desk, given);
    await desk.releaseDue();
    const sent = await deferredOf(desk, id);
    await financeReturned(desk.inbox, given.employeeId, sent?.handoffId ?? '', 'BONUS_REJECTED');
    expect(await deferredOf(desk, id)).toMatchObject({ state: 'RETURNED', returnReasons: ['账户已销户'] });
    await desk.sendAgain.execute(desk.clerk, { bonusId: sent?.id ?? '' });
    expect(await deferredWork(given.employeeId)).toEqual([240_000, 240_000]);
    const before = await desk.snapshot();
    await expect(desk.sendAgain.execute(desk.clerk, { bonusId: sent?.id ?? '' })).rejects.toMatchObject({ code: 'BONUS_NOT_RETURNED' });
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[5.6] a loan that turns bad in time takes back its part', () => {
  test('from the deferred part first, then from the next bonus; recovering changes nothing', async () => {
    const given = await sheet(HELD);
    const id = await approved(desk, given);
    await bad(given.loanIds[0], '2099-07-01');
    expect(await clawbacksOf(id)).toMatchObject([
      { loanId: given.loanIds[0], badSince: '2099-07-01', amountFen: 360_000, fromDeferredFen: 240_000, carriedFen: 120_000 },
    ]);
    expect(await deferredOf(desk, id)).toMatchObject({ state: 'HELD', takenFen: 240_000 });
    expect(await owedBy(desk, given.employeeId)).toBe(120_000);
    await cured(given.loanIds[0], '2099-08-01');
    await bad(given.loanIds[0], '2099-09-01');
    expect(await clawbacksOf(id)).toHaveLength(1);

    const next = await approved(desk, await sheet('2099-Q2', given.employeeId));
    expect(await bonusOf(desk, next)).toMatchObject({ state: 'SENT', owedBeforeFen: 120_000, setOffFen: 120_000, dueFen: 360_000 });
    expect(await owedBy(desk, given.employeeId)).toBe(0);
    expect((await workOf(desk, given.employeeId)).map((row) => row.data['amountFen'])).toEqual([360_000, 240_000]);
  });

  test('never a negative payout: what the next bonus does not cover stays owed', async () => {
    const given = await sheet(HELD);
    await approved(desk, given);
    for (const loanId of given.loanIds) await bad(loanId, '2099-07-01');
    expect(await owedBy(desk, given.employeeId)).toBe(360_000);
    const small = await givenSheet(desk.p, { quarter: '2099-Q2', loans: [10_000_000] }, given.employeeId);
    const next = await approved(desk, small);
    expect(await bonusOf(desk, next)).toMatchObject({ state: 'NOTHING_DUE', dueFen: 36_000, setOffFen: 36_000 });
    expect(await owedBy(desk, given.employeeId)).toBe(324_000);
  });

  test('from a deferred part of another bonus when that is released', async () => {
    const given = await sheet(DUE);
    const id = await approved(desk, given);
    const other = await sheet(HELD, given.employeeId);
    await approved(desk, other);
    await bad(other.loanIds[0], '2099-07-01');
    expect(await owedBy(desk, given.employeeId)).toBe(120_000);
    await desk.releaseDue();
    expect(await deferredOf(desk, id)).toMatchObject({ state: 'SENT', dueFen: 240_000, setOffFen: 120_000 });
    expect(await deferredWork(given.employeeId)).toEqual([120_000]);
    expect(await owedBy(desk, given.employeeId)).toBe(0);
  });

  test('of a bonus that is not approved yet it is kept back of that very bonus', async () => {
    const given = await sheet(HELD);
    const id = await prepared(desk, given);
    await bad(given.loanIds[0], '2099-05-01');
    expect(await clawbacksOf(id)).toEqual([]);
    await desk.approve.execute(desk.boss, { bonusIds: [id] });
    expect(await clawbacksOf(id)).toMatchObject([{ amountFen: 360_000, fromDeferredFen: 240_000, carriedFen: 120_000 }]);
    expect(await bonusOf(desk, id)).toMatchObject({ owedBeforeFen: 120_000, setOffFen: 120_000, dueFen: 360_000 });
  });

  test('whoever approves while the news comes in does not miss it', async () => {
    const given = await sheet(HELD);
    const id = await prepared(desk, given);
    await Promise.all([desk.approve.execute(desk.boss, { bonusIds: [id] }), bad(given.loanIds[0], '2099-05-01')]);
    expect(await clawbacksOf(id)).toHaveLength(1);
  });

  test.each([
    ['too late', '2100-04-01', 0],
    ['on the last day', '2100-03-31', 1],
  ])('%s', async (_title, on, count) => {
    const given = await sheet(HELD);
    const id = await approved(desk, given);
    await bad(given.loanIds[0], on);
    expect(await clawbacksOf(id)).toHaveLength(count);
  });

  test('a loan whose payment is taken back gives back its whole part, however late and once', async () => {
    const given = await sheet(HELD);
    const id = await approved(desk, given);
    for (let told = 0; told < 2; told++) await loanReversed(desk.inbox, given.loanIds[1] ?? '', '2100-05-01');
    expect(await clawbacksOf(id)).toMatchObject([
      { loanId: given.loanIds[1], badSince: '2100-05-01', amountFen: 240_000, fromDeferredFen: 240_000, carriedFen: 0 },
    ]);
    expect(await deferredOf(desk, id)).toMatchObject({ state: 'HELD', takenFen: 240_000 });
    expect(await owedBy(desk, given.employeeId)).toBe(0);
  });

  test('one taken back before the approval is kept back of that very bonus', async () => {
    const given = await sheet(HELD);
    const id = await prepared(desk, given);
    await loanReversed(desk.inbox, given.loanIds[0] ?? '', '2099-05-01');
    await desk.approve.execute(desk.boss, { bonusIds: [id] });
    expect(await bonusOf(desk, id)).toMatchObject({ owedBeforeFen: 120_000, setOffFen: 120_000, dueFen: 360_000 });
  });

  test('what a half clawback left of a loan is taken when its payment is taken back, in the one clawback', async () => {
    await publishedFormula(desk, '2101-Q1', { ...goodFormula, clawback: { shareBps: 5_000, quarters: 4 } });
    const given = await sheet('2101-Q1');
    const id = await approved(desk, given);
    await bad(given.loanIds[0], '2101-05-01');
    expect(await clawbacksOf(id)).toMatchObject([{ amountFen: 180_000 }]);
    await loanReversed(desk.inbox, given.loanIds[0] ?? '', '2101-06-01');
    expect(await clawbacksOf(id)).toMatchObject([
      { amountFen: 360_000, fromDeferredFen: 240_000, carriedFen: 120_000, badSince: '2101-05-01' },
    ]);
  });

  test('a loan of nobody’s bonus takes back nothing', async () => {
    const before = await rowsOf(desk, 'bonus_clawbacks', {});
    await bad('lon_00000000000000000000000001', '2099-05-01');
    expect(await rowsOf(desk, 'bonus_clawbacks', {})).toEqual(before);
  });
});
