import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { hrService } from '../src/hr.module.js';
import { CareerGraph } from './builders/career-graph.builder.js';

let hr: SubgraphUnderTest;
let g: CareerGraph;
let manager: EmployeeActor;
let seller: EmployeeActor;
let colleague: EmployeeActor;
const hrManager = person('hr', 'hr-manager');
const otherHr = person('hr', 'hr-manager');
const auditor = person('compliance', 'auditor');
const today = () => g.today;
const lastQuarter = () => g.lastQuarter;
const ask: CareerGraph['ask'] = (...asked) => g.ask(...asked);
const mutate: CareerGraph['mutate'] = (...act) => g.mutate(...act);
const codeOf: CareerGraph['codeOf'] = (...asked) => g.codeOf(...asked);

beforeAll(async () => {
  hr = await testSubgraph(hrService);
  g = new CareerGraph(hr);
  manager = await g.hire('M-1', '王经理', 'SALES_MANAGER', null);
  seller = await g.hire('S-1', '周一鸣', 'SALESPERSON', manager.employeeId);
  colleague = await g.hire('S-2', '李小雨', 'SALESPERSON', manager.employeeId);
});
afterAll(() => hr.stop());

describe('[6.10] the ladder through the graph', () => {
  test('everybody reads what each level asks for; only hr publishes', async () => {
    const query = '{ careerLadder { effectiveFrom levels { level criteria { quartersAtLevel leastScore trainedTopics } } } }';
    const { careerLadder } = await ask(query, person('finance', 'finance-officer'));
    expect(careerLadder).toMatchObject({
      effectiveFrom: '2020-01-01',
      levels: [
        { level: 'TRAINEE', criteria: null },
        { level: 'SALESPERSON', criteria: { quartersAtLevel: 1, leastScore: 60, trainedTopics: ['PRODUCT', 'LAW'] } },
        {},
        {},
        { level: 'MANAGER' },
      ],
    });
    const input = { effectiveFrom: addDays(today(), 1), levels: [{ level: 'TRAINEE' }], reason: '年度调整' };
    expect(await mutate('publishCareerLadder', input, hrManager, 'ladderId')).toMatchObject({
      ladderId: null,
      userErrors: [{ code: 'LADDER_LEVELS', rule: '6.10' }],
    });
    expect(
      await codeOf(
        'mutation { publishCareerLadder(input: { effectiveFrom: "2030-01-01", levels: [], reason: "x" }) { ladderId } }',
        manager,
      ),
    ).toBe('FORBIDDEN');
    expect(await ask('{ careerLadders { nodes { effectiveFrom } totalCount } }', seller)).toMatchObject({
      careerLadders: { totalCount: 1 },
    });
  });

  test('a person sees where he stands, his superior too, a colleague not', async () => {
    const query = `{ careerStanding(employeeId: "${seller.employeeId}") { level employee { name } superior { name } talkDueOn history { cause } } }`;
    const standing = { level: 'TRAINEE', employee: { name: '周一鸣' }, superior: { name: '王经理' }, talkDueOn: addDays(today(), 30) };
    for (const who of [seller, manager, hrManager, auditor]) expect(await ask(query, who)).toMatchObject({ careerStanding: standing });
    expect(await ask(query, colleague)).toEqual({ careerStanding: null });
    expect(await ask('{ careerStanding { employee { name } } }', seller)).toMatchObject({
      careerStanding: { employee: { name: '周一鸣' } },
    });
  });
});

describe('[5.7] promotion through the graph', () => {
  const CANDIDATES =
    '{ promotionCandidates { nodes { employee { id } target eligible reasonsFor { criterion sheets { quarter } } reasonsAgainst { criterion needed actual } } totalCount } }';

  test('the list names reasons for and against with their sheets; a proposal is decided by another person', async () => {
    const level = { employeeId: seller.employeeId, level: 'SALESPERSON', reason: '同业三年经验' };
    expect(await mutate('setFirstLevel', level, hrManager, 'standing { level asked { level reason } }')).toMatchObject({
      standing: { level: 'TRAINEE', asked: { level: 'SALESPERSON', reason: '同业三年经验' } },
      userErrors: [],
    });
    const confirming = { employeeId: seller.employeeId, level: 'SALESPERSON' };
    expect(await mutate('confirmFirstLevel', confirming, hrManager, 'standing { level }')).toMatchObject({
      userErrors: [{ code: 'FIRST_LEVEL_SAME_PERSON', rule: '5.7' }],
    });
    expect(await ask('{ firstLevelsAsked { nodes { employee { name } } totalCount } }', hrManager)).toMatchObject({
      firstLevelsAsked: { nodes: [{ employee: { name: '周一鸣' } }], totalCount: 1 },
    });
    expect(await mutate('confirmFirstLevel', confirming, otherHr, 'standing { level asked { level } }')).toMatchObject({
      standing: { level: 'SALESPERSON', asked: null },
      userErrors: [],
    });
    await g.proven(seller.employeeId, 9_000);
    const { promotionCandidates } = await ask(CANDIDATES, manager);
    const nodes = (promotionCandidates as { nodes: { employee: { id: string } }[] }).nodes;
    expect(nodes).toHaveLength(3);
    expect(nodes.find(({ employee }) => employee.id === seller.employeeId)).toMatchObject({
      ...{ target: 'SENIOR_SALESPERSON', eligible: true, reasonsAgainst: [] },
      reasonsFor: expect.arrayContaining([{ criterion: 'OVERDUE_RATE', sheets: [{ quarter: lastQuarter() }] }]),
    });
    expect(nodes.find(({ employee }) => employee.id === colleague.employeeId)).toMatchObject({
      ...{ target: 'SALESPERSON', eligible: false },
      reasonsAgainst: expect.arrayContaining([{ criterion: 'TRAINED_TOPICS', needed: 'PRODUCT, LAW', actual: '-' }]),
    });
    expect(
      await ask('{ promotionCandidates(level: SALESPERSON, first: 1) { nodes { employee { id } } pageInfo { hasNextPage } } }', manager),
    ).toEqual({
      promotionCandidates: { nodes: [{ employee: { id: seller.employeeId } }], pageInfo: { hasNextPage: false } },
    });
    const own = await ask('{ promotionCandidates { nodes { employee { id } } } promotionEligibility { eligible } }', colleague);
    expect(own).toEqual({
      promotionCandidates: { nodes: [{ employee: { id: colleague.employeeId } }] },
      promotionEligibility: { eligible: false },
    });

    const refusal = { employeeId: colleague.employeeId, reason: '培养新人有成效' };
    expect(await mutate('proposePromotion', refusal, manager, 'promotion { id }')).toMatchObject({
      promotion: null,
      userErrors: [{ code: 'PROMOTION_NOT_ELIGIBLE', rule: '5.7' }],
    });
    const { promotion } = await mutate(
      'proposePromotion',
      { ...refusal, employeeId: seller.employeeId },
      manager,
      'promotion { id state proposedBy { id } }',
    );
    expect(promotion).toMatchObject({ state: 'PROPOSED', proposedBy: { id: manager.employeeId } });
    const { id: promotionId } = promotion as { id: string };
    const decided = await mutate(
      'decidePromotion',
      { promotionId, approve: true, reason: '符合条件' },
      hrManager,
      'promotion { state toLevel decision { reason } askedTrainings { reason state } }',
    );
    expect(decided).toMatchObject({
      userErrors: [],
      promotion: {
        state: 'APPROVED',
        toLevel: 'SENIOR_SALESPERSON',
        decision: { reason: '符合条件' },
        askedTrainings: [{ reason: 'PROMOTION', state: 'ASKED' }],
      },
    });
    expect(
      await mutate('decidePromotion', { promotionId, approve: false, reason: '再想一想' }, hrManager, 'promotion { id }'),
    ).toMatchObject({ userErrors: [{ code: 'ILLEGAL_TRANSITION' }] });
  });

  test.each([
    ['proposePromotion(input: { employeeId: "x", reason: "x" }) { promotion { id } }', () => seller],
    ['decidePromotion(input: { promotionId: "x", approve: true, reason: "x" }) { promotion { id } }', () => manager],
    ['grantPromotionException(input: { promotionId: "x", reason: "x" }) { promotion { id } }', () => manager],
    ['confirmHonour(input: { honourId: "x" }) { confirmed { id } }', () => manager],
    ['revokeHonour(input: { awardId: "x", reason: "x" }) { award { id } }', () => manager],
    ['approveHonourRule(input: { ruleId: "x" }) { ruleId }', () => manager],
    ['approveCareerLadder(input: { ladderId: "x" }) { ladderId }', () => manager],
    ['confirmFirstLevel(input: { employeeId: "x", level: SALESPERSON }) { standing { level } }', () => manager],
  ])('[2.2] %s is not for everybody', async (act, who) => {
    expect(await codeOf(`mutation { ${act} }`, who())).toBe('FORBIDDEN');
  });

  test('a person sees his own promotions, a colleague none', async () => {
    const query = '{ promotions(state: APPROVED) { nodes { employee { id } } totalCount } }';
    expect(await ask(query, seller)).toMatchObject({ promotions: { nodes: [{ employee: { id: seller.employeeId } }], totalCount: 1 } });
    expect(await ask(query, colleague)).toMatchObject({ promotions: { nodes: [], totalCount: 0 } });
    expect(await ask(`{ promotions(employeeId: "${seller.employeeId}") { totalCount } }`, colleague)).toMatchObject({
      promotions: { totalCount: 0 },
    });
  });
});

describe('[5.9] honours through the graph', () => {
  test('[5.8] list, confirmation, certificate as HTML and PDF, training as award', async () => {
    await g.proven(colleague.employeeId, 1_000);
    const period = lastQuarter();
    const LIST =
      'id state rule { metric } ranking { place receives decidedBy employee { name } values { metric value } sheets { quarter } } ranking2: ranking(skip: 1, first: 1) { place }';
    const { proposed } = await mutate('proposeHonour', { honour: 'SALES_CHAMPION', period }, manager, `proposed { ${LIST} }`);
    expect(proposed).toMatchObject({
      ...{ state: 'PROPOSED', rule: { metric: 'DISBURSED_AMOUNT' }, ranking2: [{ place: 2 }] },
      ranking: [
        { place: 1, receives: true, decidedBy: null, employee: { name: '周一鸣' }, sheets: [{ quarter: period }] },
        { place: 2, receives: false, decidedBy: 'DISBURSED_AMOUNT', employee: { name: '李小雨' } },
      ],
    });
    const { id: honourId } = proposed as { id: string };
    expect(await codeOf('{ honours { nodes { id } } }', seller)).toBe('FORBIDDEN');
    expect(await mutate('confirmHonour', { honourId }, hrManager, 'confirmed { state awards { employee { name } } }')).toMatchObject({
      confirmed: { state: 'CONFIRMED', awards: [{ employee: { name: '周一鸣' } }] },
      userErrors: [],
    });
    const { honourAwards } = await ask(
      `{ honourAwards(period: "${period}") { nodes { id honour revokedOn html pdf { url } askedTrainings { reason } } totalCount } }`,
      seller,
    );
    const [award] = (honourAwards as { nodes: { id: string; html: string; pdf: { url: string } }[] }).nodes;
    expect(award).toMatchObject({ honour: 'SALES_CHAMPION', revokedOn: null, askedTrainings: [{ reason: 'AWARD' }] });
    expect(award?.html).toContain('销售冠军');
    const { pathname, search } = new URL(award?.pdf.url ?? '', hr.url);
    const file = await fetch(`${hr.url}${pathname}${search}`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await fetch(`${hr.url}${pathname}`)).status).not.toBe(200);
    const again = await mutate('confirmHonour', { honourId }, hrManager, 'confirmed { id }');
    expect(again).toMatchObject({ userErrors: [{ code: 'HONOUR_CONFIRMED', rule: '5.9' }] });
    const revoked = await mutate('revokeHonour', { awardId: award?.id, reason: '事后核查' }, hrManager, 'award { revokedOn }');
    expect(revoked).toMatchObject({ award: null, userErrors: [{ code: 'AWARD_WITHOUT_VIOLATION', rule: '5.4' }] });
    expect(await ask('{ honourAwardsInQuestion { id } }', hrManager)).toEqual({ honourAwardsInQuestion: [] });
  });

  test('rules are read by everybody, refused with their codes', async () => {
    expect(
      await ask(
        '{ honourRules(honour: SALES_CHAMPION, scope: YEAR) { nodes { leastQuarters tieBreakers minimums { metric least } } } }',
        seller,
      ),
    ).toMatchObject({
      honourRules: { nodes: [{ leastQuarters: 4, minimums: [{ metric: 'TOTAL_SCORE', least: 80 }] }] },
    });
    const rule = {
      honour: 'SALES_CHAMPION',
      scope: 'QUARTER',
      fromQuarter: '2021-Q1',
      metric: 'LOANS',
      minimums: [],
      tieBreakers: ['LOANS'],
      places: 0,
      whenEqual: 'SHARED',
      leastQuarters: 1,
    };
    expect(await mutate('publishHonourRule', rule, hrManager, 'ruleId')).toMatchObject({
      userErrors: [{ code: 'HONOUR_RULE_LATE' }, { code: 'HONOUR_PLACES' }, { code: 'HONOUR_TIE_TWICE' }],
    });
    expect(
      await mutate('proposeHonour', { honour: 'SALES_CHAMPION', period: g.runningQuarter }, hrManager, 'proposed { id }'),
    ).toMatchObject({ userErrors: [{ code: 'HONOUR_PERIOD_RUNNING' }] });
  });
});

describe('[6.11, 6.12] plans and talks through the graph', () => {
  test('an own plan, seen and commented by the superior, never written by him', async () => {
    const plan = {
      targetLevel: 'SUPERVISOR',
      byWhen: addDays(today(), 400),
      goals: [{ text: '学会带教新人', steps: ['带教一名见习销售员'], topics: ['SALES_SKILLS'] }],
    };
    const { careerPlan } = await mutate('makeCareerPlan', plan, colleague, 'careerPlan { id }');
    const { id: planId } = careerPlan as { id: string };
    const PLAN = 'careerPlan { goals { steps { doneOn } } comments { text by { name } } askedTrainings { topic } }';
    expect(await mutate('finishCareerStep', { planId, goal: 1, step: 1 }, colleague, PLAN)).toMatchObject({
      careerPlan: { goals: [{ steps: [{ doneOn: today() }] }] },
    });
    await mutate('commentCareerPlan', { planId, text: '方向正确，继续努力' }, manager, PLAN);
    expect(await mutate('requestCareerTraining', { planId, topic: 'SALES_SKILLS' }, manager, PLAN)).toMatchObject({
      careerPlan: { comments: [{ text: '方向正确，继续努力', by: { name: '王经理' } }], askedTrainings: [{ topic: 'SALES_SKILLS' }] },
    });
    expect(await mutate('noteCareerProgress', { planId, text: '我来替他写' }, manager, PLAN)).toMatchObject({
      userErrors: [{ code: 'PLAN_NOT_OWN', rule: '6.11' }],
    });
    expect(await ask(`{ careerPlan(id: "${planId}") { id } }`, seller)).toEqual({ careerPlan: null });
    expect(await ask('{ careerPlans(state: ACTIVE) { nodes { employee { name } } } }', manager)).toMatchObject({
      careerPlans: { nodes: [{ employee: { name: '李小雨' } }] },
    });
    expect(await ask('{ askedTrainings(reason: PROMOTION) { totalCount } }', colleague)).toMatchObject({
      askedTrainings: { totalCount: 1 },
    });
  });

  test('talks that are due and overdue per superior; a recorded one moves on', async () => {
    await hr.platform.database
      .collection('career_standings')
      .updateOne({ _id: seller.employeeId as never }, { $set: { talkDueOn: addDays(today(), -3) } });
    const DUE = (args: string) => `{ careerTalksDue(${args}) { nodes { employee { name } talkDueOn } totalCount } }`;
    const overdue = { careerTalksDue: { nodes: [{ employee: { name: '周一鸣' }, talkDueOn: addDays(today(), -3) }], totalCount: 1 } };
    expect(await ask(DUE('overdue: true'), manager)).toEqual(overdue);
    expect(await ask(DUE(`managerId: "${manager.employeeId}", until: "${today()}"`), hrManager)).toEqual(overdue);
    expect(await ask(DUE('overdue: true'), colleague)).toMatchObject({ careerTalksDue: { totalCount: 0 } });
    const talk = {
      ...{ employeeId: seller.employeeId, heldOn: today(), needs: '希望独立负责企业客户', guidance: '先跟随高级销售员三个月' },
      support: [{ what: '安排带教老师', dueOn: addDays(today(), 14) }],
    };
    expect(await mutate('recordCareerTalk', talk, colleague, 'talk { id }')).toMatchObject({
      talk: null,
      userErrors: [{ code: 'TALK_NOT_HIS_OWN', rule: '6.12' }],
    });
    expect(await mutate('recordCareerTalk', talk, manager, 'talk { heldBy { name } support { what } }')).toMatchObject({
      talk: { heldBy: { name: '王经理' }, support: [{ what: '安排带教老师' }] },
    });
    expect(await ask(DUE('overdue: true'), manager)).toMatchObject({ careerTalksDue: { totalCount: 0 } });
    expect(await ask('{ careerTalks { nodes { needs } } }', seller)).toMatchObject({
      careerTalks: { nodes: [{ needs: '希望独立负责企业客户' }] },
    });
    expect(await ask('{ careerTalks { nodes { needs } } }', colleague)).toMatchObject({ careerTalks: { nodes: [] } });
  });
});
