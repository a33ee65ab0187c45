import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import { seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { AnswerSurveyLink } from '../../use-cases/care/answer-survey-link.use-case.js';
import { HandleFeedback } from '../../use-cases/care/handle-feedback.use-case.js';
import { OpenFeedback } from '../../use-cases/care/open-feedback.use-case.js';
import { RunSurvey } from '../../use-cases/care/run-survey.use-case.js';
import { ServeSurvey } from '../../use-cases/care/serve-survey.use-case.js';
import { complaintsAndLinks } from './0010-complaints-and-links.js';

let desk: SalesDesk;
beforeAll(async () => {
  desk = await salesDesk();
  await seedPeople(desk.platform, [desk.seller, desk.manager]);
});
afterAll(() => desk.stop());

const nobody = { kind: 'anonymous' as const };
const answers = [{ key: 'overall', score: 4 }];

async function linksOf(customerIds: readonly string[]): Promise<{ invitationId: string; token: string }[]> {
  const questions = [{ key: 'overall', kind: 'SCALE' as const, text: '总体是否满意？', overall: true }];
  const questionnaireId = await desk.get(RunSurvey).publish(desk.manager, { name: '满意度问卷', questions });
  const endsOn = addDays(desk.platform.clock.today(), 30);
  const surveyId = await desk.get(RunSurvey).start(desk.manager, { questionnaireId, name: '季度调查', endsOn });
  await desk.get(RunSurvey).invite(desk.seller, { surveyId, customerIds });
  const rows = await desk.platform.database.collection<{ _id: string }>('survey_invitations').find().sort({ _id: 1 }).toArray();
  const links: { invitationId: string; token: string }[] = [];
  for (const { _id: invitationId } of rows)
    links.push({ invitationId, token: (await desk.get(ServeSurvey).issueLink(desk.manager, { invitationId })).token });
  return links;
}

test('[3.12, 5.2] rows of before are completed, links in the hands of salespeople are void, and a second run changes nothing', async () => {
  const story = new Story(desk);
  const customerIds = [await story.customer(), await story.customer()];
  const [waiting, answered] = await linksOf(customerIds);
  await desk.get(AnswerSurveyLink).answer(nobody, { token: answered?.token ?? '', answers });
  const said = { kind: 'QUESTION' as const, channel: 'PHONE' as const, severity: 'LOW' as const, text: '何时可以续贷' };
  const ticketId = await desk.get(OpenFeedback).execute(desk.seller, { customerId: customerIds[0] ?? '', ...said });
  const { database } = desk.platform;
  await database.collection('feedback_tickets').updateMany({}, { $unset: { subjects: '' } });
  await database.collection('survey_invitations').updateMany({}, { $unset: { 'link.issuedBy': '', 'link.issuedAt': '' } });

  await complaintsAndLinks.up(database);
  const after = await desk.snapshot();
  await complaintsAndLinks.up(database);
  expect(await desk.snapshot()).toBe(after);

  const rows = await database.collection('survey_invitations').find().sort({ _id: 1 }).toArray();
  expect(rows).toMatchObject([
    { state: 'invited', link: null },
    { state: 'answered', link: { issuedBy: desk.seller.employeeId } },
  ]);
  const [late] = rows.slice(1) as unknown as { link: { issuedAt: Date }; answered: { at: Date } }[];
  expect(late?.link.issuedAt).toEqual(late?.answered.at);
  expect(await codesOf(desk.get(AnswerSurveyLink).answer(nobody, { token: waiting?.token ?? '', answers }))).toEqual([
    'SURVEY_LINK_REFUSED',
  ]);
  const { token } = await desk.get(ServeSurvey).issueLink(desk.manager, { invitationId: waiting?.invitationId ?? '' });
  expect(await codesOf(desk.get(AnswerSurveyLink).answer(nobody, { token, answers }))).toEqual([]);
  expect(await codesOf(desk.get(HandleFeedback).acknowledge(desk.seller, { ticketId }))).toEqual([]);
});
