import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Act } from '../../../infra/local/demo/person.ts';
import { refusalOf, secondLook, terms } from '../lib/committee-acts.ts';
import { decide } from '../lib/committee.ts';
import { moveClock } from '../lib/company-clock.ts';
import type { Company } from '../lib/company.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { pdfFile } from '../lib/evidence-files.ts';
import { daysAfter } from '../lib/prospects.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import { openStoryCompany } from '../lib/story-company.ts';
import { beforeTheCommittee, sceneOf, stageOf } from '../scripts/committee-part.ts';
import type { Before } from '../scripts/committee-part.ts';
import { GOOD_FACTS } from '../scripts/scene.ts';

// Conditional approvals of two conditions each [4.13, 4.14, G5]: one is settled piece by piece and signed on, of the other one condition is confirmed and the
// day of the other passes. The clock of the company is moved over midnight once.

const RUN = `conditions-${process.pid}`;
const [INCOME, GUARANTEE] = ['提供最近三个月的收入流水', '配偶签署共同还款承诺'];
const DECISION = `query Decision($id: ID!) { decision(id: $id) {
  state lapsedReason conditionDueOn conditions { conditionId text dueOn evidence { fileId } confirmedBy { id } } } }`;
const WORK = 'query Work($id: ID!) { application(id: $id) { handoffs { type state } } }';

interface Conditional extends Before {
  readonly decisionId: string;
  /** Of the statement of income, and of the guarantee. */
  readonly conditionIds: readonly string[];
}

let company: Company;

beforeAll(async () => {
  company = await openStoryCompany();
});

/** Two conditions put to the vote, both accepted; `guaranteeDueOn` is the day of the second one. */
async function conditional(name: string, guaranteeDueOn: string): Promise<Conditional> {
  const about = await beforeTheCommittee(await sceneOf(company, RUN, name), { amountYuan: 12_000, facts: GOOD_FACTS });
  const conditions = [
    { text: INCOME, dueOn: daysAfter(await company.today(), 14), evidenceKind: 'DOCUMENT' },
    { text: GUARANTEE, dueOn: guaranteeDueOn, evidenceKind: 'GUARANTEE' },
  ];
  expect(await refusalOf(company.one('committee-secretary'), terms(about.caseId, { conditions }))).toBe('DONE');
  const { result, decisionId, conditionIds } = await decide(company, about.story, 0);
  expect([result, conditionIds.length]).toEqual(['CONDITIONAL', 2]);
  await about.desks.signing.reaches('CONDITIONALLY_APPROVED');
  return { ...about, decisionId, conditionIds };
}

async function decisionOf({ decisionId }: Conditional): Promise<unknown> {
  const { data } = await company.one('committee-secretary').ask(DECISION, { id: decisionId });
  return at(data, 'decision');
}

/** The application's work of a kind, as the board shows it, newest state last. */
async function workOf({ story }: Before, type: string): Promise<unknown[]> {
  const { data } = await company.one('coordinator').ask(WORK, { id: story.applicationId });
  const found = listAt(data, 'application', 'handoffs').filter((one) => at(one, 'type') === type);
  return found.map((one) => at(one, 'state'));
}

const confirm = ({ decisionId }: Conditional, conditionIds: readonly (string | undefined)[]): Act => ({
  verb: 'confirmConditions',
  input: { decisionId, conditionIds },
  select: 'decision { id state }',
});

/** Both evidenced by sales, and at the committee. */
async function evidenced(about: Conditional): Promise<void> {
  await about.desks.signing.evidence(about.conditionIds, 'first');
  await company
    .watch(company.one('committee-secretary'), { field: 'decision', select: 'id state' })
    .until(about.decisionId, 'the evidence at the committee', (one) => at(one, 'state') === 'EVIDENCED');
}

const drafting = ({ desks }: Before): Act => ({ ...desks.desk.step('draftContract'), select: 'contract { id }' });
const draftRefused = (about: Before): Promise<string> => refusalOf(about.desks.desk.person, drafting(about));

describe('both conditions are met', () => {
  let about: Conditional;

  beforeAll(async () => {
    about = await conditional('met', daysAfter(await company.today(), 14));
  }, 180_000);

  test('[4.14, G5] no contract while they are open, nor when only one is confirmed', async () => {
    expect(await draftRefused(about)).toBe('CONDITIONS_OPEN');
    await evidenced(about);
    expect(await draftRefused(about)).toBe('CONDITIONS_OPEN');
    const secretary = company.one('committee-secretary');
    expect(await refusalOf(secretary, confirm(about, ['cnd_01m8d23e546qmzc8n3c07p0qe6']))).toBe('CONDITION_UNKNOWN');
    expect(await refusalOf(secretary, confirm(about, [about.conditionIds[0]]))).toBe('DONE');
    expect(await decisionOf(about)).toMatchObject({
      state: 'EVIDENCED',
      conditions: [
        { text: INCOME, confirmedBy: { id: expect.any(String) } },
        { text: GUARANTEE, confirmedBy: null },
      ],
    });
    expect(await draftRefused(about)).toBe('CONDITIONS_OPEN');
    expect(await stageOf(company, about)).toEqual({ stage: 'CONDITIONALLY_APPROVED', order: null });
  });

  test('[4.14] the salesperson who gave the evidence does not confirm it', async () => {
    expect(await refusalOf(about.desks.desk.person, confirm(about, [about.conditionIds[1]]))).toBe('FORBIDDEN');
  });

  test('[4.14, 4.15] with the second one confirmed the contract is drafted', async () => {
    expect(await refusalOf(company.one('committee-secretary'), confirm(about, [about.conditionIds[1]]))).toBe('DONE');
    expect(await decisionOf(about)).toMatchObject({ state: 'IN_FORCE', conditionDueOn: null });
    const { contractId } = await about.desks.signing.draft();
    expect(contractId).toMatch(/^con_/);
    await about.desks.signing.reaches('CONTRACTING');
    expect(await workOf(about, 'fulfil-conditions')).toEqual(['COMPLETED']);
    expect(await workOf(about, 'confirm-conditions')).toEqual(['COMPLETED']);
  });
});

describe('one condition is met, and the day of the other one passes', () => {
  let about: Conditional;

  beforeAll(async () => {
    about = await conditional('expired', await company.today());
  }, 180_000);

  test('[4.14] one is confirmed, the other goes back with the reason', async () => {
    const secretary = company.one('committee-secretary');
    const [income, guarantee] = about.conditionIds;
    await evidenced(about);
    expect(await refusalOf(secretary, confirm(about, [income]))).toBe('DONE');
    const back = { decisionId: about.decisionId, conditionIds: [guarantee], reasons: ['承诺书未按指印'] };
    expect(await refusalOf(secretary, { verb: 'returnConditions', input: back, select: 'decision { id }' })).toBe('DONE');
    expect(await decisionOf(about)).toMatchObject({ state: 'AWAITING_CONDITIONS', conditionDueOn: await company.today() });
    expect(await draftRefused(about)).toBe('CONDITIONS_OPEN');
  });

  test('[4.14, G5] the day passes: the approval lapses, and no money can follow', async () => {
    const tomorrow = new Date(`${daysAfter(await company.today(), 1)}T00:01:00+08:00`);
    await moveClock({ company, story: about.story }, tomorrow);
    await about.desks.signing.reaches('LAPSED');
    expect(await decisionOf(about)).toMatchObject({
      state: 'LAPSED',
      lapsedReason: 'CONDITION_EXPIRED',
      // What was confirmed stays on the record.
      conditions: [
        { text: INCOME, confirmedBy: { id: expect.any(String) } },
        { text: GUARANTEE, confirmedBy: null },
      ],
    });
    expect(await draftRefused(about)).toBe('APPROVAL_MISSING');
    expect(await refusalOf(company.one('committee-secretary'), confirm(about, [about.conditionIds[1]]))).toBe('ILLEGAL_TRANSITION');
    expect(await stageOf(company, about)).toEqual({ stage: 'LAPSED', order: null });
    await about.desks.signing.inform('LAPSED');
  }, 240_000);

  test('[4.12, 4.14] it comes before the committee again by a second look only, which asks what is new', async () => {
    const { desk, signing } = about.desks;
    const given = await decisionOf(about);
    const confirmed = textAt(given, 'conditions', 0, 'evidence', 'fileId');
    const old = pdfFile('income-statement.pdf', `${about.story.no} evidence first ${about.conditionIds[0]}`);
    const again = (documents: readonly { fileId: string; sha256: string }[]): Promise<string> =>
      refusalOf(desk.person, secondLook(about.decisionId, '配偶已到场签署并按指印', documents));
    expect(await again([{ fileId: confirmed, sha256: old.sha256 }])).toBe('NEW_FACTS_MISSING');
    const signed = pdfFile('guarantee.pdf', `${about.story.no} signed ${about.decisionId}`);
    const [fileId = ''] = await desk.uploads(desk.applicationId, 'DOCUMENT', [signed]);
    await about.story.act(desk.person, desk.step('attachDocument', { type: 'OTHER', fileId }));
    const heard = await waitFor('the committee to hear of the paper', async () => {
      const code = await again([{ fileId, sha256: signed.sha256 }]);
      return code === 'NEW_FACT_UNKNOWN' ? null : code;
    });
    expect(heard).toBe('DONE');
    const { result } = await decide(company, about.story, 0);
    expect(result).toBe('APPROVED');
    await signing.reaches('APPROVED');
    expect(await decisionOf(about)).toMatchObject({ state: 'LAPSED' });
    expect((await signing.draft()).contractId).toMatch(/^con_/);
  });
});
