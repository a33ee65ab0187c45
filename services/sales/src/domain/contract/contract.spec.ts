import { describe, expect, test } from '@jest/globals';
import { acknowledge, contractHashOf, explain, record, voided, withCostSheet } from './contract.js';
import { at, clauseFacts, readyContract, recording, SHEET_HASH } from './signed.builder.js';
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
    expect(explain(bare, given).explanation).toEqual({ textVersion: '1', readingSeconds: 90, ...word });
  });

  test.each([
    [{ confirmedByCustomer: false }, 'EXPLANATION_MISSING'],
    [{ readingSeconds: 9 }, 'READING_TOO_SHORT'],
    [{ readingSeconds: -1 }, 'READING_TOO_SHORT'],
    [{ readingSeconds: Number.NaN }, 'READING_TOO_SHORT'],
  ])('%j is refused', (change, code) => {
    expect(() => explain(bare, { ...given, ...change })).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.18] recordings', () => {
  test('one of each kind', () => {
    expect(record(record(bare, recording('AUDIO')), recording('VIDEO')).recordings.map(({ kind }) => kind)).toEqual(['AUDIO', 'VIDEO']);
  });

  test.each([
    ['a second sound', record(bare, recording('AUDIO')), {}, 'RECORDING_EXISTS'],
    ['one of no length', bare, { durationSeconds: 0 }, 'INPUT_INVALID'],
    ['one to a signed contract', signed, {}, 'ILLEGAL_TRANSITION'],
    ['one to a void contract', readyContract({ state: 'void' }), {}, 'ILLEGAL_TRANSITION'],
  ])('%s is refused', (_title, contract, change, code) => {
    expect(() => record(contract, { ...recording('AUDIO'), ...change })).toThrow(expect.objectContaining({ code }));
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
