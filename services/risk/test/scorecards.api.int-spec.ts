import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { currentCard, hashOfCard } from '../src/domain/scorecard/scorecards.js';
import { riskService } from '../src/risk.module.js';

let risk: SubgraphUnderTest;
const analyst = person('risk', 'investigator');
const manager = person('risk', 'risk-manager');
const seller = person('sales', 'salesperson');

beforeAll(async () => {
  risk = await testSubgraph(riskService, { role: 'api' });
  await seedPeople(risk.platform, [analyst, manager, seller]);
});
afterAll(() => risk.stop());

interface Answer {
  readonly scorecard: Record<string, unknown> | null;
  readonly userErrors: readonly { code: string; field: string[] | null; message: string }[];
}

async function act(name: string, input: object, as: EmployeeActor, selection = 'id state'): Promise<Answer> {
  const typeName = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${typeName}!) { ${name}(input: $input) { scorecard { ${selection} } userErrors { code field message } } }`;
  const { data, errors } = await risk.graph(query, { input }, as);
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name] as unknown as Answer;
}

const band = (points: number, change: object) => ({ points, ...change });
const typed = (change: object = {}) => ({
  cardId: 'two-facts',
  segment: 'INDIVIDUAL',
  required: ['bureauScore', 'bureauSeriousDelinquency'],
  attributes: [
    { fact: 'housing', bands: [band(10, { values: ['OWN'] }), band(0, { values: ['RENT', 'FREE'] })] },
    { fact: 'amountFen', bands: [band(5, { from: 1, below: 10_000_000_000 }), band(0, { from: 10_000_000_000 })] },
    { fact: 'residenceSince', bands: [band(0, { values: ['1', '2'] }), band(2, { values: ['3', '4'] })] },
  ],
  knockOuts: [{ code: 'SERIOUS_DELINQUENCY', fact: 'bureauSeriousDelinquency', values: ['true'] }],
  refer: [{ code: 'LOW_BUREAU_SCORE', fact: 'bureauScore', below: 500 }],
  grades: [
    { atLeast: 12, rating: 'LOW', recommendation: 'APPROVE' },
    { atLeast: 0, rating: 'HIGH', recommendation: 'REJECT' },
  ],
  reason: 'a card of two facts',
  origin: { fittedOn: '2026-11-01', dataSha256: 'a'.repeat(64), auc: 0.79, ks: 0.45 },
  ...change,
});

describe('[4.10, 7.3] the company’s cards through the graph', () => {
  test('a fresh company has the expert card in force', async () => {
    const query =
      '{ scorecards(state: ACTIVE) { nodes { cardId cardVersion hash segment draftedBy { id } grades { atLeast } attributes { fact name bands { values from below points } } } totalCount } }';
    const { data, errors } = await risk.graph(query, {}, manager);
    expect(errors).toBeUndefined();
    const { nodes, totalCount } = data?.['scorecards'] as { nodes: Record<string, unknown>[]; totalCount: number };
    expect(totalCount).toBe(1);
    expect(nodes).toMatchObject([
      { cardId: 'individual-expert', cardVersion: 0, hash: hashOfCard(currentCard), segment: 'ALL', draftedBy: null },
    ]);
    expect(nodes[0]?.['attributes']).toContainEqual({
      ...{ fact: 'residenceSince', name: '现居住地居住年限' },
      bands: [
        { values: ['1', '2'], from: null, below: null, points: 0 },
        { values: ['3', '4'], from: null, below: null, points: 1 },
      ],
    });
  });

  test('what is typed into a form is drafted, proposed, approved by somebody else, tried in the shadow and put in force', async () => {
    const drafted = await act(
      'draftScorecard',
      typed(),
      analyst,
      'id state cardVersion hash origin { auc ks } knockOuts { values } draftedBy { id }',
    );
    expect(drafted).toMatchObject({
      userErrors: [],
      scorecard: {
        state: 'DRAFT',
        cardVersion: 1,
        origin: { auc: 0.79, ks: 0.45 },
        knockOuts: [{ values: ['true'] }],
        draftedBy: { id: analyst.employeeId },
      },
    });
    const scorecardId = drafted.scorecard?.['id'];
    expect((await act('proposeScorecard', { scorecardId }, analyst)).scorecard).toMatchObject({ state: 'PROPOSED' });
    expect(await act('activateScorecard', { scorecardId }, manager)).toMatchObject({
      scorecard: null,
      userErrors: [{ code: 'SCORECARD_NOT_APPROVED' }],
    });
    expect((await act('setChallengerScorecard', { scorecardId, challenger: true }, manager, 'challenger')).scorecard).toEqual({
      challenger: true,
    });
    expect((await act('approveScorecard', { scorecardId }, manager, 'approvedBy { id }')).scorecard).toEqual({
      approvedBy: { id: manager.employeeId },
    });
    expect((await act('activateScorecard', { scorecardId }, manager, 'state challenger activeFrom')).scorecard).toMatchObject({
      state: 'ACTIVE',
      challenger: false,
    });
    const compared = await risk.graph(
      'query ($c: ID!) { scorecardComparison(challengerId: $c, from: "2026-01-01", to: "2026-12-31") { total agreed cells { count } } }',
      { c: scorecardId },
      manager,
    );
    expect(compared.data?.['scorecardComparison']).toEqual({ total: 0, agreed: 0, cells: [] });
    const retired = await act('retireScorecard', { scorecardId, reason: 'the trial is over' }, manager, 'state closingReason');
    expect(retired.scorecard).toEqual({ state: 'RETIRED', closingReason: 'the trial is over' });
  });

  test.each<[string, object, string, string[]]>([
    ['sex', { required: ['sex'] }, 'SCORECARD_ATTRIBUTE_FORBIDDEN', ['required', '0']],
    ['a fact that nobody knows', { required: ['shoeSize'] }, 'SCORECARD_FACT_UNKNOWN', ['required', '0']],
    ['a name with blanks', { cardId: 'Two Facts' }, 'SCORECARD_NAME_INVALID', ['cardId']],
    ['no reason', { reason: '' }, 'SCORECARD_REASON_MISSING', ['reason']],
  ])('[1.5] %s is not even written down', async (_name, change, code, field) => {
    expect(await act('draftScorecard', typed(change), analyst)).toMatchObject({ scorecard: null, userErrors: [{ code, field }] });
  });

  test.each<[string, object, string]>([
    ['a fact on two lines', { attributes: [...typed().attributes, typed().attributes[0]] }, 'SCORECARD_BANDS_OVERLAP'],
    ['a word for a number', { attributes: [{ fact: 'residenceSince', bands: [band(1, { values: ['long'] })] }] }, 'SCORECARD_BAND_INVALID'],
    ['half a fen', { attributes: [{ fact: 'amountFen', bands: [band(1, { from: 0.5 })] }] }, 'SCORECARD_BAND_INVALID'],
    ['a rule that may be left out', { required: ['bureauSeriousDelinquency'] }, 'SCORECARD_RULE_FACT_OPTIONAL'],
    [
      'a grade out of reach',
      { grades: [{ atLeast: 99, rating: 'LOW', recommendation: 'APPROVE' }, typed().grades[1]] },
      'SCORECARD_GRADES_INVALID',
    ],
  ])('%s is found when the card is proposed, with a sentence that says what to do', async (_name, change, code) => {
    const { scorecard } = await act('draftScorecard', typed({ cardId: 'bad-card', ...change }), analyst);
    const { userErrors } = await act('proposeScorecard', { scorecardId: scorecard?.['id'] }, analyst);
    expect(userErrors[0]).toMatchObject({ code });
    expect(userErrors[0]?.message).not.toMatch(/\{\w+\}/);
  });

  test('a risk manager does not approve his own card, and turns others down with a reason', async () => {
    const { scorecard } = await act('draftScorecard', typed({ cardId: 'own-card' }), manager);
    const scorecardId = scorecard?.['id'];
    await act('proposeScorecard', { scorecardId }, manager);
    expect((await act('approveScorecard', { scorecardId }, manager)).userErrors).toMatchObject([{ code: 'SCORECARD_SAME_PERSON' }]);
    expect((await act('rejectScorecard', { scorecardId, reason: 'one person only' }, manager)).scorecard).toMatchObject({
      state: 'REJECTED',
    });
  });

  test('[3.7] who sells sees no card, and only risk sees what the challenger said', async () => {
    const codes = async (query: string, as: EmployeeActor) =>
      (await risk.graph(query, {}, as)).errors?.map((error) => error.extensions['code']);
    expect(await codes('{ scorecards { nodes { id } } }', seller)).toEqual(['FORBIDDEN']);
    expect(await codes('{ challengerScore(investigationId: "inv_1") { challengerScore } }', analyst)).toEqual(['FORBIDDEN']);
    expect(await codes('{ challengerScore(investigationId: "inv_1") { challengerScore } }', manager)).toBeUndefined();
    expect(await codes('{ scoreExplanation(investigationId: "inv_1") { score } }', seller)).toEqual(['FORBIDDEN']);
    expect(await codes('{ reasonsForApplicant(investigationId: "inv_1") }', seller)).toBeUndefined();
  });
});
