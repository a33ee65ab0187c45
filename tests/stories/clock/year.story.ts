import { beforeAll, describe, expect, test } from '@jest/globals';
import { openStoryCompany } from '../lib/story-company.ts';
import { Storyline } from '../lib/storyline.ts';
import { claims } from '../year/claims.ts';
import { playYear } from '../year/play-year.ts';
import type { YearTold } from '../year/play-year.ts';

// A whole year of the sales team at the gateway, by the controlled clock: thirteen months go by. Each test is one figure of the year, with how it is computed from
// the rules and the sales; the people are hired for it, so that nothing else counts.

let told: YearTold;
let refusals: Storyline['refusals'];

beforeAll(async () => {
  const company = await openStoryCompany();
  const run = `year-${process.pid}`;
  const story = new Storyline(run, 'year');
  const scene = { company, story, run, turn: 0, productIds: await company.productIds(), shared: new Map<string, string>() };
  told = await playYear({ ...scene, today: await company.today() });
  refusals = story.refusals;
}, 600_000);

describe('a year of the sales team', () => {
  test.each(claims)('$title', ({ seen, expected }) => {
    expect(seen(told)).toEqual(expected);
  });

  test.each([
    ['[1.7] a scheme for the running quarter', 'publishAppraisalScheme', 'SCHEME_TOO_LATE'],
    ['[5.6] a formula by who drafted it', 'publishBonusFormula', 'BONUS_FORMULA_SAME_PERSON'],
    ['[1.7] a scheme approved by who proposed it', 'approveAppraisalScheme', 'SCHEME_SAME_PERSON'],
    ['[6.10] a ladder approved by who published it', 'approveCareerLadder', 'LADDER_SAME_PERSON'],
    ['[6.2] a plan without one of the six topics', 'publishTrainingPlan', 'PLAN_TOPICS_MISSING'],
    ['[6.8] a training without an evaluation', 'closeTrainingSession', 'EVALUATION_MISSING'],
    ['[6.7] a reflection of two words', 'handInReflection', 'TEXT_TOO_SHORT'],
    ['[5.5] an appeal against the sheet of somebody else', 'appealAppraisal', 'SHEET_NOT_OWN'],
    ['[5.5] an appeal decided by who reviewed', 'decideAppraisalAppeal', 'APPEAL_OWN_DECISION'],
    ['[5.6] a bonus approved by who prepared it', 'approveBonuses', 'BONUS_SAME_PERSON'],
    ['[2.1] a second sales manager', 'decidePromotion', 'SALES_MANAGER_EXISTS'],
  ])('%s was refused on the way', (_what, verb, code) => {
    expect(refusals).toContainEqual(expect.objectContaining({ verb, code }));
  });
});
