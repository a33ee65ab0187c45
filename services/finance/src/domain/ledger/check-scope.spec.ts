import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { CHECK_SCOPES, CHECK_STAGES, firstStage, nightlyScope, stageAfter } from './check-scope.js';
import type { CheckScope, CheckStage } from './check-scope.js';

test.each<[string, string | null, CheckScope]>([
  ['2026-11-20', null, 'ALL'],
  ['2026-11-20', '2026-11-19', 'CHANGED'],
  ['2026-11-20', '2026-11-14', 'CHANGED'],
  ['2026-11-20', '2026-11-13', 'ALL'],
  ['2026-11-20', '2025-01-01', 'ALL'],
  ['2026-11-20', '2026-11-20', 'CHANGED'],
])('[7.3] on %s after a full check of %s: %s', (on, lastFull, scope) => {
  expect(nightlyScope(parseLocalDate(on), lastFull === null ? null : parseLocalDate(lastFull))).toBe(scope);
});

test.each<[CheckScope, CheckStage[]]>([
  ['CHANGED', ['ENTRIES', 'LEDGER']],
  ['ALL', ['LOANS', 'BORROWERS', 'ENTRIES', 'LEDGER']],
])('[7.3] %s walks through %j and ends with the whole ledger', (scope, stages) => {
  const walked: CheckStage[] = [];
  for (let stage: CheckStage | null = firstStage(scope); stage; stage = stageAfter(stage, scope)) walked.push(stage);
  expect(walked).toEqual(stages);
  expect(CHECK_SCOPES).toContain(scope);
  expect(stages.every((stage) => CHECK_STAGES.includes(stage))).toBe(true);
});
