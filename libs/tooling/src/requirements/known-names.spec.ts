import { describe, expect, test } from '@jest/globals';
import { loadTree, repositoryRoot, treeOf } from '../workspace/tree.ts';
import { knownNames, strangeNames } from './known-names.ts';
import { readRequirements, requirementsPath } from './rows.ts';

const tree = loadTree(repositoryRoot);
const known = knownNames(tree);
const strangeIn = (shows: string): string[] => strangeNames(readRequirements(`| 4.18 | A rule. | 规则 | sales | ${shows} |`), known);

test('every name in the rules of this company exists', () => {
  expect(strangeNames(readRequirements(tree.read(requirementsPath)), known)).toEqual([]);
});

describe('what does not exist is named with its row', () => {
  test.each([
    ['a mutation', 'sellLoan'],
    ['a type', 'LoanShark'],
    ['a code', 'RECORDING_LOST'],
    ['a value', 'kind: SMELL'],
    ['a key', 'smell: AUDIO'],
    ['a permission', 'sales.sell-loan'],
    ['an event', 'sales.contract-signed.v2'],
    ['a handoff', 'sell-loan'],
    ['a parameter', 'rate.soft-cap'],
    ['a field of a type', 'LoanApplication.daysToDisburse'],
    ['a field of another type', 'LoanApplication.reportHash'],
    ['a field behind a field', 'LoanApplication.contract.result'],
    ['a field of a type that is not there', 'LoanShark.id'],
    ['a value of an enum', 'RecordingKind.SMELL'],
    ['a path that goes on after a value', 'RecordingKind.AUDIO.loud'],
    ['an argument', 'enquiries(late: true)'],
    ['an argument of another field', 'enquiries(highWithoutTracker: true)'],
    ['a key of another input', 'createLead(input: { verdict: MISUSE })'],
    ['a value given', 'leads(channel: TELEPATHY)'],
    ['a field with arguments', 'shouts(overdue: true)'],
    ['a call that gives nothing by name', 'enquiries(true)'],
    ['nothing at all', ' '],
    ['two names in one', 'signContract draftContract'],
    ['a name of every object', 'constructor'],
    ['a field of every object', 'LoanApplication.toString'],
  ])('%s: %s', (_kind, name) => {
    expect(strangeIn(`\`signContract\` and \`${name}\``)).toEqual([expect.stringContaining(`row 4.18 names \`${name}\``)]);
  });
});

test.each([
  'signContract',
  'LoanContract',
  'amountInCapitals',
  'RECORDING_MISSING',
  'FORBIDDEN',
  'MISUSE',
  'kind: AUDIO',
  'sales.sign-contract',
  'hr.sign-in',
  'sales.contract-signed.v1',
  'hr.handoff-completed.v1',
  'care-for-loan',
  'rate.hard-cap',
  'Decision.report.reportHash',
  'RecordingKind.AUDIO',
  'CreateLeadInput.channel',
  'enquiries(overdue: true)',
  'leads(channel:)',
  'createLead(input: { channel: ONLINE, onlineSource: WEBSITE })',
])('%s exists', (name) => {
  expect(strangeIn(`\`${name}\``)).toEqual([]);
});

test('words without backticks are no names', () => {
  expect(strangeIn('Not built yet: a sellLoan mutation')).toEqual([]);
});

test('a table that has moved is told, not taken for empty', () => {
  const moved = treeOf({ 'gateway/supergraph.graphql': tree.read('gateway/supergraph.graphql') });
  expect(() => knownNames(moved)).toThrow('no names are found');
});
