import { DomainError } from '@weilend/kernel';
import type { Employee, Hand } from './employee.js';

/**
 * Power in the company (关键岗位权限): who hires, pays, approves loans, watches the others or runs the system. One person of hr alone never makes somebody
 * who has it, nor gets at the account of somebody who has: whom hr gives such a role or a new password does not sign in until a second person of hr or an
 * administrator has confirmed it [1.3]. What an administrator does himself needs no second look: he watches hr, and everything he does is in the security log.
 */
const POWERFUL: readonly string[] = [
  ...['administrator', 'hr-manager', 'finance-manager', 'compliance-officer'],
  ...['committee-chair', 'committee-member', 'committee-secretary'],
];

type Powers = { readonly roles: readonly string[]; readonly active: boolean };

/** True when somebody has a powerful role that he did not have before: hired, given the role, or come back with it. */
export function givesPower(before: Powers | null, after: Powers): boolean {
  const had = before?.active ? before.roles : [];
  return after.active && after.roles.some((role) => POWERFUL.includes(role) && !had.includes(role));
}

/** True while a second person has to confirm what the person was given. */
export const isUnconfirmed = ({ unconfirmedBy }: Pick<Employee, 'unconfirmedBy'>): boolean => (unconfirmedBy ?? []).length > 0;

/** The person after a change by a hand: unconfirmed when hr alone gave him power, and until a second person has looked at it, whatever is changed meanwhile. */
export function afterPlacing(before: Employee | null, after: Employee, hand: Hand): Employee {
  return givesPower(before, after) ? awaiting(after, hand) : after;
}

/** The person after somebody else has given him a new password: who has power waits until it is confirmed. */
export function afterReset(person: Employee, hand: Hand): Employee {
  return givesPower(null, person) ? awaiting(person, hand) : person;
}

/** A newcomer of whom hr says that he only shares the name of somebody who left for good: a second person looks at it too. */
export const asNamesake = (person: Employee, hand: Hand): Employee => awaiting(person, hand);

/** A second person looked at it. Throws POWER_CONFIRMED or POWER_SAME_PERSON. */
export function confirmPower(person: Employee, hand: Hand): Employee {
  if (!isUnconfirmed(person)) throw new DomainError('POWER_CONFIRMED', { employeeNo: person.employeeNo }, 'employeeId');
  const gave = hand.employeeId !== null && (person.unconfirmedBy ?? []).includes(hand.employeeId);
  if (gave || hand.employeeId === person.id) throw new DomainError('POWER_SAME_PERSON', {}, 'employeeId');
  return { ...person, unconfirmedBy: [] };
}

function awaiting(person: Employee, { employeeId, administrates }: Hand): Employee {
  if (administrates || employeeId === null) return person;
  return { ...person, unconfirmedBy: [...new Set([...(person.unconfirmedBy ?? []), employeeId])] };
}
