import { beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphFault } from '../../infra/local/demo/graph-client.ts';
import { identityInputOf } from './lib/client.ts';
import type { Client } from './lib/client.ts';
import type { Company } from './lib/company.ts';
import { residentId } from './lib/identities.ts';
import { listAt, textAt } from './lib/read.ts';
import { openStoryCompany, storyHome } from './lib/story-company.ts';
import { Storyline } from './lib/storyline.ts';
import { clientOf } from './scripts/scene.ts';
import { playScripts } from './scripts/play-scripts.ts';
import { textsInDatabases, textsOnDisk } from './topology/stored-texts.ts';

// What nobody may read [3.7, 7.11]: the numbers of a customer who went through the whole company, and of everybody who was refused on the way. His numbers are
// the canaries: they must sing nowhere.

const RUN = `secrecy-${process.pid}`;
/** Departments that keep a name for their work; nowhere else does it stand. */
const NAMES_KEPT = ['weilend_sales.customers', 'weilend_sales.leads', 'weilend_sales.contracts', 'weilend_finance.payee_accounts'];

let company: Company;
let client: Client;
/** Everything that was answered with a refusal or a fault. */
const answers: string[] = [];

beforeAll(async () => {
  company = await openStoryCompany();
  const [played] = await playScripts(company, { run: RUN, only: ['online'], say: () => undefined });
  expect(played?.problems).toEqual([]);
  const scene = { company, productIds: new Map(), run: RUN, today: await company.today(), shared: new Map(), turn: 0 };
  client = clientOf({ ...scene, story: new Storyline(RUN, 'online') });
  await beRefusedInEveryWay();
}, 120_000);

/** Rules, types, syntax, scopes: each says no to something that holds a number. */
async function beRefusedInEveryWay(): Promise<void> {
  const person = company.nth('salesperson', 0);
  const { identity } = client;
  const wrongCheck = `${identity.residentId.slice(0, -1)}${identity.residentId.endsWith('1') ? '2' : '1'}`;
  const tries: readonly Readonly<Record<string, unknown>>[] = [
    { identity: identityInputOf(client) },
    { identity: { ...identityInputOf(client), residentId: wrongCheck } },
    { identity: { ...identityInputOf(client), phone: `${identity.phone}0` } },
    { identity: { ...identityInputOf(client), name: identity.phone, address: '' } },
    { identity: { ...identityInputOf(client), type: identity.residentId } },
    { identity: { ...identityInputOf(client), unknown: identity.phone } },
  ];
  for (const input of tries) await asked(person.attempt({ verb: 'registerCustomer', input, select: 'customer { id }' }));
  const text = `客户电话 ${identity.phone}，身份证 ${identity.residentId}`;
  const raise = { verb: 'raiseSalesProblem', input: { kind: 'CUSTOMER', title: '无法联系', text }, select: 'salesProblem { id }' };
  await asked(person.attempt(raise));
  await asked(person.ask(`query Q { customers(phone: "${identity.phone}", first: 1000) { nodes { id } } }`));
  await asked(person.ask(`query Q { customers(first: "${identity.phone}", type: "${identity.residentId}") { nodes { id } } }`));
  await asked(person.ask(`query Q { customer(id: "${identity.residentId}") { id name phone } }`));
}

/** What the gateway said; the client itself would add the request to a fault. */
async function asked(answer: Promise<unknown>): Promise<void> {
  const told = await answer.catch((thrown: unknown) => (thrown as GraphFault).errors);
  answers.push(JSON.stringify(told));
}

const numbers = (): readonly string[] => {
  const { residentId: number, phone, address, cardNumber } = client.identity;
  return [number, phone, address, cardNumber];
};

const singing = (canaries: readonly string[], texts: readonly { place: string; text: string }[]): string[] =>
  texts.flatMap(({ place, text }) => canaries.filter((canary) => text.includes(canary)).map((canary) => `${place}: …${canary.slice(-4)}`));

describe('[3.7, 7.11] the numbers of a customer', () => {
  test('can be found by this test where they do stand', () => {
    expect(residentId(client.identity.residentId.slice(0, 17))).toBe(client.identity.residentId);
    expect(singing(numbers(), [{ place: 'here', text: `a ${client.identity.phone} b` }])).toHaveLength(1);
  });

  test('stand in no log and no job', async () => {
    const texts = await textsOnDisk(storyHome());
    const places = texts.map(({ place }) => place).join(' ');
    for (const known of ['sales', 'gateway', 'appendonly']) expect(places).toContain(known);
    expect(texts.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(10_000);
    expect(singing([...numbers(), client.identity.name], texts)).toEqual([]);
  });

  test('stand in no database in plain, and the name only where the work needs it', async () => {
    const texts = await textsInDatabases(storyHome());
    const places = texts.map(({ place }) => place);
    for (const known of [...NAMES_KEPT, 'weilend_coordination.event_log', 'weilend_sales.outbox', 'weilend_risk.inbox'])
      expect(places).toContain(known);
    expect(singing(numbers(), texts)).toEqual([]);
    const withName = texts.filter(({ text }) => text.includes(client.identity.name)).map(({ place }) => place);
    expect(withName.filter((place) => !NAMES_KEPT.includes(place))).toEqual([]);
  });

  test('stand in no answer that refuses or fails', () => {
    expect(answers).toHaveLength(10);
    const echoes = answers.flatMap((text, place) => singing(numbers(), [{ place: `answer ${place}`, text }]));
    expect(echoes).toEqual([]);
  });

  test('are masked for whoever may see him, and shown only after the reason was written down', async () => {
    const manager = company.one('sales-manager');
    const { identity } = client;
    const { data } = await manager.ask(`query Q($phone: String) { customers(phone: $phone) { nodes { id phone residentId address } } }`, {
      phone: identity.phone,
    });
    const [found] = listAt(data, 'customers', 'nodes');
    expect(singing(numbers(), [{ place: 'list', text: JSON.stringify(data) }])).toEqual([]);
    const reveal = (reason: string) =>
      manager.attempt({
        verb: 'revealCustomer',
        input: { customerId: textAt(found, 'id'), reason },
        select: 'customer { residentId phone }',
      });
    const [silent] = await reveal('');
    expect(silent?.userErrors.map(({ code }) => code)).toEqual(['REASON_REQUIRED']);
    const [shown] = await reveal('核对签约材料');
    expect(shown).toMatchObject({ customer: { residentId: identity.residentId, phone: identity.phone } });
  });
});
