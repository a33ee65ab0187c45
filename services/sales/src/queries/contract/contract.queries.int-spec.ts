import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { readyContract } from '../../domain/contract/signed.builder.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { AmendmentQueries } from './amendment.queries.js';
import { ContractQueries } from './contract.queries.js';

const PEOPLE = 4;
const EACH = 60;
const STATES = ['draft', 'draft', 'signed', 'void', 'expired'] as const;

let desk: SalesDesk;
let contracts: ContractQueries;
let amendments: AmendmentQueries;
const sellers: EmployeeActor[] = Array.from({ length: PEOPLE }, () => person('sales', 'salesperson'));

beforeAll(async () => {
  desk = await salesDesk();
  const { database, parameters, clock } = desk.platform;
  contracts = new ContractQueries(database, parameters, clock);
  amendments = new AmendmentQueries(database);
  await desk.platform.work.run({ actor: desk.seller, operation: 'given' }, async (tx) => {
    for (let no = 0; no < PEOPLE * EACH; no++) {
      const number = `WD-2026-${String(no + 1).padStart(6, '0')}`;
      const ids = { id: newId('con'), number, applicationId: newId('app'), salespersonId: sellers[no % PEOPLE]?.employeeId ?? '' };
      const sha256 = no.toString(16).padStart(64, '0');
      const recordings = no % 2 === 0 ? [] : readyContract().recordings.map((one) => ({ ...one, sha256, claimedHash: sha256 }));
      const terms = { ...readyContract().terms, productId: newId('prd') };
      await desk.get(Contracts).insert(readyContract({ ...ids, terms, recordings, state: STATES[no % 5] ?? 'draft', version: 0 }), tx);
    }
  });
});

afterAll(() => desk.stop());

type Work = { docsExamined: number; keysExamined: number; planSummary: string; hasSortStage?: boolean; nreturned: number };

/** What the database did for the reads of a collection. */
async function watched(collection: string, act: () => Promise<unknown>): Promise<Work[]> {
  const { database } = desk.platform;
  const db = database.connection.getClient().db(database.connection.name);
  await db.command({ profile: 2 });
  await act();
  await db.command({ profile: 0 });
  const rows = await db
    .collection('system.profile')
    .find({ op: 'query', ns: `${database.connection.name}.${collection}` })
    .toArray();
  await db.collection('system.profile').drop();
  return rows as unknown as Work[];
}

describe('[2.12] lists of contracts', () => {
  const manager = person('sales', 'sales-manager');
  const seller = sellers[0] as EmployeeActor;

  test.each<[string, object, EmployeeActor]>([
    ['own, of every state', {}, seller],
    ['own, of a state', { state: 'signed' }, seller],
    ['own drafts that wait for a recording', { awaiting: 'VIDEO' }, seller],
    ['own drafts that wait for the signature', { awaiting: 'SIGNATURE' }, seller],
    ['all of a state', { state: 'expired' }, manager],
    ['all drafts that wait for a recording', { awaiting: 'AUDIO' }, manager],
    ["one person's drafts that wait for the signature", { awaiting: 'SIGNATURE', salespersonId: seller.employeeId }, manager],
  ])('%s: a page reads its own rows by an index in its order, the next pages too', async (_title, filter, actor) => {
    let after: string | null = null;
    for (let page = 0; page < 3; page++) {
      const work = await watched('contracts', async () => {
        after = (await contracts.list({ ...filter, first: 5, after }, actor)).pageInfo.endCursor;
      });
      expect(work).toHaveLength(1);
      expect(work[0]).toMatchObject({ planSummary: expect.stringMatching(/^IXSCAN/) });
      expect(work[0]?.hasSortStage ?? false).toBe(false);
      expect(work[0]?.docsExamined).toBeLessThanOrEqual(6);
    }
  });

  test('[4.18] are readable before compliance has published how long recordings are kept', async () => {
    const parameters = desk.platform.database.collection('parameters');
    const kept = await parameters.findOneAndDelete({ key: 'retention.recording-years' });
    const { nodes } = await contracts.list({ state: 'signed', first: 1 }, manager);
    await parameters.insertOne(kept as never);
    expect(nodes).toHaveLength(1);
  });

  test('own agreements that are owed are read by an index', async () => {
    const [work] = await watched('contract_amendments', () => amendments.list({ owed: true, first: 5 }, seller));
    expect(work?.planSummary).toMatch(/^IXSCAN/);
  });

  test.each<[object, number]>([
    [{}, EACH],
    [{ state: 'draft' }, 24],
    [{ awaiting: 'SIGNATURE', state: 'signed' }, 0],
  ])('%j shows a salesperson his own only', async (filter, count) => {
    const { nodes } = await contracts.list({ ...filter, first: 100 }, seller);
    expect(nodes).toHaveLength(count);
    expect(new Set(nodes.map(({ salespersonId }) => salespersonId)).size).toBeLessThanOrEqual(1);
    expect(await contracts.list({ ...filter, salespersonId: sellers[1]?.employeeId, first: 5 }, seller)).toMatchObject({ nodes: [] });
  });
});
