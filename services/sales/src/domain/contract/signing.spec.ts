import { expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import type { LoanContract } from './contract.js';
import { at, clauseFacts, edition, readyContract, recording, signingFacts } from './signed.builder.js';
import { missingForSigning, sign } from './signing.js';
import type { SigningFacts } from './signing.js';

const signature = { by: 'emp_1', at: at(9), payeeAccountId: 'acc_1' };

function refusals(contract: LoanContract, facts: SigningFacts = signingFacts): string[] {
  try {
    sign(contract, facts, signature);
    return [];
  } catch (error) {
    return (error instanceof DomainErrors ? error.all : [error as DomainError]).map((one) => one.code);
  }
}

test('[G6] a contract with everything is signed', () => {
  const signed = sign(readyContract(), signingFacts, signature);
  expect(signed).toMatchObject({ state: 'signed', signedBy: 'emp_1', signedAt: at(9), payeeAccountId: 'acc_1', signDueOn: null });
  expect(signed.history.map(({ state }) => state)).toEqual(['draft', 'signed']);
});

test.each<[string, Partial<LoanContract>, string[]]>([
  ['a clause taken out', { clauses: readyContract().clauses.slice(1) }, ['CLAUSE_MISSING', 'CONTRACT_CHANGED']],
  ['no cost sheet', { costSheet: null, acknowledgement: null }, ['COST_SHEET_MISSING']],
  ['a cost sheet nobody acknowledged', { acknowledgement: null }, ['COST_SHEET_NOT_ACKNOWLEDGED']],
  [
    'an acknowledgement of another sheet',
    { acknowledgement: { costSheetId: 'cst_1', costSheetHash: 'd'.repeat(64), by: 'emp_1', at: at(2) } },
    ['COST_SHEET_MISMATCH'],
  ],
  [
    'a sheet of other terms',
    { costSheet: { costSheetId: 'cst_1', hash: 'b'.repeat(64), termsHash: 'd'.repeat(64), annualCostCompound: '0.1', issuedAt: at(1) } },
    ['COST_SHEET_MISMATCH'],
  ],
  ['no explanation', { explanation: null }, ['EXPLANATION_MISSING']],
  ['no sound', { recordings: [recording('VIDEO')] }, ['RECORDING_MISSING']],
  ['no picture', { recordings: [recording('AUDIO')] }, ['RECORDING_MISSING']],
  [
    'a text that was changed after drafting',
    { clauses: [...readyContract().clauses, { key: 'SPECIAL', title: '补充约定', text: '无' }] },
    ['CONTRACT_CHANGED'],
  ],
  [
    'nothing at all',
    { costSheet: null, acknowledgement: null, explanation: null, recordings: [] },
    ['COST_SHEET_MISSING', 'EXPLANATION_MISSING', 'RECORDING_MISSING', 'RECORDING_MISSING'],
  ],
  ['signed already', { state: 'signed' }, ['ILLEGAL_TRANSITION']],
  ['void', { state: 'void' }, ['ILLEGAL_TRANSITION']],
  ['expired', { state: 'expired' }, ['DRAFT_EXPIRED']],
  ['a last day that was yesterday', { signDueOn: parseLocalDate('2026-11-22') }, ['DRAFT_EXPIRED']],
])('[G6] refused: %s', (_title, change, codes) => {
  expect(refusals(readyContract(change))).toEqual(codes);
});

test('[G6] a borrower whose name was corrected needs a new draft', () => {
  expect(refusals(readyContract(), { ...signingFacts, clauses: { ...clauseFacts, borrower: '王晓明' } })).toEqual(['CLAUSE_CONTRADICTS']);
});

const older = edition({ id: 'ctt_0', edition: '2026-1', effectiveFrom: parseLocalDate('2019-01-01') });
const newer = edition({ id: 'ctt_9', edition: '2027-1', effectiveFrom: parseLocalDate('2026-11-20') });

test.each<[string, SigningFacts['edition'], string[]]>([
  ['on the text in force', { drafted: edition(), inForce: edition(), oldest: edition() }, []],
  ['on the text replaced within the days of grace', { drafted: edition(), inForce: newer, oldest: edition() }, []],
  ['on the new text before the days of grace are over', { drafted: newer, inForce: newer, oldest: edition() }, []],
  ['on a text replaced before', { drafted: older, inForce: newer, oldest: edition() }, ['TEMPLATE_OUTDATED']],
  ['on the old text, without grace', { drafted: edition(), inForce: newer, oldest: newer }, ['TEMPLATE_OUTDATED']],
  [
    'on a text that is only proposed',
    { drafted: edition({ state: 'proposed' }), inForce: edition(), oldest: edition() },
    ['TEMPLATE_OUTDATED'],
  ],
  ['on a text that nobody knows', { drafted: null, inForce: edition(), oldest: edition() }, ['TEMPLATE_OUTDATED']],
])('[2.12] a draft %s', (_title, rule, codes) => {
  expect(refusals(readyContract(), { ...signingFacts, edition: rule })).toEqual(codes);
});

test.each<[string, Partial<LoanContract>, string[]]>([
  [
    'nothing',
    { costSheet: null, acknowledgement: null, explanation: null, recordings: [] },
    ['COST_SHEET', 'ACKNOWLEDGEMENT', 'EXPLANATION', 'AUDIO', 'VIDEO'],
  ],
  ['a sheet', { acknowledgement: null, explanation: null, recordings: [recording('AUDIO')] }, ['ACKNOWLEDGEMENT', 'EXPLANATION', 'VIDEO']],
  ['all but the signature', {}, ['SIGNATURE']],
  ['a signature', { state: 'signed' }, []],
  ['expired', { state: 'expired', recordings: [] }, []],
])('[2.12] what a draft with %s waits for', (_title, change, missing) => {
  expect(missingForSigning(readyContract(change))).toEqual(missing);
});
