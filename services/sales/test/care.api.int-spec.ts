import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { salesService } from '../src/sales.module.js';
import { residentId } from './builders/story.builder.js';

const seller = person('sales', 'salesperson');
const manager = person('sales', 'sales-manager');
let sales: SubgraphUnderTest;

beforeAll(async () => {
  sales = await testSubgraph(salesService);
});
afterAll(() => sales.stop());

type Answer = Record<string, Record<string, unknown>>;

/** Runs an operation; `as` null is a customer without an account. */
async function run(query: string, variables: object, as: typeof seller | null): Promise<Answer> {
  const answer = await sales.graph(query, variables as Record<string, unknown>, as ?? undefined);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as unknown as Answer;
}

const act = async (name: string, input: object, fields: string, as: typeof seller | null = seller) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return (await run(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code } } }`, { input }, as))[
    name
  ] as never as Record<string, { id: string; token: string } & Record<string, unknown>>;
};

test('[2.13, 3.11-3.13, 5.2] the care for a customer through the graph; he answers a survey without an account', async () => {
  const identity = { type: 'INDIVIDUAL', name: '王小明', residentId: residentId(), phone: '13900139000', address: '北京市朝阳区某路 1 号' };
  const customerId = (await act('registerCustomer', { identity }, 'customer { id }'))['customer']?.id ?? '';
  const sections = { way: 'PHONE', useOfLoan: '购买设备', business: '平稳', furtherNeeds: '无', satisfaction: 3 };
  const followUps = [{ text: '补办营业执照', dueOn: '2099-01-01' }];
  await act('recordReturnVisit', { customerId, ...sections, followUps }, 'customer { id }');
  const feedback = { customerId, kind: 'QUESTION', channel: 'PHONE', severity: 'LOW', text: '何时可以续贷' };
  await act('openFeedback', feedback, 'ticket { id state }');
  const questions = [{ key: 'overall', kind: 'SCALE', text: '总体是否满意？', overall: true }];
  const made = await act('publishQuestionnaire', { name: '满意度问卷', questions }, 'questionnaire { id }', manager);
  const start = { questionnaireId: made['questionnaire']?.id, name: '季度调查', endsOn: '2099-01-01' };
  const surveyId = (await act('startSurvey', start, 'survey { id }', manager))['survey']?.id ?? '';
  await act('inviteToSurvey', { surveyId, customerIds: [customerId] }, 'survey { id }');
  const asked = await run('query ($id: ID!) { surveyInvitations(surveyId: $id) { nodes { id } } }', { id: surveyId }, seller);
  const [invitation] = asked['surveyInvitations']?.['nodes'] as { id: string }[];
  const token = (await act('issueSurveyLink', { invitationId: invitation?.id }, 'link { token expiresAt }', manager))['link']?.token;

  const opened = await act('openSurveyLink', { token }, 'survey { name questions { key text kind } }', null);
  expect(JSON.stringify(opened)).not.toMatch(/王小明|139|cus_|emp_/);
  expect(opened).toMatchObject({ survey: { name: '季度调查', questions: [{ key: 'overall' }] }, userErrors: [] });
  const answers = [{ key: 'overall', score: 5 }];
  expect(await act('answerSurveyLink', { token, answers }, 'accepted', null)).toEqual({ accepted: true, userErrors: [] });
  expect(await act('answerSurveyLink', { token, answers }, 'accepted', null)).toEqual({
    ...{ accepted: null, userErrors: [{ code: 'SURVEY_ANSWERED' }] },
  });

  const overview = `query ($id: ID!) { customer(id: $id) {
    nextVisitOn visits { satisfaction followUps { text } } plannedVisits { state plannedOn } followUps { state chain { id } }
    satisfaction { average marks trend } feedback { state kind owner { id } } surveys { state overall survey { name } } eventInvitations { id }
  } }`;
  const shown = await run(overview, { id: customerId }, seller);
  expect(shown['customer']).toMatchObject({
    visits: [{ satisfaction: 3, followUps: [{ text: '补办营业执照' }] }],
    plannedVisits: [{ state: 'PLANNED', plannedOn: shown['customer']?.['nextVisitOn'] }, { state: 'HELD' }],
    ...{ followUps: [{ state: 'OPEN' }], satisfaction: { average: 4, marks: 2, trend: 'RISING' }, eventInvitations: [] },
    feedback: [{ state: 'OPEN', kind: 'QUESTION', owner: { id: seller.employeeId } }],
    surveys: [{ state: 'ANSWERED', overall: 5, survey: { name: '季度调查' } }],
  });
});
