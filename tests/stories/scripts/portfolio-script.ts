// A salesperson leaves: what he had goes to a colleague, and nothing of it stays his.
import { GraphFault } from '../../../infra/local/demo/graph-client.ts';
import { Person } from '../../../infra/local/demo/person.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { must } from '../lib/must.ts';
import { putOnFile, writeLead } from '../lib/prospects.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import { clientOf } from './scene.ts';
import type { Scene, Script } from './scene.ts';

const HELD = `query Held($customer: ID!, $lead: ID!, $application: ID!) {
  customer(id: $customer) { id owner { id } } lead(id: $lead) { id salesperson { id } } application(id: $application) { id salesperson { id } }
}`;
const OWED = 'query Owed { owedPortfolios { handoffId customersLeft leadsLeft employee { id } } }';
const WORK = `query Work($id: ID!) { handoff(id: $id) { id type state from subject } }`;

interface Held {
  readonly customer: string;
  readonly lead: string;
  readonly application: string;
}

export const portfolio: Script = {
  name: 'portfolio',
  tells:
    'a new salesperson gives one customer away and sees him no more, then leaves: his customers, leads and open applications go to a colleague, and the work that hr handed over is done',
  // Everybody who sells has a target in the plan, and leads by turns go to everybody: somebody who leaves again is hired afterwards.
  after: ['sales-day', 'channels'],
  ends: null,
  play: async (scene) => {
    const { company, story, turn } = scene;
    const [manager, colleague] = [company.one('sales-manager'), company.nth('salesperson', turn)];
    const { leaver, leaverId } = await hired(scene);
    const [given, held] = [await makeHeld(scene, leaver, 'given'), await makeHeld(scene, leaver, 'held')];
    must(await sees(colleague, held, 'nothing'), 'a colleague sees nothing of it');
    await transfer(scene, leaverId, { customerIds: [given.customer], reason: '片区调整' });
    must((await ownersOf(leaver, given)).customer === null, 'who gave a customer away sees him no more');
    await story.isRefused(manager, giving(leaverId, await colleague.employeeId(), '离职移交'), 'PORTFOLIO_NOT_OWED');
    await story.act(company.one('hr-manager'), {
      ...{ verb: 'deactivateEmployee', input: { employeeId: leaverId }, select: 'employee { id active }' },
    });
    const owed = await waitFor('the customers of the leaver on the list of the manager', () => owedOf(manager, leaverId));
    must(at(owed, 'customersLeft') === 1 && Number(at(owed, 'leadsLeft')) > 0, 'a customer and leads are owed', owed);
    await transfer(scene, leaverId, { reason: '离职客户移交' });
    must((await owedOf(manager, leaverId)) === null, 'nothing is owed any more');
    must(await sees(colleague, held, 'all'), 'the colleague has customer, lead and application');
    const handoffId = textAt(owed, 'handoffId');
    await waitFor('the work of hr to be done', async () => {
      const { data } = await company.one('coordinator').ask(WORK, { id: handoffId });
      return at(data, 'handoff', 'state') === 'COMPLETED';
    });
    await waitFor('who left to see nothing any more', () => isShutOut(leaver, held), { limitMs: 10_000 });
  },
};

/** Hired for this story, and known to sales. */
async function hired(scene: Scene): Promise<{ leaver: Person; leaverId: string }> {
  const { company, story, run } = scene;
  const signIn = {
    name: '钱进',
    role: 'salesperson',
    department: 'sales',
    employeeNo: `L-${run}`.slice(0, 20),
    password: `leaver ${run} 1`,
    firstPassword: `newcomer ${run} 1`,
  };
  const { employeeNo, name, firstPassword: password } = signIn;
  const input = { employeeNo, name, department: 'SALES', roles: ['SALESPERSON'], password };
  const made = await story.act(company.one('hr-manager'), { verb: 'hireEmployee', input, select: 'employee { id }' });
  const leaverId = textAt(made, 'employee', 'id');
  story.subjects.push(leaverId);
  return { leaver: new Person(company.client, signIn), leaverId };
}

/** A customer with an open form and an open enquiry, and a prospect who is none yet. */
async function makeHeld(scene: Scene, leaver: Person, label: string): Promise<Held> {
  const { story } = scene;
  const customer = await putOnFile(scene, leaver, clientOf(scene, { label }));
  const lead = await writeLead(scene, leaver, clientOf(scene, { label: `${label} lead` }));
  const [opened] = await story.does(
    leaver,
    { verb: 'createApplication', input: { customerId: customer, purpose: 'TRAVEL' }, select: 'application { id }' },
    { verb: 'openEnquiry', input: { customerId: customer, note: '想提高额度' }, select: 'enquiry { id }' },
  );
  return { customer, lead, application: textAt(opened, 'application', 'id') };
}

const giving = (fromEmployeeId: string, toEmployeeId: string, reason: string, customerIds: readonly string[] | null = null) => ({
  verb: 'transferPortfolio',
  input: { fromEmployeeId, toEmployeeId, reason, customerIds },
  select: 'owedPortfolios { handoffId }',
});

async function transfer(
  { company, story, turn }: Scene,
  leaverId: string,
  { customerIds, reason }: { customerIds?: readonly string[]; reason: string },
): Promise<void> {
  const to = await company.nth('salesperson', turn).employeeId();
  await story.act(company.one('sales-manager'), giving(leaverId, to, reason, customerIds ?? null));
}

async function ownersOf(
  person: Person,
  held: Held,
): Promise<{ readonly customer: unknown; readonly lead: unknown; readonly application: unknown }> {
  const { data } = await person.ask(HELD, { ...held });
  const who = (part: string, field: string): unknown => at(data, part, field, 'id');
  return { customer: who('customer', 'owner'), lead: who('lead', 'salesperson'), application: who('application', 'salesperson') };
}

/** Whether somebody sees nothing of it, or all of it as his own. */
async function sees(person: Person, held: Held, what: 'nothing' | 'all'): Promise<boolean> {
  const wanted = what === 'all' ? await person.employeeId() : null;
  return Object.values(await ownersOf(person, held)).every((owner) => owner === wanted);
}

async function owedOf(manager: Person, leaverId: string): Promise<unknown> {
  const { data } = await manager.ask(OWED);
  return listAt(data, 'owedPortfolios').find((one) => at(one, 'employee', 'id') === leaverId) ?? null;
}

/** His token is good for no question any more. */
async function isShutOut(leaver: Person, held: Held): Promise<boolean> {
  try {
    await leaver.ask(HELD, { ...held });
    return false;
  } catch (thrown) {
    if (!(thrown instanceof GraphFault)) throw thrown;
    return thrown.errors.every(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
  }
}
