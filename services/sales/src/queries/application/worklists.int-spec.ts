import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Enquiring } from '../../../test/builders/enquiry.builder.js';
import { plansOf } from '../../../test/builders/query-plans.builder.js';
import { goodDocument, Story } from '../../../test/builders/story.builder.js';
import { WORKLISTS } from '../../domain/application/worklists.js';
import type { Worklist } from '../../domain/application/worklists.js';
import { EnquiryQueries } from '../enquiry/enquiry.queries.js';
import { InteractionQueries } from '../enquiry/interaction.queries.js';
import { ProposalQueries } from '../enquiry/proposal.queries.js';
import { Leads } from '../../persistence/enquiry/enquiry.repository.js';
import { ApplicationQueries } from './application.queries.js';

let desk: SalesDesk;
let story: Story;
let applications: ApplicationQueries;
let made: Record<Worklist, string[]>;
const past = new Date('2026-11-20T01:00:00Z');
const future = new Date('2099-01-01T01:00:00Z');

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
  applications = new ApplicationQueries(desk.platform.database, desk.platform.clock);
  made = { ...(await owed(past, '2026-11-20')) };
  const later = await owed(future, '2099-01-01');
  for (const list of WORKLISTS) made[list] = [...later[list], ...made[list]];
});

afterAll(() => desk.stop());

/** One application for each list, owed until a moment or a day. */
async function owed(dueAt: Date, dueOn: string): Promise<Record<Worklist, string[]>> {
  const opened = { openedAt: past, dueAt };
  const returned = { by: 'sales' as const, employeeId: 'emp_1', reasons: ['补充'], at: past, dueAt };
  const round = { no: 1, submittedAt: past, submittedBy: 'emp_1', checkStartedAt: past, passedAt: null, returned };
  const task = { id: newId('tsk'), about: 'dec', topic: 'APPROVED' as const, ...opened, done: null };
  const question = { id: newId('inq'), handoffId: newId('hof'), question: '?', askedAt: past, dueAt, answer: null };
  const condition = { conditionId: 'c', text: '保证', evidenceKind: 'FILE', dueOn: dueOn as never, evidence: null, refused: [] };
  const papers = (['IDENTITY', 'INCOME', 'ASSETS'] as const).map((type) => goodDocument(type, { validUntil: dueOn as never }));
  return {
    DOCUMENTS: [await story.given({ documents: [] })],
    DOCUMENTS_RUN_OUT: [await story.given({ documents: papers })],
    SUPPLEMENT: [await story.given({ desk: 'returned', rounds: [round] })],
    INFORM: [await story.given({ desk: 'passed', tasks: [task] })],
    QUESTIONS: [await story.given({ desk: 'passed', informationRequests: [question] })],
    CONDITIONS: [
      await story.given({
        ...{ desk: 'passed', conditions: { decisionId: newId('dec'), items: [condition], confirmHandoffId: null, returnedBecause: [] } },
      }),
    ],
  };
}

const idsOn = async (worklist: Worklist, late = false, by = desk.seller) =>
  (await applications.onWorklist({ worklist, late }, by)).nodes.map(({ id }) => id);

describe('[1.6, 2.10, 2.11, 4.7, 4.14, 7.2] what has to be done', () => {
  test.each(WORKLISTS)('%s: all that is owed, newest first; late: only what is past its moment', async (worklist) => {
    expect(await idsOn(worklist)).toEqual(made[worklist]);
    // Collecting papers has no moment of its own.
    expect(await idsOn(worklist, true)).toEqual(worklist === 'DOCUMENTS' ? made[worklist] : made[worklist].slice(1));
    expect(await idsOn(worklist, false, desk.manager)).toEqual(made[worklist]);
    expect(await idsOn(worklist, false, person('sales', 'salesperson'))).toEqual([]);
  });

  test('[2.11] the customer reads how it goes; a stranger nothing', async () => {
    const [, returned] = made.SUPPLEMENT;
    expect(await applications.progress(returned ?? '', desk.seller)).toMatchObject({
      ...{ stage: 'RETURNED', words: '资料需要补充或更正', open: [{ words: '请补充或更正：补充', dueAt: past }] },
    });
    expect(await applications.progress(returned ?? '', person('sales', 'salesperson'))).toBeNull();
  });
});

describe('every list is read from an index in its own order', () => {
  test.each(['seller', 'manager'] as const)('for a %s', async (who) => {
    const { database, clock } = desk.platform;
    const actor = desk[who];
    const enquiries = new EnquiryQueries(database, desk.get(Leads), clock);
    const proposals = new ProposalQueries(database, clock);
    const interactions = new InteractionQueries(database, clock);
    await new Enquiring(story).quoted(await new Enquiring(story).known());
    const plans = await plansOf(database, async () => {
      for (const worklist of WORKLISTS) for (const late of [false, true]) await applications.onWorklist({ worklist, late }, actor);
      for (const stage of ['RETURNED', 'DRAFT']) await applications.list({ stage }, actor);
      for (const overdue of [false, true]) await enquiries.enquiries({ overdue, state: 'WAITING' }, actor);
      for (const state of [null, 'QUOTED', 'DECLINED', 'APPLIED', 'EXPIRED']) await proposals.list({ state }, actor);
      await proposals.list({ expiringWithinDays: 5 }, actor);
      await enquiries.enquiries({}, actor);
      await enquiries.enquiries({ owesProposal: true }, actor);
      for (const late of [false, true]) await interactions.promised({ late }, actor);
      await interactions.list({ customerId: newId('cus') }, actor);
    });
    expect(plans.length).toBeGreaterThanOrEqual(20);
    expect(plans.filter(({ plan, isSorted }) => plan.includes('COLLSCAN') || !isSorted)).toEqual([]);
  });
});
