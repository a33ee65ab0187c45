// Applicants that a seed invents, as rows of the data that the intake of the story plays and its oracle judges.
import type { Row } from '../../stories/oracle.ts';
import { TEXT_POINTS } from '../../stories/oracle.ts';
import { Random } from '../lib/random.ts';

/** Most applicants are good: a run wants to see money go out. */
const GOOD_ANSWERS = 0.75;

export function applicantRows(seed: number, count: number): Row[] {
  const random = new Random(seed, 'applicants');
  return Array.from({ length: count }, (_unused, place) => rowOf(random, `F${String(place + 1).padStart(4, '0')}`));
}

function rowOf(random: Random, no: string): Row {
  const texts = Object.entries(TEXT_POINTS).map(([column, points]) => {
    const best = [...points].sort(([, a], [, b]) => b - a).slice(0, Math.ceil(points.length / 2));
    return [column, random.pick(random.chance(GOOD_ANSWERS) ? best : points)[0]] as const;
  });
  return {
    application_no: no,
    ...Object.fromEntries(texts),
    duration_in_month: String(random.pick([6, 9, 12, 18, 24, 36])),
    credit_amount: String(random.between(1_000, 9_000)),
    age_in_years: String(random.between(22, 60)),
    number_of_existing_credits_at_this_bank: String(random.between(1, 3)),
  };
}
