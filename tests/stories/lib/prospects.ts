// Leads and customers of a script that is not about a loan: what several scripts make before they begin.
import type { Person } from '../../../infra/local/demo/person.ts';
import { identityInputOf } from './client.ts';
import type { Client } from './client.ts';
import type { Company } from './company.ts';
import { textAt } from './read.ts';
import { profileOf } from './sales-desk.ts';
import type { Storyline } from './storyline.ts';

export interface Telling {
  readonly company: Company;
  readonly story: Storyline;
}

/** A lead from the client's channel, with whatever else is said of it. @returns its id */
export async function writeLead(
  { story }: Telling,
  person: Person,
  { identity, source }: Client,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const input = { ...source, contactName: identity.name, phone: identity.phone, ...more };
  return textAt(await story.act(person, { verb: 'createLead', input, select: 'lead { id }' }), 'lead', 'id');
}

/** Puts a client on file; without a profile nothing is known of him but who he is. @returns id of the customer */
export async function putOnFile(
  { story }: Telling,
  person: Person,
  client: Client,
  of: { readonly leadId?: string; readonly withProfile?: boolean } = {},
): Promise<string> {
  const { leadId = null, withProfile = true } = of;
  const input = { leadId, identity: identityInputOf(client), profile: withProfile ? profileOf(client) : null };
  return textAt(await story.act(person, { verb: 'registerCustomer', input, select: 'customer { id }' }), 'customer', 'id');
}

/** A date so many days later. */
export function daysAfter(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Who of the demo company an id belongs to; the manager, who may act for everybody, when it is nobody of them. */
export async function whoIs({ company }: Telling, employeeId: string): Promise<Person> {
  const salespeople = company.all('salesperson');
  const ids = await Promise.all(salespeople.map((person) => person.employeeId()));
  return salespeople[ids.indexOf(employeeId)] ?? company.one('sales-manager');
}
