import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, addMonths, newId } from '@weilend/kernel';
import type { EmployeeActor, LocalDate } from '@weilend/kernel';
import type { Role } from '@weilend/contracts';
import { person } from '@weilend/testing';
import { QUIET, TrainingDesk } from '../../../test/builders/evaluating.builder.js';
import { STANDINGS } from '../../domain/knowledge/knowledge-standing.js';
import { KnowledgeStandings } from '../../persistence/knowledge/knowledge.repository.js';
import { KnowledgeQueries } from '../../queries/knowledge/knowledge.queries.js';
import { TrainingReminderQueries } from '../../queries/reminder/training-reminder.queries.js';
import { RemindOfTrainingDeadlines } from '../reminder/remind-of-training-deadlines.use-case.js';
import { AcceptKnowledgeCertificate } from './accept-knowledge-certificate.use-case.js';
import { ApplyKnowledgeRules } from './apply-knowledge-rules.use-case.js';
import { PublishKnowledgeRules } from './publish-knowledge-rules.use-case.js';

let desk: TrainingDesk;
let ofSecond = '';
beforeAll(async () => {
  desk = await TrainingDesk.open();
});
afterAll(() => desk.platform.stop());

const today = () => desk.platform.clock.today();
const publish = (effectiveFrom: LocalDate, role: string, topics: readonly ('LAW' | 'PRODUCT')[]) =>
  desk.get(PublishKnowledgeRules).execute(desk.compliance, { effectiveFrom, requirements: [{ role, topics }] });
const apply = () => desk.get(ApplyKnowledgeRules).execute(QUIET);
const standing = ({ employeeId }: EmployeeActor, topic: 'LAW' | 'PRODUCT' = 'LAW') =>
  desk.run((tx) => desk.get(KnowledgeStandings).ofTopic(employeeId, topic, tx));
const listed = async (state: (typeof STANDINGS)[number], by = desk.compliance) =>
  (await desk.get(KnowledgeQueries).standings({ state, first: 100 }, by)).nodes;
async function changed(who: EmployeeActor, roles: readonly Role[]): Promise<void> {
  const { employeeId } = who;
  const data = { employeeId, department: 'sales' as const, roles: [...roles], managerId: desk.manager.employeeId, active: true };
  await desk.run((tx) => desk.platform.directory.apply(data, tx));
  await desk.inbox.receive(desk.source.event('hr.employee-changed.v1', employeeId, data));
}

describe('[7.7] what people have to know', () => {
  test('a version measures everybody once when its day comes, with a time of grace', async () => {
    await publish(addDays(today(), 1), 'salesperson', ['LAW']);
    expect(await apply()).toBe(0);
    await desk.pass(1);
    expect(await apply()).toBeGreaterThan(5);
    expect(await apply()).toBe(0);
    expect(await standing(desk.seller)).toMatchObject({ required: true, graceUntil: addDays(today(), 30), proof: null });
    expect(await standing(desk.officer)).toBeNull();
    expect((await listed('MISSING')).map(({ employeeId }) => employeeId)).toEqual(expect.arrayContaining([desk.seller.employeeId]));
  });

  test('somebody hired later has his own grace; moved away or gone he is released', async () => {
    await desk.pass(5);
    const [fresh, leaver] = [person('sales', 'salesperson'), person('sales', 'salesperson')];
    await changed(fresh, ['salesperson']);
    await changed(leaver, ['salesperson']);
    expect(await standing(fresh)).toMatchObject({ graceUntil: addDays(today(), 30) });
    await changed(fresh, ['trainer']);
    expect(await standing(fresh)).toMatchObject({ required: false, dueOn: null });
    await desk.run((tx) => desk.platform.directory.deactivate(leaver.employeeId, tx));
    const left = { employeeId: leaver.employeeId, deactivatedAt: desk.platform.clock.now().toISOString() };
    await desk.inbox.receive(desk.source.event('hr.employee-deactivated.v1', leaver.employeeId, left));
    expect(await standing(leaver)).toMatchObject({ required: false, dueOn: null });
  });

  test('a certificate proves it; it runs out, is named ahead, and goes to the superior when it has', async () => {
    const days = { issuedOn: today(), expiresOn: addDays(today(), 60) };
    const certificate = { employeeId: desk.seller.employeeId, topic: 'LAW' as const, ...days };
    const reference = await desk.certified(desk.seller, days);
    await desk.get(AcceptKnowledgeCertificate).execute(desk.compliance, { ...certificate, reference });
    const mine = async (state: (typeof STANDINGS)[number]) => (await listed(state, desk.seller)).map(({ topic }) => topic);
    expect(await mine('VALID')).toEqual(['LAW']);
    await desk.pass(30);
    expect(await mine('EXPIRING')).toEqual(['LAW']);
    const remind = () => desk.get(RemindOfTrainingDeadlines).execute(QUIET);
    const told = async (by: EmployeeActor) =>
      (await desk.get(TrainingReminderQueries).mine({ first: 100 }, by)).nodes
        .filter(({ kind }) => kind === 'KNOWLEDGE')
        .map(({ level, escalated }) => `${level} ${escalated}`);
    await remind();
    expect(await told(desk.seller)).toEqual(['SOON false']);
    await desk.pass(31);
    expect(await mine('OVERDUE')).toEqual(['LAW']);
    await remind();
    expect(await remind()).toBe(0);
    expect((await told(desk.seller)).sort()).toEqual(['LATE false', 'SOON false']);
    expect(await told(desk.manager)).toContain('LATE true');
    const again = await desk.certified(desk.seller, { issuedOn: today() });
    const renewed = { ...certificate, reference: again, issuedOn: today(), expiresOn: addDays(today(), 9_000) };
    await desk.get(AcceptKnowledgeCertificate).execute(desk.compliance, renewed);
    await remind();
    expect(await told(desk.seller)).toEqual([]);
    expect(await standing(desk.seller)).toMatchObject({ proof: { reference: again, expiresOn: addMonths(today(), 12) } });
  });

  test('the lists say of each row what the row says of itself', async () => {
    for (const state of STANDINGS) for (const row of await listed(state)) expect(row.state).toBe(state);
    const all = await Promise.all(STANDINGS.filter((state) => state !== 'NOT_REQUIRED').map((state) => listed(state)));
    const required = (await desk.get(KnowledgeQueries).standings({ first: 100 }, desk.compliance)).nodes;
    expect(
      all
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(required.map(({ id }) => id).sort());
    expect(
      new Set((await desk.get(KnowledgeQueries).standings({ first: 100 }, desk.seller)).nodes.map(({ employeeId }) => employeeId)),
    ).toEqual(new Set([desk.seller.employeeId]));
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['rules from yesterday on', () => publish(addDays(today(), -1), 'salesperson', ['LAW']), 'KNOWLEDGE_DAY_INVALID'],
    ['rules for a role that is none', () => publish(addDays(today(), 9), 'cook', ['LAW']), 'KNOWLEDGE_ROLES_INVALID'],
    ['a certificate of nobody', () => accept({ employeeId: newId('emp') }), 'KNOWLEDGE_PERSON_UNKNOWN'],
    ['a certificate of his own', () => accept({ employeeId: desk.compliance.employeeId }), 'CERTIFICATE_OF_ONESELF'],
    ['a certificate of another day than on record', () => accept({ issuedOn: addDays(today(), 1) }), 'CERTIFICATE_DAY_DIFFERS'],
    ['one that is not on record', () => accept({ reference: newId('ctf') }), 'CERTIFICATE_REFERENCE_INVALID'],
    ['one of somebody else', () => accept({ employeeId: desk.seller.employeeId }), 'CERTIFICATE_REFERENCE_INVALID'],
    ['[3.7] an identity number as reference', () => accept({ reference: '110105194912310021' }), 'CERTIFICATE_REFERENCE_INVALID'],
  ])('refused with nothing changed: %s', async (_name, act, code) => {
    ofSecond ||= await desk.certified(desk.second, { issuedOn: today() });
    const before = await desk.snapshot();
    await expect(act()).rejects.toMatchObject({ code });
    expect(await desk.snapshot()).toBe(before);
  });

  const accept = (change: object) =>
    desk.get(AcceptKnowledgeCertificate).execute(desk.compliance, {
      ...{ employeeId: desk.second.employeeId, topic: 'LAW' as const, reference: ofSecond, issuedOn: today(), ...change },
    });

  test('two versions published at once are two numbers, or one of them', async () => {
    const day = addDays(today(), 40);
    const outcomes = await Promise.allSettled([
      publish(day, 'salesperson', ['LAW']),
      publish(addDays(day, 1), 'salesperson', ['LAW', 'PRODUCT']),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const numbers = (await desk.get(KnowledgeQueries).rules({})).nodes.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
