// A whole year of the sales team: it moves the clock of the company by more than a year, so it comes last. It takes longer than the tests have, so `npm test`
// leaves it out.
import { isDeepStrictEqual } from 'node:util';
import { claims, REFUSED } from '../year/claims.ts';
import { playYear } from '../year/play-year.ts';
import type { Script } from './scene.ts';

export const year: Script = {
  name: 'year',
  tells:
    'a plan with budget, sessions of the four kinds, four quarters appraised with an appeal, bonuses with deferral and clawback, a severe violation that blocks an honour, the champion of the year, and a supervisor who becomes manager',
  ends: null,
  movesClock: true,
  play: async (scene) => {
    const told = await playYear(scene);
    const wrong = claims.flatMap(({ title, seen, expected }) => {
      const value = seen(told);
      return isDeepStrictEqual(value, expected) ? [] : [`${title}: ${JSON.stringify(value)}`];
    });
    const unmet = REFUSED.filter(([, verb, code]) => !scene.story.refusals.some((met) => met.verb === verb && met.code === code));
    wrong.push(...unmet.map(([what, verb, code]) => `${what} was not refused with ${code} by ${verb}`));
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  },
};
