// Somebody of another department who is given a seat in the committee, as an administrator and the chair can, and goes back to his work afterwards.
import { Person } from '../../../infra/local/demo/person.ts';
import type { Act } from '../../../infra/local/demo/person.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { refusalOf } from './committee-acts.ts';
import type { Company } from './company.ts';
import { textAt } from './read.ts';

export interface Seat {
  readonly office: 'MEMBER' | 'SUBSTITUTE';
  /** Of a substitute: whose seat it is. */
  readonly substituteFor?: string;
}

export interface Seated {
  /** With the roles that he has now. */
  readonly person: Person;
  readonly employeeId: string;
  readonly back: () => Promise<void>;
}

/** Where somebody works, as hr knows it. */
export interface Post {
  readonly department: string;
  readonly role: string;
}

/** @throws Error when the administrator or the chair refuses. */
export async function takesSeat(company: Company, person: Person, seat: Seat, post: Post): Promise<Seated> {
  const employeeId = await person.employeeId();
  // What hr gives here a second person would have to confirm; an administrator's word is enough.
  const [administrator, chair] = [company.one('administrator'), company.one('committee-chair')];
  await done(administrator, moved(employeeId, { department: 'APPROVAL', role: 'COMMITTEE_MEMBER' }));
  const appoint = { verb: 'appointMember', input: { employeeId, ...seat }, select: 'member { id }' };
  const memberId = await waitFor('the term of office', async () => {
    const [payload] = await chair.attempt(appoint);
    return payload?.userErrors.length === 0 ? textAt(payload, 'member', 'id') : null;
  });
  return {
    person: new Person(company.client, person.signIn),
    employeeId,
    back: async () => {
      await done(chair, { verb: 'endMembership', input: { memberId }, select: 'member { id }' });
      await done(administrator, moved(employeeId, post));
    },
  };
}

function moved(employeeId: string, { department, role }: Post): Act {
  return { verb: 'changeEmployee', input: { employeeId, department, roles: [role] }, select: 'employee { id }' };
}

async function done(person: Person, act: Act): Promise<void> {
  const code = await refusalOf(person, act);
  if (code !== 'DONE') throw new Error(`${person.name} was refused ${act.verb}: ${code}`);
}
