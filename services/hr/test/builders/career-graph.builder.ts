import { addDays, newId, quarterOf, quarterRange } from '@weilend/kernel';
import type { EmployeeActor, LocalDate } from '@weilend/kernel';
import { inboxOf, MessageSource, person } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import type { AnyConsumer } from '@weilend/messaging';
import { quarterBack } from '../../src/domain/promotion/eligibility.js';
import { hrService } from '../../src/hr.module.js';

const admin = person(null, 'administrator');
const source = new MessageSource();

/** What the career desk is asked through the graph, with people hired and quarters closed by hand. */
export class CareerGraph {
  constructor(readonly hr: SubgraphUnderTest) {}

  get today(): LocalDate {
    return this.hr.platform.clock.today();
  }

  /** The quarter that ended last. */
  get lastQuarter(): string {
    return quarterBack(this.today, 2);
  }

  get runningQuarter(): string {
    return quarterOf(this.today);
  }

  async ask(query: string, as: EmployeeActor, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const answer = await this.hr.graph(query, variables, as);
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  async mutate(name: string, input: object, as: EmployeeActor, selection: string): Promise<Record<string, unknown>> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const act = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code rule } } }`;
    return (await this.ask(act, as, { input }))[name] as Record<string, unknown>;
  }

  async codeOf(query: string, as: EmployeeActor): Promise<unknown> {
    return (await this.hr.graph(query, {}, as)).errors?.[0]?.extensions['code'];
  }

  async hire(employeeNo: string, name: string, role: string, managerId: string | null): Promise<EmployeeActor> {
    const hiredOn = quarterRange(quarterBack(this.today, 6)).from;
    const input = { employeeNo, name, department: 'SALES', roles: [role], managerId, hiredOn, password: 'correct horse battery' };
    const { employee } = await this.mutate('hireEmployee', input, admin, 'employee { id }');
    const { id } = employee as { id: string };
    const consumers = hrService.consumers.map((consumer) => this.hr.app.get<AnyConsumer>(consumer));
    const roles = [role.toLowerCase().replaceAll('_', '-')];
    const data = { employeeId: id, department: 'sales', roles, managerId, active: true };
    await inboxOf(this.hr.platform, consumers).receive(source.event('hr.employee-changed.v1', id, data as never));
    return { kind: 'employee', department: 'sales', roles, employeeId: id };
  }

  /** Four closed quarters with good figures, as hr would have closed them for the whole company. */
  async proven(employeeId: string, disbursedFen: number): Promise<void> {
    const figures = {
      ...{ disbursedFen, loans: 3, newCustomers: 1, satisfactionAverage: 5, satisfactionSample: 2, violations: 0, severeViolations: 0 },
      ...{ trainingHours: 6, overdueFen: 0, outstandingFen: 100_000 },
    };
    const { database } = this.hr.platform;
    for (const quarter of [2, 3, 4, 5].map((back) => quarterBack(this.today, back))) {
      const { from, to } = quarterRange(quarter);
      const sheet = { _id: newId('apr'), version: 1, employeeId, quarter, schemeId: newId('sch'), state: 'CLOSED', openedOn: from };
      const closed = { closedOn: addDays(to, 1), figures, total: 95, lines: [] };
      await database.collection<{ _id: string }>('appraisal_sheets').insertOne({ ...sheet, ...closed } as never);
      const row = { $set: { state: 'CLOSED' }, $setOnInsert: { _id: newId('apq'), version: 1 } };
      await database.collection<{ _id: string }>('appraisal_quarters').updateOne({ quarter }, row, { upsert: true });
    }
  }
}
