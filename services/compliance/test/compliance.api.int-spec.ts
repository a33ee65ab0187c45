import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parameterTypes } from '@weilend/contracts';
import { addDays, newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { eventually, person, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { complianceService } from '../src/compliance.module.js';

let compliance: SubgraphUnderTest;
const [officer, second] = [person('compliance', 'compliance-officer'), person('compliance', 'compliance-officer')];
const seller = person('sales', 'salesperson');
const auditor = person(null, 'auditor');

interface Answer {
  userErrors: { code: string; field?: string[]; rule: string }[];
  [field: string]: unknown;
}

async function call(name: string, input: object, selection: string, as?: EmployeeActor): Promise<Answer> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code field rule } } }`;
  const answer = await compliance.graph(query, { input }, as);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name] as unknown as Answer;
}

const idOf = (answer: Answer, noun: string): string => (answer[noun] as { id: string }).id;
const today = () => compliance.platform.clock.today();

beforeAll(async () => {
  compliance = await testSubgraph(complianceService, { role: 'all' });
  await seedPeople(compliance.platform, [officer, second, seller, auditor]);
  await eventually(
    'the initial parameters',
    async () => (await compliance.platform.database.collection('parameter_register').countDocuments()) > 30,
  );
});

afterAll(() => compliance.stop());

describe('[1.2] parameters', () => {
  const list = async (asOf: string | null) => {
    const answer = await compliance.graph(
      'query ($d: LocalDate) { parameters(asOf: $d) { key value basis effectiveFrom proposedBy { id } } }',
      { d: asOf },
      seller,
    );
    return answer.data?.['parameters'] as unknown as { key: string; value: string; basis: string; effectiveFrom: string }[];
  };

  test('every key has a value with its basis from the start', async () => {
    const found = await list('2025-06-30');
    expect(found.map((one) => one.key)).toEqual(Object.keys(parameterTypes).sort());
    expect(found.every((one) => one.basis !== '' && one.effectiveFrom === '2020-01-01')).toBe(true);
    expect(await list('2019-12-31')).toEqual([]);
  });

  test('the holidays of 2026 are in force in 2026, and the basis says what is not announced', async () => {
    const holidays = (await list('2026-11-23')).find((one) => one.key === 'calendar.holidays');
    expect(JSON.parse(String(holidays?.value))).toContain('2026-10-01');
    expect(holidays?.basis).toContain('2027年安排尚未公布');
  });

  test('four eyes: proposed by one, published by another, decided on from its date', async () => {
    const effectiveFrom = addDays(today(), 30);
    const proposal = { key: 'approval.validity', value: '60', effectiveFrom, basis: '2026年第12次办公会' };
    const parameterId = idOf(await call('proposeParameter', proposal, 'parameter { id state }', officer), 'parameter');
    expect(await call('approveParameter', { parameterId }, 'parameter { id }', officer)).toMatchObject({
      parameter: null,
      userErrors: [{ code: 'FOUR_EYES', rule: '1.2' }],
    });
    expect(await call('approveParameter', { parameterId }, 'parameter { state approvedBy { id } }', second)).toMatchObject({
      parameter: { state: 'PUBLISHED', approvedBy: { id: second.employeeId } },
      userErrors: [],
    });
    const valueOn = async (on: string) => (await list(on)).find((one) => one.key === 'approval.validity')?.value;
    expect([await valueOn(addDays(effectiveFrom, -1)), await valueOn(effectiveFrom)]).toEqual(['90', '60']);
    const history = await compliance.graph('{ parameterHistory(key: "approval.validity") { value effectiveFrom } }', {}, seller);
    expect(history.data?.['parameterHistory']).toEqual([
      { value: '60', effectiveFrom },
      { value: '90', effectiveFrom: '2020-01-01' },
    ]);
    expect(await call('proposeParameter', proposal, 'parameter { id }', officer)).toMatchObject({
      userErrors: [{ code: 'PARAMETER_DATE_TAKEN' }],
    });
  });

  test.each([
    ['an unknown key', { key: 'no.such-key' }, 'PARAMETER_KEY_UNKNOWN'],
    ['a value in another form', { value: '60 days' }, 'PARAMETER_VALUE_INVALID'],
    ['a date in the past', { effectiveFrom: '2026-01-01' }, 'PARAMETER_RETROACTIVE'],
    ['no basis', { basis: ' ' }, 'PARAMETER_BASIS_MISSING'],
  ])('%s is refused', async (_name, change, code) => {
    const proposal = { key: 'consent.validity', value: '60', effectiveFrom: addDays(today(), 1), basis: '办公会', ...change };
    expect(await call('proposeParameter', proposal, 'parameter { id }', officer)).toMatchObject({
      parameter: null,
      userErrors: [{ code, rule: '1.2' }],
    });
  });
});

describe('[5.4] violations', () => {
  const report = (as: EmployeeActor, change: object = {}) =>
    call(
      'reportViolation',
      { kind: 'MISLEADING', severity: 'SERIOUS', aboutEmployeeId: seller.employeeId, description: '隐瞒罚息', ...change },
      'violation { id state }',
      as,
    );

  test('reported by anybody, investigated, confirmed', async () => {
    const violationId = idOf(await report(auditor), 'violation');
    await call('investigateViolation', { violationId }, 'violation { state }', officer);
    const confirmedBy = (as: EmployeeActor) =>
      call(
        'confirmViolation',
        { violationId, findings: '录音证实', severity: 'SEVERE' },
        'violation { state severity about { id } investigator { id } closedBy { id } }',
        as,
      );
    const open = { violation: null, userErrors: [{ code: 'VIOLATION_INVESTIGATED', rule: '5.4' }] };
    expect(await confirmedBy(officer)).toMatchObject(open);
    expect(await call('dismissViolation', { violationId, findings: '录音证实' }, 'violation { id }', officer)).toMatchObject(open);
    expect(await confirmedBy(second)).toMatchObject({
      violation: {
        ...{ state: 'CONFIRMED', severity: 'SEVERE', about: { id: seller.employeeId } },
        ...{ investigator: { id: officer.employeeId }, closedBy: { id: second.employeeId } },
      },
      userErrors: [],
    });
    const found = await compliance.graph(
      'query ($e: ID) { violations(aboutEmployeeId: $e, state: CONFIRMED) { totalCount nodes { id kind } } }',
      { e: seller.employeeId },
      auditor,
    );
    expect(found.data?.['violations']).toMatchObject({ nodes: [{ id: violationId, kind: 'MISLEADING' }] });
  });

  test.each([
    ['against somebody hr does not know', { aboutEmployeeId: newId('emp') }, 'VIOLATION_PERSON_NOT_EMPLOYED'],
    ['without words', { description: ' ' }, 'VIOLATION_TEXT_MISSING'],
  ])('a report %s is refused', async (_name, change, code) => {
    expect(await report(auditor, change)).toMatchObject({ violation: null, userErrors: [{ code }] });
  });

  test('an officer does not investigate what he reported, and nobody confirms without an investigation', async () => {
    const violationId = idOf(await report(officer), 'violation');
    expect(await call('investigateViolation', { violationId }, 'violation { id }', officer)).toMatchObject({
      userErrors: [{ code: 'VIOLATION_OWN_CASE' }],
    });
    expect(await call('confirmViolation', { violationId, findings: 'x' }, 'violation { id }', second)).toMatchObject({
      userErrors: [{ code: 'ILLEGAL_TRANSITION', rule: '7.12' }],
    });
  });
});

describe('[7.7] rules and their acknowledgement', () => {
  test('who has not acknowledged the newest version is on the list', async () => {
    const rule = { code: 'sales-department', title: '销售部管理制度', text: '第一条', audience: ['SALESPERSON'] };
    const first = idOf(await call('publishRule', rule, 'rule { id ruleVersion }', officer), 'rule');
    const owing = async () => {
      const answer = await compliance.graph('{ missingAcknowledgements { rule { ruleVersion } employee { id } } }', {}, auditor);
      return answer.data?.['missingAcknowledgements'] as unknown;
    };
    expect(await owing()).toEqual([{ rule: { ruleVersion: 1 }, employee: { id: seller.employeeId } }]);
    const answer = await call('acknowledgeRule', { ruleId: first }, 'acknowledgement { id employee { id } rule { id } }', seller);
    expect(answer).toMatchObject({ acknowledgement: { employee: { id: seller.employeeId }, rule: { id: first } }, userErrors: [] });
    expect(await owing()).toEqual([]);
    expect(await call('acknowledgeRule', { ruleId: first }, 'acknowledgement { id }', seller)).toMatchObject({
      userErrors: [{ code: 'RULE_ACKNOWLEDGED' }],
    });
    expect(await call('acknowledgeRule', { ruleId: first }, 'acknowledgement { id }', auditor)).toMatchObject({
      userErrors: [{ code: 'RULE_NOT_ADDRESSED' }],
    });
    await call('publishRule', { ...rule, text: '第一条（修订）' }, 'rule { id }', officer);
    expect(await owing()).toEqual([{ rule: { ruleVersion: 2 }, employee: { id: seller.employeeId } }]);
    expect(await call('acknowledgeRule', { ruleId: first }, 'acknowledgement { id }', seller)).toMatchObject({
      userErrors: [{ code: 'RULE_SUPERSEDED' }],
    });
  });
});

describe('permissions', () => {
  test.each([
    ['nobody reads parameters', '{ parameters { key } }', undefined, 'UNAUTHENTICATED'],
    ['a salesperson reads no violations', '{ violations { nodes { id } } }', seller, 'FORBIDDEN'],
    ['a salesperson reads no access log', '{ accessLog { nodes { id } } }', seller, 'FORBIDDEN'],
    ['a salesperson does not see who owes', '{ missingAcknowledgements { employee { id } } }', seller, 'FORBIDDEN'],
    [
      'an auditor proposes nothing',
      'mutation { proposeParameter(input: { key: "x", value: "1", effectiveFrom: "2027-01-01", basis: "x" }) { userErrors { code } } }',
      auditor,
      'FORBIDDEN',
    ],
    [
      'an auditor confirms nothing',
      'mutation { confirmViolation(input: { violationId: "x", findings: "x" }) { userErrors { code } } }',
      auditor,
      'FORBIDDEN',
    ],
  ])('%s', async (_name, query, as, code) => {
    expect((await compliance.graph(query, {}, as)).errors?.[0]?.extensions['code']).toBe(code);
  });

  test('[7.13] the dossier of an application is for those who check it', async () => {
    const entities =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on LoanApplication { id dossier { completeness missing } } } }';
    const representations = [{ __typename: 'LoanApplication', id: newId('app') }];
    expect((await compliance.graph(entities, { r: representations }, auditor)).data?.['_entities']).toMatchObject([{ dossier: null }]);
    expect((await compliance.graph(entities, { r: representations }, seller)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
