import { DomainError } from '@weilend/kernel';

// Who looks after a lead: the salesperson who found it, or one whom the manager names, or the next in turn, or the one with the fewest
// open leads, or the one who covers the district. Turns go round fairly: after the last comes the first again.

/** How the manager gives out leads. */
export const GIVING_WAYS = ['HAND', 'ROUND_ROBIN', 'LOAD', 'AREA'] as const;
export type GivingWay = (typeof GIVING_WAYS)[number];
export const ASSIGNMENT_WAYS = ['CREATOR', ...GIVING_WAYS] as const;
export type AssignmentWay = (typeof ASSIGNMENT_WAYS)[number];
/** What may be asked for when a lead arrives: also that it waits for the manager. */
export const INTAKE_WAYS = [...ASSIGNMENT_WAYS, 'LATER'] as const;
export type IntakeWay = (typeof INTAKE_WAYS)[number];

export interface LeadAssignment {
  readonly salespersonId: string;
  readonly how: AssignmentWay;
  /** Null when nobody's act chose. */
  readonly by: string | null;
  readonly reason: string | null;
  readonly at: Date;
}

/** People in the order of their turns, beginning after the one whose turn was last. */
export function inTurn(people: readonly string[], last: string | null): readonly string[] {
  const sorted = [...new Set(people)].sort();
  const next = last === null ? 0 : sorted.findIndex((one) => one > last);
  return next <= 0 ? sorted : [...sorted.slice(next), ...sorted.slice(0, next)];
}

/** The next in turn. Throws DomainError NO_SALESPERSON. */
export function nextInTurn(people: readonly string[], last: string | null, where = ''): string {
  const [next] = inTurn(people, last);
  if (next === undefined) throw new DomainError('NO_SALESPERSON', { where });
  return next;
}

/** The one with the fewest open leads; among equals whose turn it is. Throws DomainError NO_SALESPERSON. */
export function leastLoaded(people: readonly string[], load: ReadonlyMap<string, number>, last: string | null, where = ''): string {
  const turns = inTurn(people, last);
  const fewest = Math.min(...turns.map((one) => load.get(one) ?? 0));
  return nextInTurn(
    turns.filter((one) => (load.get(one) ?? 0) === fewest),
    last,
    where,
  );
}

const DISTRICT = /^\d{6}$/;

/** Throws DomainError DISTRICT_INVALID. */
export function parseDistrict(text: string, field = 'district'): string {
  const code = text.trim();
  if (!DISTRICT.test(code)) throw new DomainError('DISTRICT_INVALID', {}, field);
  return code;
}
