import { beforeAll, describe, expect, test } from '@jest/globals';
import { openStoryCompany } from './lib/story-company.ts';
import { playScripts } from './scripts/play-scripts.ts';
import type { PlayedScript } from './scripts/play-scripts.ts';

// A loan in trouble, through risk, coordination and finance at the gateway.

let played: PlayedScript;

beforeAll(async () => {
  const company = await openStoryCompany();
  const scripts = await playScripts(company, { run: `jest-${process.pid}`, only: ['risk-alert'], say: () => undefined });
  played = scripts.find(({ name }) => name === 'risk-alert') as PlayedScript;
}, 180_000);

describe('a HIGH alert that opens a meeting and ends in a restructure', () => {
  test('[4.23, 7.1, 7.4-7.6, 8.3] ends as it must', () => {
    expect(played.problems).toEqual([]);
  });

  test('[7.4] the measure is handed over and its completion comes back', () => {
    const told = played.timeline.map(({ what }) => what);
    expect(told).toEqual(expect.arrayContaining(['hands over: apply-finance-measure', 'completed: apply-finance-measure']));
  });

  test('[7.4] it was not closed before its measure was checked', () => {
    expect(played.userErrors).toContainEqual(
      expect.objectContaining({ verb: 'closeAlert', code: 'ALERT_MEASURES_UNCHECKED', rule: '7.4' }),
    );
  });
});
