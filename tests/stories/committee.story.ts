import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Act, Person } from '../../infra/local/demo/person.ts';
import { waitFor } from '../../infra/local/demo/wait-for.ts';
import { close, refusalOf, secondLook, vote } from './lib/committee-acts.ts';
import type { NamedPaper } from './lib/committee-acts.ts';
import { takesSeat } from './lib/committee-seats.ts';
import type { Seated } from './lib/committee-seats.ts';
import { decide } from './lib/committee.ts';
import type { Company } from './lib/company.ts';
import { pdfFile } from './lib/evidence-files.ts';
import { at, listAt, textAt } from './lib/read.ts';
import { openStoryCompany } from './lib/story-company.ts';
import { beforeTheCommittee, sceneOf, snapshot, standing } from './scripts/committee-part.ts';
import type { Before } from './scripts/committee-part.ts';
import { POOR_FACTS } from './scripts/scene.ts';

// The committee when it does not go smoothly [4.12, 4.13]: so many members stand aside that nobody may decide, and a rejection that is looked at once more,
// with something new and once only.

const RUN = `committee-${process.pid}`;
const TRAINER = { department: 'TRAINING', role: 'TRAINER' };

let company: Company;

beforeAll(async () => {
  company = await openStoryCompany();
});

const members = (...places: readonly number[]): Person[] => places.map((place) => company.nth('committee-member', place));

describe('so many stand aside that the quorum breaks', () => {
  const CASE = `query Case($id: ID!) { approvalCase(id: $id) {
    state recusals { kind member { id } } reschedulings { reason toSessionId dueAt } votes { member { id } } } }`;
  const SESSION = 'query Sitting($id: ID!) { committeeSession(id: $id) { state agenda { id } invitations { office came member { id } } } }';
  /** Everybody decides, four at least. */
  const wish = { kind: 'MICRO_ENTERPRISE', amountYuan: 350_000, termMonths: 24 } as const;

  let about: Before;
  let seated: Seated | undefined;

  const seen = async (): Promise<unknown> => {
    const { data } = await company.one('committee-secretary').ask(CASE, { id: about.caseId });
    return at(data, 'approvalCase');
  };
  const decided = (): Promise<string> => refusalOf(company.one('committee-secretary'), close(about.caseId));
  const sittingId = async (): Promise<string> => textAt(await seen(), 'reschedulings', 0, 'toSessionId');

  beforeAll(async () => {
    about = await beforeTheCommittee(await sceneOf(company, RUN, 'quorum'), wish);
  }, 180_000);

  afterAll(() => seated?.back());

  test('[4.12, G4] the case goes to the next sitting by itself, with a deadline', async () => {
    const recuse = {
      verb: 'declareRecusal',
      input: { caseId: about.caseId, reason: '与借款企业股东有亲属关系' },
      select: 'approvalCase { id }',
    };
    for (const member of members(0, 1)) expect(await refusalOf(member, recuse)).toBe('DONE');
    expect(listAt(await seen(), 'reschedulings')).toEqual([]);
    for (const member of members(2)) expect(await refusalOf(member, recuse)).toBe('DONE');
    const now = await seen();
    expect(listAt(now, 'recusals').map((one) => at(one, 'kind'))).toEqual(['DECLARED', 'DECLARED', 'DECLARED']);
    expect(listAt(now, 'reschedulings')).toEqual([{ reason: 'QUORUM_BROKEN', toSessionId: expect.any(String), dueAt: expect.any(String) }]);
    const { data } = await company.one('committee-secretary').ask(SESSION, { id: await sittingId() });
    expect(at(data, 'committeeSession', 'state')).toBe('CALLED');
    expect(listAt(data, 'committeeSession', 'agenda')).toContainEqual({ id: about.caseId });
  });

  test('[4.12, G4] those who are left all say yes, and it is no decision', async () => {
    for (const member of [company.one('committee-chair'), ...members(3, 4)])
      expect(await refusalOf(member, vote(about.caseId))).toBe('DONE');
    expect(await decided()).toBe('COMMITTEE_TOO_SMALL');
    for (const aside of members(0, 1, 2)) expect(await refusalOf(aside, vote(about.caseId))).toBe('RECUSED');
    expect(await standing(company, about)).toMatchObject({ state: 'OPEN', votes: 3, decision: null });
  });

  test('[4.12] a substitute takes a seat that is empty, comes to the sitting and votes', async () => {
    const trainer = company.one('trainer');
    expect(await refusalOf(trainer, vote(about.caseId))).toBe('FORBIDDEN');
    const [aside] = members(0);
    const seat = { office: 'SUBSTITUTE', substituteFor: (await aside?.employeeId()) ?? '' } as const;
    seated = await takesSeat(company, trainer, seat, TRAINER);
    const there = await Promise.all([company.one('committee-chair'), ...members(3, 4)].map((one) => one.employeeId()));
    const start = { sessionId: await sittingId(), present: [...there, seated.employeeId] };
    const opening = { verb: 'startCommitteeSession', input: start, select: 'committeeSession { state }' };
    expect(await refusalOf(company.one('committee-secretary'), opening)).toBe('DONE');
    expect(await refusalOf(seated.person, vote(about.caseId, 'YES', '经营稳定，同意'))).toBe('DONE');
    expect(await refusalOf(seated.person, vote(about.caseId))).toBe('ALREADY_VOTED');
  });

  test('[4.12, 4.13] then it is decided, the sitting ends with its minutes, and the decision can be counted again', async () => {
    expect(await decided()).toBe('DONE');
    await about.desks.signing.reaches('APPROVED');
    const ending = {
      verb: 'closeCommitteeSession',
      input: { sessionId: await sittingId() },
      select: 'committeeSession { outcomes { result } }',
    };
    const [closed] = await company.one('committee-secretary').attempt(ending);
    expect(listAt(closed, 'committeeSession', 'outcomes')).toContainEqual({ result: 'APPROVED' });
    const query = `query Decided($id: ID!) { approvalCase(id: $id) { decision {
      result tally { base cast yes } minutesHtml verification { check holds } } } }`;
    const { data } = await company.one('auditor').ask(query, { id: about.caseId });
    const decision = at(data, 'approvalCase', 'decision');
    // Three of six stood aside, and one of them was stood in for.
    expect(decision).toMatchObject({ result: 'APPROVED', tally: { base: 4, cast: 4, yes: 4 } });
    expect(textAt(decision, 'minutesHtml')).toContain(seated?.employeeId);
    const checks = listAt(decision, 'verification');
    expect(checks.length).toBeGreaterThan(10);
    expect(checks.filter((one) => at(one, 'holds') !== true)).toEqual([]);
  });
});

describe('a rejection that is looked at again', () => {
  const NEWS = '已提前结清在其他银行的分期贷款，附结清证明';

  /** Rejected by a small committee; sales has heard of it. */
  async function rejected(name: string): Promise<Before & { readonly decisionId: string }> {
    const about = await beforeTheCommittee(await sceneOf(company, RUN, name), { amountYuan: 6_000, facts: POOR_FACTS });
    const { result, decisionId } = await decide(company, about.story, 0);
    expect(result).toBe('REJECTED');
    await about.desks.signing.reaches('REJECTED');
    return { ...about, decisionId };
  }

  /** A paper that was not there before, in the file of the application. */
  async function newPaper(about: Before, text: string): Promise<NamedPaper> {
    const paper = await uploaded(about, text);
    const { desk } = about.desks;
    await about.story.act(desk.person, desk.step('attachDocument', { type: 'OTHER', fileId: paper.fileId }));
    return paper;
  }

  async function uploaded({ desks: { desk } }: Before, text: string): Promise<NamedPaper> {
    const file = pdfFile('settled.pdf', `${text} ${desk.applicationId}`);
    const [fileId = ''] = await desk.uploads(desk.applicationId, 'DOCUMENT', [file]);
    return { fileId, sha256: file.sha256 };
  }

  /** What the committee answers to whoever serves the customer, once it has heard of the papers. */
  function secondLookAt(about: Before, look: Act): Promise<unknown> {
    return waitFor('the committee to hear of the paper', async () => {
      const [payload] = await about.desks.desk.person.attempt({ ...look, select: 'approvalCase { id reconsiders newFacts { text } }' });
      return codesIn(payload).includes('NEW_FACT_UNKNOWN') ? null : payload;
    });
  }

  const codesIn = (payload: unknown): unknown[] => listAt(payload, 'userErrors').map((one) => at(one, 'code'));

  /** The committee votes on a case once more. */
  async function votes(caseId: string, choice: 'YES' | 'NO'): Promise<unknown> {
    for (const voter of [company.one('committee-chair'), ...members(0, 1)])
      expect(await refusalOf(voter, vote(caseId, choice, choice === 'YES' ? '结清证明属实，负债下降' : '结清证明不足以改变判断'))).toBe(
        'DONE',
      );
    const ending = { ...close(caseId), select: 'decision { id result reconsiders }' };
    const [payload] = await company.one('committee-secretary').attempt(ending);
    return at(payload, 'decision');
  }

  describe('with something new that convinces', () => {
    let first: Before & { readonly decisionId: string };
    let again = '';
    let more: NamedPaper;

    beforeAll(async () => {
      first = await rejected('second-look');
    }, 180_000);

    test.each<[string, string, () => Promise<string>]>([
      ['without a paper', 'NEW_FACTS_MISSING', () => asks(NEWS, [])],
      ['without a word', 'NEW_FACTS_MISSING', async () => asks(' ', [await newPaper(first, 'wordless')])],
      ['with the papers that were in the file', 'NEW_FACTS_MISSING', async () => asks(NEWS, await oldPapers())],
      ['with a paper that was uploaded and put to nothing', 'NEW_FACT_UNKNOWN', async () => tries([await uploaded(first, 'loose')])],
      [
        'with a hash that somebody typed',
        'NEW_FACT_UNKNOWN',
        async () => tries([{ ...(await newPaper(first, 'typed')), sha256: 'f'.repeat(64) }]),
      ],
    ])('[4.12] %s it is refused: %s', async (_name, code, ask) => {
      const before = await snapshot(company, first);
      expect(await ask()).toBe(code);
      expect(await snapshot(company, first)).toEqual(before);
    });

    test('[4.12] a colleague does not ask for it', async () => {
      const paper = await newPaper(first, 'colleague');
      const colleague = company.nth('salesperson', 1);
      expect(await refusalOf(colleague, secondLook(first.decisionId, NEWS, [paper]))).toMatch(/RECONSIDERATION_NOT_YOURS|NOT_FOUND/);
    });

    test('[4.12, 4.13] once, and the new vote counts alone', async () => {
      const paper = await newPaper(first, 'settled');
      const asked = await secondLookAt(first, secondLook(first.decisionId, NEWS, [...(await oldPapers()), paper]));
      expect(at(asked, 'approvalCase')).toMatchObject({ reconsiders: first.decisionId, newFacts: { text: NEWS } });
      again = textAt(asked, 'approvalCase', 'id');
      expect(again).not.toBe(first.caseId);
      expect(await standing(company, { caseId: again })).toEqual({ state: 'OPEN', votes: 0, decision: null });
      more = await newPaper(first, 'more');
      expect(await tries([more])).toBe('RECONSIDERED_ALREADY');
      expect(await votes(again, 'YES')).toMatchObject({ result: 'APPROVED', reconsiders: first.decisionId });
      await first.desks.signing.reaches('APPROVED');
    });

    test('[4.12] the old no stays what it was, and is not looked at a third time', async () => {
      expect(await standing(company, first)).toMatchObject({ state: 'DECIDED', decision: { id: first.decisionId, result: 'REJECTED' } });
      expect(await tries([more])).toBe('RECONSIDERED_ALREADY');
    });

    const tries = (papers: readonly NamedPaper[]) => refusalOf(first.desks.desk.person, secondLook(first.decisionId, NEWS, papers));

    async function asks(text: string, papers: readonly NamedPaper[]): Promise<string> {
      return codesIn(await secondLookAt(first, secondLook(first.decisionId, text, papers))).join();
    }

    /** Those that were handed in before the committee decided. */
    async function oldPapers(): Promise<NamedPaper[]> {
      const { data } = await first.desks.desk.person.ask(
        'query Papers($id: ID!) { application(id: $id) { documents { round fileId sha256 } } }',
        {
          id: first.story.applicationId,
        },
      );
      const papers = listAt(data, 'application', 'documents').filter((one) => at(one, 'round') === 1);
      expect(papers.length).toBeGreaterThan(0);
      return papers.map((one) => ({ fileId: textAt(one, 'fileId'), sha256: textAt(one, 'sha256') }));
    }
  });

  test('[4.13] a second no is final', async () => {
    const first = await rejected('final-no');
    const paper = await newPaper(first, 'settled');
    const asked = await secondLookAt(first, secondLook(first.decisionId, NEWS, [paper]));
    const decision = await votes(textAt(asked, 'approvalCase', 'id'), 'NO');
    expect(decision).toMatchObject({ result: 'REJECTED', reconsiders: first.decisionId });
    const another = await newPaper(first, 'another');
    const third = secondLook(textAt(decision, 'id'), '又找到一份更新的收入证明材料', [another]);
    expect(await refusalOf(first.desks.desk.person, third)).toBe('RECONSIDERED_ALREADY');
    const draft = { ...first.desks.desk.step('draftContract'), select: 'contract { id }' };
    expect(await refusalOf(first.desks.desk.person, draft)).toContain('APPROVAL_MISSING');
  }, 180_000);
});
