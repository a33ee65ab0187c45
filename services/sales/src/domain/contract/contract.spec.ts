import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { acknowledge, contractHashOf, expired, explain, record, signDueOn, voided, withCostSheet } from './contract.js';
import { at, clauseFacts, readyContract, recording, rules, SHEET_HASH } from './signed.builder.js';
import { termsHashOf } from './contract-terms.js';

const word = { by: 'emp_1', at: at(5) };
const sheet = {
  costSheetId: 'cst_1',
  hash: SHEET_HASH,
  termsHash: termsHashOf(clauseFacts.terms),
  annualCostCompound: '0.1268',
  issuedAt: at(1),
};
const bare = readyContract({ costSheet: null, acknowledgement: null, explanation: null, recordings: [] });
const signed = readyContract({ state: 'signed' });

describe('[G6] the cost sheet', () => {
  test('of exactly these terms is taken once', () => {
    const issued = withCostSheet(bare, sheet);
    expect(issued.costSheet).toEqual(sheet);
    expect(withCostSheet(issued, { ...sheet, costSheetId: 'cst_2' })).toBe(issued);
  });

  test('of other terms is never taken', () => {
    expect(withCostSheet(bare, { ...sheet, termsHash: termsHashOf({ ...clauseFacts.terms, amountFen: 999_999 }) })).toBe(bare);
  });

  test('is acknowledged by its own hash', () => {
    expect(acknowledge(withCostSheet(bare, sheet), SHEET_HASH, word).acknowledgement).toEqual({
      costSheetId: 'cst_1',
      costSheetHash: SHEET_HASH,
      ...word,
    });
  });

  test.each([
    ['one that is not issued', bare, SHEET_HASH, 'COST_SHEET_MISSING'],
    ['another one', withCostSheet(bare, sheet), 'a'.repeat(64), 'COST_SHEET_MISMATCH'],
    ['nothing', withCostSheet(bare, sheet), '', 'COST_SHEET_MISMATCH'],
    ['one of a signed contract', signed, SHEET_HASH, 'ILLEGAL_TRANSITION'],
  ])('to acknowledge %s is refused', (_title, contract, hash, code) => {
    expect(() => acknowledge(contract, hash, word)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.17] the explanation', () => {
  const given = { textVersion: '1', readingSeconds: 90, confirmedByCustomer: true, ...word };

  test('is kept with time, person, text and reading time', () => {
    expect(explain(bare, given, rules).explanation).toEqual({
      ...{ textVersion: '1', contractHash: bare.contractHash, readingSeconds: 90, ...word },
    });
  });

  test.each([
    [{ confirmedByCustomer: false }, 'EXPLANATION_MISSING'],
    [{ readingSeconds: 45 }, 'READING_TOO_SHORT'],
    [{ readingSeconds: -1 }, 'READING_TOO_SHORT'],
    [{ readingSeconds: Number.NaN }, 'READING_TOO_SHORT'],
    [{ readingSeconds: 301 }, 'READING_TOO_LONG'],
    [{ at: at(1) }, 'READING_TOO_LONG'],
  ])('%j is refused', (change, code) => {
    expect(() => explain(bare, { ...given, ...change }, rules)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.18] recordings', () => {
  test('one of each kind', () => {
    expect(record(record(bare, recording('AUDIO'), rules), recording('VIDEO'), rules).recordings.map(({ kind }) => kind)).toEqual([
      'AUDIO',
      'VIDEO',
    ]);
  });

  test.each([
    ['a second sound', record(bare, recording('AUDIO'), rules), {}, 'RECORDING_EXISTS'],
    ['one of no length', bare, { durationSeconds: 0 }, 'RECORDING_TOO_SHORT'],
    ['one that is shorter than the reading', bare, { durationSeconds: 45 }, 'RECORDING_TOO_SHORT'],
    ['one to an expired draft', readyContract({ state: 'expired' }), {}, 'DRAFT_EXPIRED'],
    ['one to a signed contract', signed, {}, 'ILLEGAL_TRANSITION'],
    ['one to a void contract', readyContract({ state: 'void' }), {}, 'ILLEGAL_TRANSITION'],
  ])('%s is refused', (_title, contract, change, code) => {
    expect(() => record(contract, { ...recording('AUDIO'), ...change }, rules)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.17] a reading is on its recording', () => {
  const given = { textVersion: '1', readingSeconds: 90, confirmedByCustomer: true, ...word };
  const withSound = (durationSeconds: number) => record(bare, { ...recording('AUDIO'), durationSeconds }, rules);

  test.each([
    [90, 90],
    [90, 120],
  ])('%i s of reading may be told with a recording of %i s, whichever comes first', (readingSeconds, recorded) => {
    const explained = explain(withSound(recorded), { ...given, readingSeconds }, rules);
    expect(explained.explanation).toMatchObject({ readingSeconds });
    const later = record(explain(bare, { ...given, readingSeconds }, rules), { ...recording('AUDIO'), durationSeconds: recorded }, rules);
    expect(later.recordings).toHaveLength(1);
  });

  test.each([
    ['told after the recording', () => explain(withSound(120), { ...given, readingSeconds: 121 }, rules), 'readingSeconds'],
    ['told before it', () => record(explain(bare, { ...given, readingSeconds: 121 }, rules), recording('AUDIO'), rules), 'fileId'],
    [
      'longer than one of two',
      () =>
        explain(record(withSound(200), { ...recording('VIDEO'), durationSeconds: 120 }, rules), { ...given, readingSeconds: 150 }, rules),
      'readingSeconds',
    ],
  ])('a longer one is refused: %s', (_title, act, field) => {
    expect(act).toThrow(expect.objectContaining({ code: 'READING_LONGER_THAN_RECORDING', field }));
  });
});

test('[2.12] a draft can be voided, with its history; a signed contract stays', () => {
  expect(voided(bare, 'emp_2', at(9))).toMatchObject({ state: 'void', history: [{ state: 'draft' }, { state: 'void', by: 'emp_2' }] });
  expect(voided(signed, 'emp_2', at(9))).toBe(signed);
});

test('[2.12] the hash covers what is signed and nothing that is put to it later', () => {
  const hash = contractHashOf(bare);
  expect(contractHashOf(readyContract())).toBe(hash);
  const changes = [
    { id: 'con_2' },
    { decisionId: 'dec_2' },
    { terms: { ...bare.terms, amountFen: 1 } },
    { clauses: bare.clauses.slice(1) },
    { templateVersion: 'x' },
  ];
  expect(new Set([hash, ...changes.map((change) => contractHashOf({ ...bare, ...change }))]).size).toBe(6);
});

describe('[2.12] the last day to sign', () => {
  const day = parseLocalDate;

  test.each([
    ['2026-11-23', 30, null, '2026-12-23'],
    ['2026-11-23', 30, '2026-12-01', '2026-12-01'],
    ['2026-11-23', 30, '2027-12-01', '2026-12-23'],
    ['2026-11-23', 0, null, '2026-11-23'],
  ] as const)('drafted on %s, within %i days, approval until %s: %s', (drafted, days, until, due) => {
    expect(signDueOn(day(drafted), days, until && day(until))).toBe(due);
  });

  test('a draft expires on the day after, with its history; nothing else does', () => {
    const draft = readyContract({ signDueOn: day('2026-12-01') });
    expect(expired(draft, day('2026-12-02'), word)).toMatchObject({
      state: 'expired',
      signDueOn: null,
      history: [{}, { state: 'expired' }],
    });
    for (const [contract, today] of [
      [draft, '2026-12-01'],
      [signed, '2099-01-01'],
      [readyContract({ state: 'void' }), '2099-01-01'],
    ] as const)
      expect(expired(contract, day(today), word)).toBe(contract);
  });
});
