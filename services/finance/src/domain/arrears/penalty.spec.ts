import { describe, expect, it } from '@jest/globals';
import { addDays, parseLocalDate, parseRate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import fc from 'fast-check';
import { aLoan } from '../loan/loan.builder.js';
import { cutPenaltyFen, lateFenDays, penaltyFen } from './penalty.js';

const on = parseLocalDate;
const rate = parseRate('0.18');

describe('[4.16, 7.10] penalty interest', () => {
  it('of 7,884.88 yuan late for 30 days at 18 % over 360 is 118.27 (regulation.md 5.3)', () => {
    const fenDays = lateFenDays(aLoan().rows, [on('2026-01-15'), on('2026-03-17')]);
    // The first instalment is 30 days late, the second two.
    expect(fenDays).toBe(7884_88 * 30 + 7963_73 * 2);
    expect(penaltyFen(7884_88 * 30, rate)).toBe(118_27);
  });

  it.each([
    ['before anything is due', '2026-02-14', 0],
    ['on the due day', '2026-02-15', 0],
    ['the day after', '2026-02-16', 7884_88],
  ])('%s there are %i fen-days', (_title, date, expected) => {
    expect(lateFenDays(aLoan().rows, [on('2026-01-15'), on(date)])).toBe(expected);
  });

  it.each([
    ['on the last day in time', '2026-02-18', 0],
    ['a day later, for all days since it was due', '2026-02-19', 7884_88 * 4],
  ])('with three days of grace, %s there are %i fen-days', (_title, date, expected) => {
    expect(lateFenDays(aLoan().rows, [on('2026-02-16'), on(date)], (dueOn) => addDays(dueOn, 3))).toBe(expected);
  });

  it('is the same however often somebody looks in between', () => {
    const days = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 8 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), (looks, grace) => {
        const until = (dueOn: LocalDate): LocalDate => addDays(dueOn, grace);
        const { rows, disbursedOn } = aLoan();
        const stops = [...new Set([...looks, 500])].sort((a, b) => a - b).map((after) => addDays(disbursedOn, after));
        const counted = stops.reduce((total, stop, place) => total + lateFenDays(rows, [stops[place - 1] ?? disbursedOn, stop], until), 0);
        expect(counted).toBe(lateFenDays(rows, [disbursedOn, addDays(disbursedOn, 500)], until));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['within the ceiling nothing is cut', '0.18', 0],
    ['the ceiling spares what is above it', '0.3', 78_85],
  ])('%s', (_title, uncut, expected) => {
    const terms = { penaltyRate: rate, uncutPenaltyRate: parseRate(uncut), overdueFenDays: 7884_88 * 30 };
    expect(cutPenaltyFen(terms)).toBe(expected);
  });
});
