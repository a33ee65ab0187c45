import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { person, seedPeople, sentMessages, storedText } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { SurveyQueries } from '../../queries/care/survey.queries.js';
import { TransferCustomer } from '../customer/transfer-customer.use-case.js';
import { AnswerSurveyLink } from './answer-survey-link.use-case.js';
import { RunSurvey } from './run-survey.use-case.js';
import { ServeSurvey } from './serve-survey.use-case.js';

let desk: SalesDesk;
let story: Story;
let queries: SurveyQueries;
let questionnaireId: string;

const nobody = { kind: 'anonymous' as const };
const QUESTIONS = [
  { key: 'overall', kind: 'SCALE' as const, text: '总体是否满意？', overall: true },
  { key: 'words', kind: 'TEXT' as const, text: '您的建议', required: false },
];
const GOOD = [{ key: 'overall', score: 4 }];

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  const { database, parameters, clock } = desk.platform;
  queries = new SurveyQueries(database, parameters, clock);
  questionnaireId = await desk.get(RunSurvey).publish(desk.manager, { name: '满意度问卷', questions: QUESTIONS });
});
afterAll(() => desk.stop());

const today = () => desk.platform.clock.today();
const links = () => desk.get(AnswerSurveyLink);

async function asked(customers = 1, salesperson = desk.seller) {
  const surveyId = await desk.get(RunSurvey).start(desk.manager, { questionnaireId, name: '季度调查', endsOn: addDays(today(), 30) });
  const customerIds: string[] = [];
  for (let made = 0; made < customers; made++) customerIds.push(await story.customer({ ownerId: salesperson.employeeId }));
  await desk.get(RunSurvey).invite(salesperson, { surveyId, customerIds });
  const { nodes } = await queries.invitations({ surveyId, first: 100 }, salesperson);
  return { surveyId, customerIds, invitationIds: nodes.map((one) => one.id).reverse() };
}

async function linked() {
  const { surveyId, customerIds, invitationIds } = await asked();
  const invitationId = invitationIds[0] ?? '';
  const link = await desk.get(ServeSurvey).issueLink(desk.manager, { invitationId });
  return { surveyId, invitationId, customerId: customerIds[0] ?? '', ...link };
}

const marksTold = async (customerId: string) =>
  (await sentMessages(desk.platform))
    .filter((one) => one.subject === customerId)
    .map((one) => [one.type, one.data['score'], one.data['salespersonId']]);
const withSecret = (token: string, secret: string) => `${token.split('.')[0]}.${secret}`;

describe('[5.2] a customer with a link', () => {
  test('sees the questions and nothing else, answers once, and his mark is told once', async () => {
    const { token, customerId, invitationId } = await linked();
    const opened = await links().open(nobody, token);
    expect(Object.keys(opened).sort()).toEqual(['name', 'questions']);
    expect(opened.questions.map(({ key }) => key)).toEqual(['overall', 'words']);
    await links().answer(nobody, { token, answers: GOOD });
    expect(await queries.invitationsByIds([invitationId], desk.seller)).toMatchObject([
      { state: 'answered', overall: 4, answered: { way: 'LINK' } },
    ]);
    expect(await codesOf(links().answer(nobody, { token, answers: [{ key: 'overall', score: 1 }] }))).toEqual(['SURVEY_ANSWERED']);
    expect(await codesOf(links().open(nobody, token))).toEqual(['SURVEY_ANSWERED']);
    expect(await marksTold(customerId)).toEqual([['sales.satisfaction-recorded.v1', 4, desk.seller.employeeId]]);
  });

  test('[5.2] is not answered for by who handed it out, though he may serve the customer; a colleague writes it down', async () => {
    const { invitationId } = await linked();
    const before = await desk.snapshot();
    expect(await codesOf(desk.get(ServeSurvey).recordAnswers(desk.manager, { invitationId, answers: GOOD }))).toEqual([
      'SURVEY_LINK_ISSUER',
    ]);
    expect(await desk.snapshot()).toBe(before);
    expect(await codesOf(desk.get(ServeSurvey).recordAnswers(desk.seller, { invitationId, answers: GOOD }))).toEqual([]);
  });

  test('whose answers are not complete is told what is missing, and may try again', async () => {
    const { token } = await linked();
    expect(await codesOf(links().answer(nobody, { token, answers: [] }))).toEqual(['ANSWER_INVALID']);
    expect(await codesOf(links().answer(nobody, { token, answers: GOOD }))).toEqual([]);
  });

  test('has the only good one: another link makes it void, and nothing of it is kept but a hash', async () => {
    const { token, invitationId } = await linked();
    const next = await desk.get(ServeSurvey).issueLink(desk.manager, { invitationId });
    expect(await codesOf(links().open(nobody, token))).toEqual(['SURVEY_LINK_REFUSED']);
    expect(await codesOf(links().open(nobody, next.token))).toEqual([]);
    const secret = next.token.split('.')[1] ?? '';
    expect(secret.length).toBeGreaterThanOrEqual(43);
    const kept = await storedText(desk.platform);
    expect(kept).toContain(invitationId);
    expect(kept).not.toContain(secret);
  });

  test('that ran out is told so; the same customer gets another one', async () => {
    const { token, invitationId } = await linked();
    await desk.platform.database
      .collection('survey_invitations')
      .updateOne({ _id: invitationId } as never, { $set: { 'link.expiresAt': new Date('2020-01-01T00:00:00Z') } });
    expect(await codesOf(links().answer(nobody, { token, answers: GOOD }))).toEqual(['SURVEY_LINK_EXPIRED']);
    const next = await desk.get(ServeSurvey).issueLink(desk.manager, { invitationId });
    expect(await codesOf(links().answer(nobody, { token: next.token, answers: GOOD }))).toEqual([]);
  });
});

describe('[5.2] whose work is judged', () => {
  const issue = (by: typeof desk.seller, invitationId: string) => desk.get(ServeSurvey).issueLink(by, { invitationId });

  test('never holds the link: somebody else hands it out, and who did stays beside the answer', async () => {
    const { token, invitationId } = await linked();
    await links().answer(nobody, { token, answers: GOOD });
    const [invitation] = await queries.invitationsByIds([invitationId], desk.manager);
    expect(invitation).toMatchObject({ answered: { way: 'LINK', by: null }, linkIssuedBy: desk.manager.employeeId });
    const audit = await desk.platform.database.collection('audit_rows').find().toArray();
    expect(audit.filter((row) => JSON.stringify(row).includes('issue-survey-link')).length).toBeGreaterThan(0);
  });

  test('compliance hands out the link of a customer whom the manager serves himself', async () => {
    const officer = person('compliance', 'compliance-officer');
    const { invitationIds } = await asked(1, desk.manager);
    expect(await codesOf(issue(desk.manager, invitationIds[0] ?? ''))).toEqual(['SURVEY_LINK_OWN_CUSTOMER']);
    const { token } = await issue(officer, invitationIds[0] ?? '');
    expect(await codesOf(links().answer(nobody, { token, answers: GOOD }))).toEqual([]);
  });

  test('does not get it as who has the customer now, nor as who had him when he was asked', async () => {
    const heir = person('sales', 'salesperson');
    await seedPeople(desk.platform, [heir]);
    const { customerIds, invitationIds } = await asked();
    const give = { customerId: customerIds[0] ?? '', toEmployeeId: heir.employeeId, reason: '区域调整' };
    const invitations = desk.platform.database.collection('survey_invitations');
    await desk.get(TransferCustomer).execute(desk.manager, give);
    expect(await invitations.findOne({ _id: invitationIds[0] } as never)).toMatchObject({ salespersonId: heir.employeeId });
    await invitations.updateOne({ _id: invitationIds[0] } as never, { $set: { salespersonId: desk.seller.employeeId } });
    for (const by of [heir, desk.seller]) expect(await codesOf(issue(by, invitationIds[0] ?? ''))).toEqual(['SURVEY_LINK_OWN_CUSTOMER']);
  });

  test.each([
    ['the salesperson', () => desk.seller],
    ['a colleague', () => person('sales', 'salesperson')],
    ['the manager', () => desk.manager],
  ])('%s, signed in, neither opens the link nor answers with it, and nothing changed', async (_title, who) => {
    const { token } = await linked();
    const before = await desk.snapshot();
    expect(await codesOf(links().open(who(), token))).toEqual(['SURVEY_LINK_FOR_CUSTOMER']);
    expect(await codesOf(links().answer(who(), { token, answers: GOOD }))).toEqual(['SURVEY_LINK_FOR_CUSTOMER']);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[5.2] somebody without the secret', () => {
  test('is counted, and after five attempts even the right one is locked', async () => {
    const { token } = await linked();
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await codesOf(links().open(nobody, withSecret(token, `guess-${attempt}`)))).toEqual(['SURVEY_LINK_REFUSED']);
    expect(await codesOf(links().answer(nobody, { token, answers: GOOD }))).toEqual(['SURVEY_LINK_REFUSED']);
  });

  test.each([
    ['nothing', ''],
    ['an unknown invitation', `${newId('svi')}.secret`],
    ['an id of something else', `${newId('cus')}.secret`],
    ['no secret', newId('svi')],
    ['too many parts', `${newId('svi')}.a.b`],
    ['no end', `${newId('svi')}.${'a'.repeat(300)}`],
  ])('learns nothing from %s', async (_title, token) => {
    const before = await desk.snapshot();
    expect(await codesOf(links().open(nobody, token))).toEqual(['SURVEY_LINK_REFUSED']);
    expect(await codesOf(links().answer(nobody, { token, answers: GOOD }))).toEqual(['SURVEY_LINK_REFUSED']);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[5.2] a survey', () => {
  test('is answered during a visit as well; results have sample sizes and hide what is too small', async () => {
    const owner = person('sales', 'salesperson');
    const { surveyId, invitationIds } = await asked(6, owner);
    const record = (invitationId: string, score: number) =>
      desk.get(ServeSurvey).recordAnswers(owner, { invitationId, answers: [{ key: 'overall', score }] });
    const results = async (by = desk.manager) => {
      const [survey] = await queries.surveysByIds([surveyId]);
      if (!survey) throw new Error('there is no survey');
      return queries.results(survey, by);
    };
    for (const invitationId of invitationIds.slice(0, 4)) await record(invitationId, 3);
    expect((await results())?.salespeople).toMatchObject([{ invited: 6, sample: 4, suppressed: true, average: null }]);
    await record(invitationIds[4] ?? '', 5);
    expect(await results()).toMatchObject({
      ...{
        invited: 6,
        answered: 5,
        questions: [
          { key: 'overall', sample: 5, average: 3.4 },
          { key: 'words', sample: 0, suppressed: true },
        ],
      },
      salespeople: [{ salespersonId: owner.employeeId, average: 3.4 }],
    });
    expect(await results(desk.seller)).toMatchObject({ invited: 0, salespeople: [] });
    expect(await codesOf(record(invitationIds[0] ?? '', 5))).toEqual(['SURVEY_ANSWERED']);
  });

  test('asks a customer once, and only his own salesperson asks him', async () => {
    const { surveyId, customerIds } = await asked();
    const invite = (by: typeof desk.seller, ids = customerIds) => desk.get(RunSurvey).invite(by, { surveyId, customerIds: ids });
    await invite(desk.seller);
    expect((await queries.invitations({ surveyId }, desk.manager)).nodes).toHaveLength(1);
    expect(await codesOf(invite(person('sales', 'salesperson')))).toEqual(['NOT_FOUND']);
    expect(await codesOf(invite(desk.seller, []))).toEqual(['INPUT_INVALID']);
  });

  test('keeps the version that it began with; one that is over takes nobody', async () => {
    const run = desk.get(RunSurvey);
    const { surveyId } = await asked();
    const next = {
      questionnaireId,
      name: '满意度问卷',
      questions: [...QUESTIONS, { key: 'speed', kind: 'SCALE' as const, text: '是否及时？' }],
    };
    await run.publish(desk.manager, next);
    expect((await queries.surveysByIds([surveyId]))[0]).toMatchObject({ questionnaireVersion: 1 });
    expect((await queries.questionnairesByIds([questionnaireId]))[0]?.versions.map(({ no }) => no)).toEqual([1, 2]);
    expect(await codesOf(run.start(desk.manager, { questionnaireId, name: '上年调查', endsOn: addDays(today(), -1) }))).toEqual([
      'SURVEY_ENDED',
    ]);
    expect(await codesOf(run.publish(desk.manager, { name: '空', questions: [] }))).toContain('QUESTIONNAIRE_INVALID');
  });
});
