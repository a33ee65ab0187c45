import { beforeAll, describe, expect, test } from '@jest/globals';
import { openStoryCompany } from './lib/story-company.ts';
import { playScripts } from './scripts/play-scripts.ts';
import type { PlayedScript } from './scripts/play-scripts.ts';

// What the sales department does beside the loan, at the gateway: its day, its leads, its care for customers, people who leave, files of prospects.

const SCRIPTS = ['sales-day', 'channels', 'visits-by-grade', 'portfolio', 'import'];

const played = new Map<string, PlayedScript>();

beforeAll(async () => {
  const company = await openStoryCompany();
  for (const script of await playScripts(company, { run: `jest-${process.pid}`, only: SCRIPTS, say: () => undefined }))
    played.set(script.name, script);
}, 120_000);

describe('the sales department', () => {
  test.each([
    ['2.3, 2.5, 2.7', 'sales-day'],
    ['2.8, 3.1-3.4', 'channels'],
    ['3.9-3.11, 5.2', 'visits-by-grade'],
    ['2.13', 'portfolio'],
    ['2.8', 'import'],
  ])('[%s] %s ends as it must', (_rules, name) => {
    expect(played.get(name)?.problems).toEqual([]);
  });

  test.each([
    ['sales-day', 'publishSalesPlan', 'TARGETS_TOO_LOW'],
    ['sales-day', 'judgeSalesProblem', 'NOT_THE_RAISER'],
    ['sales-day', 'logWork', 'WORK_LOG_HANDED_IN'],
    ['channels', 'createLead', 'LEAD_EXISTS'],
    ['channels', 'createLead', 'LEAD_WITH_COLLEAGUE'],
    ['channels', 'convertLead', 'LEAD_CONVERTED'],
    ['visits-by-grade', 'planVisit', 'VISIT_TOO_LATE'],
    ['portfolio', 'transferPortfolio', 'PORTFOLIO_NOT_OWED'],
    ['import', 'startImport', 'IMPORT_FILE_REPEATED'],
  ])('in %s, %s is refused with %s and its rule', (name, verb, code) => {
    expect(played.get(name)?.userErrors).toContainEqual(
      expect.objectContaining({ verb, code, rule: expect.stringMatching(/^(G\d|\d\.\d+)$/) }),
    );
  });

  test('[2.13] hr hears that what the leaver had is with a colleague', () => {
    expect(played.get('portfolio')?.timeline.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['hands over: transfer-portfolio', 'completed: transfer-portfolio']),
    );
  });
});
