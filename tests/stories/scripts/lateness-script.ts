// A missed deadline: the risk department leaves an application lying until the ladder has run up to the meeting. The company's clock is moved, stopping at
// everything that becomes due on the way. It is played last and alone, because the time of the whole company moves with it.
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { awaitLoan, payOut } from '../lib/cashiers.ts';
import { borrowerOf } from '../lib/client.ts';
import { decide } from '../lib/committee.ts';
import { moveClock } from '../lib/company-clock.ts';
import type { Company } from '../lib/company.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import { investigate } from '../lib/risk-officers.ts';
import { endMeeting, holdMeeting } from './meeting-part.ts';
import type { MeetingWords } from './meeting-part.ts';
import { clientOf, desksOf, opened } from './scene.ts';
import type { Scene, Script } from './scene.ts';

const WORK = 'investigate-application';
const BOARD = `query Work($id: ID!) {
  application(id: $id) { handoffs { id type state overdue levels { level at state meeting { id state cause startsAt departments participants { id } resolutions { id state } } } } }
}`;
const HOUR_MS = 3_600_000;

async function workOf(company: Company, applicationId: string): Promise<unknown> {
  const { data } = await company.one('coordinator').ask(BOARD, { id: applicationId });
  return listAt(data, 'application', 'handoffs').find((one) => at(one, 'type') === WORK) ?? null;
}

const levelOf = (work: unknown, level: number): unknown => listAt(work, 'levels').find((one) => at(one, 'level') === level) ?? null;

/** What both departments say of the work that was left lying. */
const wordsOf = ({ company }: Scene): MeetingWords => ({
  attendees: [company.one('sales-manager'), company.one('risk-manager')],
  minutes: {
    businessProgress: '该笔申请已通过初审，等待调查',
    riskSituation: '调查人员外出，调查逾期',
    financialArrangement: '无影响',
    legalCompliance: '无',
  },
  resolution: { text: '两个工作日内完成调查并出具报告', department: 'RISK', owner: company.one('risk-manager') },
});

export const lateness: Script = {
  name: 'lateness',
  tells:
    'risk leaves an application lying: reminder, deadline, both managers, a meeting of the departments with minutes and a resolution; then it is investigated and paid',
  ends: 'DISBURSED',
  movesClock: true,
  play: async (scene) => {
    const { company, story } = scene;
    const desks = desksOf(scene);
    const client = clientOf(scene);
    const { customerId } = await opened(scene, desks, client);
    await desks.desk.handInComplete(client);
    const applicationId = desks.desk.applicationId;
    const work = await waitFor('the work on the board', () => workOf(company, applicationId));
    await moveClock(scene, new Date(new Date(textAt(levelOf(work, 3), 'at')).getTime() + 60_000));
    const late = await waitFor('the meeting', async () => {
      const seen = await workOf(company, applicationId);
      return at(levelOf(seen, 3), 'meeting') ? seen : null;
    });
    const meeting = at(levelOf(late, 3), 'meeting');
    await moveClock(scene, new Date(new Date(textAt(meeting, 'startsAt')).getTime() + HOUR_MS));
    const held = await holdMeeting(scene, textAt(meeting, 'id'), wordsOf(scene));
    await investigate(company, story, { no: 1, turn: scene.turn }, borrowerOf(client));
    await endMeeting(scene, held, company.one('risk-manager'), '报告已出具');
    await decide(company, story, scene.turn);
    await desks.signing.sign(client, customerId, await desks.signing.draft());
    await payOut(company, story, scene.turn);
    await awaitLoan(company, story);
    await desks.signing.reaches('DISBURSED');
  },
};
