import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { residentId } from '../../../test/builders/inputs.builder.js';
import { assigned, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { BureauFailure, BureauPort } from '../../use-cases/bureau/bureau.port.js';
import type { BureauTrouble } from '../../domain/bureau/bureau-trouble.js';
import { BureauInquiryQueries } from './bureau-inquiry.queries.js';
import type { InquiryFilter } from './bureau-inquiry.queries.js';

class TroubledBureau extends BureauPort {
  trouble: BureauTrouble = 'TIMED_OUT';

  async inquire(): Promise<never> {
    throw new BureauFailure(this.trouble);
  }
}

let risk: RiskUnderTest;
let queries: BureauInquiryQueries;
const bureau = new TroubledBureau();
const ids: Record<string, string> = {};
const rows = () => risk.platform.database.collection<{ _id: string }>('bureau_inquiries');

async function asked(no: number): Promise<string> {
  const number = residentId(no);
  const { id } = await assigned(risk, { identityIndex: risk.platform.cipher.blindIndex('identity', number) });
  return risk.inquire.execute(risk.people.first, { investigationId: id, residentId: number });
}

beforeAll(async () => {
  risk = await riskUnderTest(() => bureau);
  queries = new BureauInquiryQueries(risk.platform.database, risk.platform.clock);
  const troubles: [string, BureauTrouble | null][] = [
    ['slow', 'TIMED_OUT'],
    ['stranger', 'OTHER_PERSON'],
    ['refused', 'REFUSED'],
    ['fresh', null],
  ];
  for (const [place, [name, trouble]] of troubles.entries()) {
    ids[name] = await asked(place + 1);
    if (trouble) {
      bureau.trouble = trouble;
      await risk.ask.askNext();
    }
  }
  for (const name of ['slow', 'refused']) await rows().updateOne({ _id: ids[name] ?? '' }, { $set: { dueAt: new Date(0) } });
});
afterAll(() => risk.platform.stop());

const named = (found: readonly { id: string }[]) => found.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));

describe("[4.10] the risk manager's list of inquiries", () => {
  test.each<[string, InquiryFilter, string[]]>([
    ['all, newest first', {}, ['fresh', 'refused', 'stranger', 'slow']],
    ['unanswered', { state: 'REQUESTED' }, ['fresh', 'stranger', 'slow']],
    ['refused for good', { state: 'FAILED' }, ['refused']],
    ['answered', { state: 'ANSWERED' }, []],
    ['about another person', { trouble: 'OTHER_PERSON' }, ['stranger']],
    ['late: one that is over is not', { overdue: true }, ['slow']],
    ['waiting for a person', { waitingForPerson: true }, ['stranger']],
    ['late and waiting', { overdue: true, waitingForPerson: true }, []],
    ['a trouble of another state', { state: 'FAILED', trouble: 'TIMED_OUT' }, []],
  ])('%s', async (_name, filter, expected) => {
    expect(named((await queries.list(filter)).nodes)).toEqual(expected);
  });

  test('by pages, each inquiry once', async () => {
    const first = await queries.list({ first: 3 });
    const second = await queries.list({ first: 3, after: first.pageInfo.endCursor });
    expect([...named(first.nodes), ...named(second.nodes)]).toEqual(['fresh', 'refused', 'stranger', 'slow']);
    await expect(queries.list({ after: 'nonsense' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(queries.list({ first: 101 })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('[3.7] neither number nor report is in it, nor the index of the person on the page', async () => {
    const page = JSON.stringify((await queries.list({})).nodes);
    expect(page).not.toContain(residentId(1));
    expect(page).not.toMatch(/identityNumber|"report"/);
  });

  test('the dashboard counts the same', async () => {
    expect(await queries.channel()).toMatchObject({
      state: 'CLOSED',
      lastTrouble: 'REFUSED',
      requested: 3,
      overdue: 1,
      waitingForPerson: 1,
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['by state', { state: 'REQUESTED' }, 'state'],
    ['late ones', { state: 'REQUESTED', dueAt: { $lt: new Date() } }, 'state'],
    ['waiting for a person', { state: 'REQUESTED', nextAttemptAt: null }, 'state'],
    ['by trouble', { trouble: 'OTHER_PERSON' }, 'trouble'],
  ])('[1.3] %s are found by an index, without sorting', async (_name, filter, index) => {
    const plan = JSON.stringify(await rows().find(filter).sort({ _id: -1 }).limit(20).hint(index).explain('queryPlanner'));
    expect(plan).toContain(`"indexName":"${index}"`);
    expect(plan).not.toContain('"stage":"SORT"');
  });
});
