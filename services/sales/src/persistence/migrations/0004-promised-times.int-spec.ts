import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Enquiring } from '../../../test/builders/enquiry.builder.js';
import { goodDocument, Story } from '../../../test/builders/story.builder.js';
import { promisedTimes } from './0004-promised-times.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

const rows = (name: string) => desk.platform.database.collection<{ _id: string }>(name);
const all = async (name: string) => rows(name).find().sort({ _id: 1 }).toArray();

test('rows of before get their standing and the first values of what is new; those of today stay as they are', async () => {
  const at = new Date('2026-11-20T01:00:00Z');
  const done = { by: 'emp_1', at, how: 'PHONE' as const, note: null, evidence: null };
  const task = { id: 'tsk_1', about: 'dec_1', topic: 'APPROVED' as const, openedAt: at, dueAt: at, done };
  const falsification = { finding: '印章不符', kind: 'FALSIFICATION' as const, evidence: [], suspectId: null, reportedBy: 'emp_1', at };
  const old = await story.given({
    ...{ documents: [goodDocument('IDENTITY')], falsifications: [falsification], tasks: [task, { ...task, about: 'dec_2', done: null }] },
    disclosures: [],
  });
  await story.given();
  const enquiring = new Enquiring(story);
  const waiting = await enquiring.enquiry();
  const proposalId = await enquiring.quoted(await enquiring.known());
  await promisedTimes.up(desk.platform.database);
  const before = JSON.stringify([await all('applications'), await all('enquiries'), await all('proposals')]);

  // As they were stored by the version of before.
  const computed = ['worklists', 'documentExpiresOn', 'supplementDueAt', 'questionDueAt', 'conditionDueOn', 'disclosures', 'taskOpenedAt'];
  const nested = ['documents.0.validUntil', 'falsifications.0.kind', 'falsifications.0.evidence', 'tasks.0.done.evidence'];
  const unset = (names: string[]) => ({ $unset: Object.fromEntries(names.map((name) => [name, '' as const])) });
  await rows('applications').updateOne({ _id: old }, unset([...computed, ...nested]));
  const onEnquiry = ['state', 'owes', 'responseDueAt', 'proposalDueAt', 'needsKnownAt', 'firstProposalDueAt', 'firstProposedAt', 'closed'];
  await rows('enquiries').updateOne({ _id: waiting }, unset(onEnquiry));
  await rows('proposals').updateOne({ _id: proposalId }, unset(['validUntil', 'expiresOn', 'replacesId', 'answer', 'disclosure']));

  for (let time = 0; time < 2; time++) await promisedTimes.up(desk.platform.database);
  const sorted = (text: string): string => JSON.stringify(JSON.parse(text), (_key, value: unknown) => bySortedKeys(value));
  const after = JSON.stringify([await all('applications'), await all('enquiries'), await all('proposals')]);
  expect(sorted(after)).toBe(sorted(before));
});

/** The order in which a database keeps the names of a document means nothing. */
function bySortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
