import { describe, expect, it } from '@jest/globals';
import { unscopedTypes, visibleTypes } from './event-visibility.js';
import type { LoggedType } from './event-visibility.js';

const types: readonly LoggedType[] = [
  { type: 'risk.report-finalised.v1', from: 'risk', to: ['sales', 'coordination'], scoped: true },
  { type: 'hr.appraisal-closed.v1', from: 'hr', to: ['coordination'], scoped: true },
  { type: 'handoff.disburse-loan.v1', from: 'sales', to: ['finance', 'coordination'], scoped: true },
  { type: 'coordination.meeting-convened.v1', from: 'coordination', to: ['coordination'], scoped: false },
];
const all = types.map((entry) => entry.type);

describe('who reads which events', () => {
  it.each([
    ['sales', ['risk.report-finalised.v1', 'handoff.disburse-loan.v1', 'coordination.meeting-convened.v1']],
    ['finance', ['handoff.disburse-loan.v1', 'coordination.meeting-convened.v1']],
    ['hr', ['hr.appraisal-closed.v1', 'coordination.meeting-convened.v1']],
    ['training', ['coordination.meeting-convened.v1']],
    ['coordination', all],
  ] as const)('[3.7] %s reads what concerns it', (department, expected) => {
    expect(visibleTypes(types, { department, readsAll: false }, null)).toEqual(expected);
  });

  it.each([
    [
      'a type of another department is left out',
      { department: 'finance', readsAll: false },
      ['hr.appraisal-closed.v1', 'handoff.disburse-loan.v1'],
      ['handoff.disburse-loan.v1'],
    ],
    ['only foreign types leave nothing', { department: 'training', readsAll: false }, ['hr.appraisal-closed.v1'], []],
    ['a type that nobody knows leaves nothing', { department: 'sales', readsAll: false }, ['sales.secret.v1'], []],
    ['without a department only coordination speaks', { department: null, readsAll: false }, null, ['coordination.meeting-convened.v1']],
    ['an empty wish is no wish', { department: 'training', readsAll: false }, [], ['coordination.meeting-convened.v1']],
    ['the auditor reads what he asks for', { department: null, readsAll: true }, ['hr.appraisal-closed.v1'], ['hr.appraisal-closed.v1']],
    ['the auditor reads all', { department: null, readsAll: true }, null, null],
  ] as const)('[3.7] %s', (_name, reader, asked, expected) => {
    expect(visibleTypes(types, reader, asked)).toEqual(expected);
  });
});

it('[3.7] only what is about nobody in particular is read without a name', () => {
  expect(unscopedTypes(types)).toEqual(['coordination.meeting-convened.v1']);
});
