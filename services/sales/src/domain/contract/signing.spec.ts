import { expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import type { LoanContract } from './contract.js';
import { at, clauseFacts, readyContract, recording } from './signed.builder.js';
import { sign } from './signing.js';

const signature = { by: 'emp_1', at: at(9), payeeAccountId: 'acc_1' };

function refusals(contract: LoanContract, facts = clauseFacts): string[] {
  try {
    sign(contract, facts, signature);
    return [];
  } catch (error) {
    return (error instanceof DomainErrors ? error.all : [error as DomainError]).map((one) => one.code);
  }
}

test('[G6] a contract with everything is signed', () => {
  const signed = sign(readyContract(), clauseFacts, signature);
  expect(signed).toMatchObject({ state: 'signed', signedBy: 'emp_1', signedAt: at(9), payeeAccountId: 'acc_1' });
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
])('[G6] refused: %s', (_title, change, codes) => {
  expect(refusals(readyContract(change))).toEqual(codes);
});

test('[G6] a borrower whose name was corrected needs a new draft', () => {
  expect(refusals(readyContract(), { ...clauseFacts, borrower: '王晓明' })).toEqual(['CLAUSE_CONTRADICTS']);
});
