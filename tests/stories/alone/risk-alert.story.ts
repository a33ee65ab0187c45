import { beforeAll, describe, expect, test } from '@jest/globals';
import { readPage } from '../lib/application-page.ts';
import { moveClock } from '../lib/company-clock.ts';
import type { Company } from '../lib/company.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import { openStoryCompany } from '../lib/story-company.ts';
import { Storyline } from '../lib/storyline.ts';
import { endMeeting, holdMeeting } from '../scripts/meeting-part.ts';
import { playScripts } from '../scripts/play-scripts.ts';
import type { PlayedScript } from '../scripts/play-scripts.ts';

// A loan in trouble, through risk, coordination and finance at the gateway: the departments are called together, the measure becomes a restructure, and the
// meeting ends when its resolution is carried out.

const MEETINGS = `query Meetings($subject: ID!) { meetings(subject: $subject, first: 10) { nodes {
  id cause state departments startsAt closedAt resolutions { state outcome } } } }`;
const LOAN = 'query Loan($id: ID!) { loan(id: $id) { scheduleNo rows { no } scheduleVersions { no } } }';
const MINUTE_MS = 60_000;

let company: Company;
let played: PlayedScript;
let loanId: string;

beforeAll(async () => {
  company = await openStoryCompany();
  const scripts = await playScripts(company, { run: `jest-${process.pid}`, only: ['risk-alert'], say: () => undefined });
  played = scripts.find(({ name }) => name === 'risk-alert') as PlayedScript;
  loanId = (await readPage(company, played.id ?? '')).loan?.id ?? '';
}, 180_000);

async function meeting(): Promise<unknown> {
  const { data } = await company.one('coordinator').ask(MEETINGS, { subject: loanId });
  const found = listAt(data, 'meetings', 'nodes').filter((one) => at(one, 'cause') === 'HIGH_RISK_ALERT');
  expect(found).toHaveLength(1);
  return found[0];
}

describe('a HIGH alert that opens a meeting and ends in a restructure', () => {
  test('[4.23, 7.1, 7.4-7.6, 8.3] ends as it must', () => {
    expect(played.problems).toEqual([]);
  });

  test('[7.4] the measure is handed over and its completion comes back', () => {
    const told = played.timeline.map(({ what }) => what);
    expect(told).toEqual(expect.arrayContaining(['hands over: apply-finance-measure', 'completed: apply-finance-measure']));
  });

  test('[7.4] the restructure gave the loan a new version of its schedule, and the old one stays', async () => {
    const { data } = await company.one('finance-officer').ask(LOAN, { id: loanId });
    expect(listAt(data, 'loan', 'rows')).toHaveLength(24);
    expect(listAt(data, 'loan', 'scheduleVersions').map((one) => at(one, 'no'))).toEqual([1, 2]);
  });

  test('[7.4] it was not closed before its measure was checked', () => {
    expect(played.userErrors).toContainEqual(
      expect.objectContaining({ verb: 'closeAlert', code: 'ALERT_MEASURES_UNCHECKED', rule: '7.4' }),
    );
  });

  test('[8.3] the meeting calls risk, sales and finance, and is over when its resolution is carried out', async () => {
    const called = await meeting();
    expect(called).toMatchObject({ state: 'CONVENED', departments: expect.arrayContaining(['RISK', 'SALES', 'FINANCE']) });
    const story = new Storyline(`jest-${process.pid}`, 'risk-alert-meeting');
    await moveClock({ company, story }, new Date(Date.parse(textAt(called, 'startsAt')) + MINUTE_MS));
    const finance = company.one('finance-manager');
    const held = await holdMeeting({ company, story }, textAt(called, 'id'), {
      attendees: [company.one('risk-manager'), company.one('sales-manager'), finance],
      minutes: {
        businessProgress: '客户停业两周，已恢复经营',
        riskSituation: '高风险预警，第一还款来源中断',
        financialArrangement: '同意延长至二十四期',
        legalCompliance: '重组协议合规',
      },
      resolution: { text: '按风险措施办理重组并核对新计划', department: 'FINANCE', owner: finance },
    });
    await story.isRefused(
      company.one('coordinator'),
      { verb: 'closeMeeting', input: { meetingId: held.meetingId }, select: 'meeting { id }' },
      'RESOLUTIONS_OPEN',
    );
    await endMeeting({ company, story }, held, finance, '重组已生效，新还款计划已核对');
    expect(await meeting()).toMatchObject({ state: 'CLOSED', closedAt: expect.any(String), resolutions: [{ state: 'DONE' }] });
  }, 240_000);
});
