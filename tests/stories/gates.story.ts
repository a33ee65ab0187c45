import { beforeAll, describe, expect, test } from '@jest/globals';
import { openStoryCompany } from './lib/story-company.ts';
import { playScripts } from './scripts/play-scripts.ts';
import type { PlayedScript } from './scripts/play-scripts.ts';

// Every gate, walked into at the gateway by people who hold the permissions: each refuses with its code and rule, and nothing of what was tried remains.

let played: PlayedScript;

beforeAll(async () => {
  const company = await openStoryCompany();
  [played] = (await playScripts(company, { run: `jest-${process.pid}`, only: ['gates'], say: () => undefined })) as [PlayedScript];
}, 120_000);

describe('an application that walks into every gate', () => {
  test.each([
    ['G1', 'submitApplication', 'DOCUMENT_MISSING'],
    ['G5', 'draftContract', 'APPROVAL_MISSING'],
    ['G2', 'inquireBureau', 'IDENTITY_MISMATCH'],
    ['G3', 'finaliseRiskReport', 'FIVE_C_MISSING'],
    ['G4', 'decideCase', 'QUORUM_NOT_REACHED'],
    ['G6', 'signContract', 'RECORDING_MISSING'],
    ['G8', 'makeDisbursement', 'AMOUNT_NOT_CONTRACT'],
  ])('[%s] %s is refused with %s', (_gate, verb, code) => {
    expect(played.userErrors).toContainEqual(expect.objectContaining({ verb, code, rule: expect.stringMatching(/^(G\d|\d\.\d+)$/) }));
  });

  test('[G7, 4.19] is paid once in the end, to the borrower, after an order to a stranger went back', () => {
    expect(played.problems).toEqual([]);
    expect(played.outcome).toBe('DISBURSED');
    expect(played.timeline.filter(({ what }) => what.startsWith('returned: disburse-loan'))).toHaveLength(1);
  });
});
