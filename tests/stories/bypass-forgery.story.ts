import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Company } from './lib/company.ts';
import { Intruder } from './lib/intruder.ts';
import { at, listAt } from './lib/read.ts';
import { openStoryCompany, storyHome } from './lib/story-company.ts';
import { beforeTheCommittee, sceneOf, snapshot } from './scripts/committee-part.ts';
import type { Before } from './scripts/committee-part.ts';
import { GOOD_FACTS } from './scripts/scene.ts';

// Ways around the committee [7.3, G4, G7] that do not come through the front door: at the department past the gateway, by forged messages and by messages
// that are played again. Each is refused with its code, and the case and the money stand as they stood.

/** Three votes of a small committee decide it. */
const SMALL_YUAN = 6_000;

let company: Company;
let intruder: Intruder;
let first: Before;

beforeAll(async () => {
  company = await openStoryCompany();
  intruder = await Intruder.into(storyHome());
  const scene = await sceneOf(company, `forgery-${process.pid}`, 'a');
  first = await beforeTheCommittee(scene, { amountYuan: SMALL_YUAN, facts: GOOD_FACTS });
}, 180_000);

/** Tries something that must change neither case nor money. */
async function changesNothing(attempt: () => Promise<string>): Promise<string> {
  const before = await snapshot(company, first);
  const code = await attempt();
  expect(await snapshot(company, first)).toEqual(before);
  return code;
}

describe('at the department, past the gateway', () => {
  const mutation = (): string =>
    `mutation { castVote(input: { caseId: "${first.caseId}", choice: YES, reason: "同意" }) { userErrors { code } } }`;
  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

  test.each<[string, string, () => Promise<Record<string, string>>]>([
    ['without a token', 'UNAUTHENTICATED', async () => ({})],
    ['with the token of a salesperson', 'FORBIDDEN', async () => bearer(await first.desks.desk.person.token())],
    [
      'with a token in which the roles were rewritten',
      'UNAUTHENTICATED',
      async () => bearer(intruder.rewritten(await first.desks.desk.person.token(), { roles: ['committee-chair'] })),
    ],
    [
      'with a token under a key of his own',
      'UNAUTHENTICATED',
      async () => bearer(intruder.signedByMyself(await company.one('committee-chair').token(), {})),
    ],
    [
      'with a token that needs no signature',
      'UNAUTHENTICATED',
      async () => bearer(intruder.unsigned(await company.one('committee-chair').token(), {})),
    ],
    [
      'with headers that say who he is',
      'UNAUTHENTICATED',
      async () => ({
        'x-actor': 'employee',
        'x-employee-id': 'emp_1',
        'x-roles': 'committee-chair',
        'x-forwarded-user': 'committee-chair',
      }),
    ],
  ])('somebody votes %s: %s', async (_name, code, headers) => {
    const sent = await headers();
    expect(await changesNothing(() => intruder.pastTheGateway('approval', mutation(), sent))).toBe(code);
  });

  test('the case is not read by reference without a token', async () => {
    const read = `{ _entities(representations: [{ __typename: "ApprovalCase", id: "${first.caseId}" }]) { ... on ApprovalCase { state } } }`;
    expect(await intruder.pastTheGateway('approval', read)).toBe('UNAUTHENTICATED');
  });
});

describe('by messages', () => {
  const forged = (subject: string | null, data: object): object => ({
    ...{ specversion: '1.0', id: 'msg_01m8d23e546qmzc8n3c07p0qe6', source: 'approval', subject, partitionkey: subject, sequence: 1 },
    data,
  });

  test.each<[string, 'handoffs' | 'events', 'approval' | 'sales' | 'finance', string, (applicationId: string | null) => object]>([
    [
      'a decision is told to sales',
      'events',
      'sales',
      'approval.decision-made.v1',
      (applicationId) => ({ applicationId, result: 'APPROVED' }),
    ],
    [
      'a decision is told to finance',
      'events',
      'finance',
      'approval.decision-made.v1',
      (applicationId) => ({ applicationId, result: 'APPROVED' }),
    ],
    [
      'a case is handed to the committee',
      'handoffs',
      'approval',
      'decide-application',
      (applicationId) => ({ applicationId, amountFen: 1 }),
    ],
    ['a payment is ordered', 'handoffs', 'finance', 'disburse-loan', (applicationId) => ({ applicationId, amountFen: 600_000 })],
    ['the contract is asked for', 'handoffs', 'sales', 'sign-contract', (applicationId) => ({ applicationId, decisionId: 'dec_1' })],
  ])('%s by a forged job: it fails and nobody acts on it', async (_name, kind, department, type, data) => {
    const { applicationId } = first.story;
    const job = { type, data: { body: JSON.stringify(forged(applicationId, data(applicationId))), seal: 'AAAA' } };
    expect(await changesNothing(() => intruder.writesJob(kind, department, job))).toBe('failed');
  });

  test('the handoff of risk, played again, opens no second case', async () => {
    const { applicationId } = first.story;
    const count = async (): Promise<number> => {
      const { data } = await company
        .one('committee-secretary')
        .ask('query Cases { approvalCases(first: 100) { nodes { application { id } } } }');
      return listAt(data, 'approvalCases', 'nodes').filter((one) => at(one, 'application', 'id') === applicationId).length;
    };
    const before = await count();
    const again = await changesNothing(async () =>
      String(await intruder.playsAgain('risk', { destination: 'approval', 'envelope.subject': applicationId })),
    );
    expect(Number(again)).toBeGreaterThan(0);
    expect([before, await count()]).toEqual([1, 1]);
  });
});
