// A survey that a customer answers by himself: nobody is signed in, the link is all he has.
import type { Person } from '../../../infra/local/demo/person.ts';
import { must } from '../lib/must.ts';
import { daysAfter } from '../lib/prospects.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import type { Scene } from './scene.ts';

const QUESTIONS = [
  { key: 'overall', kind: 'SCALE', text: '您对我们的服务总体是否满意？', overall: true },
  { key: 'best', kind: 'CHOICE', text: '哪一方面最让您满意？', choices: ['速度', '态度', '费用透明'] },
  { key: 'words', kind: 'TEXT', text: '您还有什么建议？', required: false },
];
const ANSWERS = [
  { key: 'overall', score: 5 },
  { key: 'best', choice: '态度' },
];
const OPEN =
  'mutation Open($input: OpenSurveyLinkInput!) { openSurveyLink(input: $input) { survey { name questions { key } } userErrors { code } } }';
const ANSWER = 'mutation Answer($input: AnswerSurveyLinkInput!) { answerSurveyLink(input: $input) { accepted userErrors { code } } }';

/** Asked by link, opened and answered without a sign-in; a second answer and a link that is not good are refused. */
export async function answerSurvey(scene: Scene, seller: Person, customerId: string): Promise<void> {
  const { company } = scene;
  const token = await linkFor(scene, seller, customerId);
  const byLink = async (document: string, input: Readonly<Record<string, unknown>>): Promise<unknown> =>
    Object.values((await company.client.send({ document, variables: { input } })).data)[0];
  const codes = (payload: unknown): readonly unknown[] => listAt(payload, 'userErrors').map((one) => at(one, 'code'));
  const stranger = await byLink(OPEN, { token: `${token.slice(0, -4)}0000` });
  must(
    codes(stranger).includes('SURVEY_LINK_REFUSED') && at(stranger, 'survey') === null,
    'a link that is not good says nothing',
    stranger,
  );
  const opened = await byLink(OPEN, { token });
  must(listAt(opened, 'survey', 'questions').length === QUESTIONS.length, 'the link shows the questions', opened);
  const first = await byLink(ANSWER, { token, answers: ANSWERS });
  must(at(first, 'accepted') === true, 'the answers are taken', first);
  const second = await byLink(ANSWER, { token, answers: ANSWERS });
  must(codes(second).includes('SURVEY_ANSWERED'), 'a second answer is refused', second);
}

async function linkFor(scene: Scene, seller: Person, customerId: string): Promise<string> {
  const { company, story, run } = scene;
  const manager = company.one('sales-manager');
  const questionnaire = { name: `服务满意度 ${run}`, questions: QUESTIONS };
  const published = await story.act(manager, { verb: 'publishQuestionnaire', input: questionnaire, select: 'questionnaire { id }' });
  const questionnaireId = textAt(published, 'questionnaire', 'id');
  const survey = { questionnaireId, name: `季度满意度 ${run}`, endsOn: daysAfter(await company.today(), 10) };
  const surveyId = textAt(await story.act(manager, { verb: 'startSurvey', input: survey, select: 'survey { id }' }), 'survey', 'id');
  await story.act(seller, { verb: 'inviteToSurvey', input: { surveyId, customerIds: [customerId] }, select: 'survey { id }' });
  const { data } = await seller.ask('query Asked($id: ID!) { customer(id: $id) { surveys { id survey { id } } } }', { id: customerId });
  const invitation = listAt(data, 'customer', 'surveys').find((one) => at(one, 'survey', 'id') === surveyId);
  // Without a request key: the token is shown once, to the manager, and nothing is kept of it.
  const [issued] = await manager.does({
    ...{ verb: 'issueSurveyLink', input: { invitationId: textAt(invitation, 'id') }, select: 'link { token expiresAt }' },
  });
  return textAt(issued, 'link', 'token');
}
