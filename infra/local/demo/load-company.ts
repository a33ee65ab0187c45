// Makes the demo company through the gateway, as its people would: the administrator hires, each manager publishes what is his. Everything is looked for
// before it is made, and every act carries a requestKey, so the loader may be stopped and repeated at any point.
import {
  APPRAISAL_ADJUSTMENT,
  appraisalGates,
  appraisalLines,
  activities,
  partners,
  policyBands,
  products,
  quickReading,
} from './company-rules.ts';
import { GraphClient } from './graph-client.ts';
import type { UserError } from './graph-client.ts';
import { Person, Refused } from './person.ts';
import type { Act, SignIn } from './person.ts';
import { Hiring } from './hiring.ts';
import { ADMINISTRATOR_NO, staff } from './staff.ts';
import { waitFor } from './wait-for.ts';

export interface LoadOptions {
  readonly gatewayUrl: string;
  readonly adminPassword: string;
  readonly say: (line: string) => void;
}

/** What a department refuses only because it has not yet heard of somebody or something. */
const NOT_YET_HEARD = new Set(['ROLE_NOT_HELD', 'PRODUCT_UNKNOWN', 'PRODUCT_NOT_IN_FORCE', 'INVESTIGATOR_NOT_ELIGIBLE', 'NOT_FOUND']);
const LIMIT_MS = 90_000;

/** @returns who can sign in. */
export async function loadCompany({ gatewayUrl, adminPassword, say }: LoadOptions): Promise<readonly SignIn[]> {
  const client = new GraphClient({ gatewayUrl });
  const admin: SignIn = {
    name: '系统管理员',
    role: 'administrator',
    department: 'company',
    employeeNo: ADMINISTRATOR_NO,
    password: adminPassword,
  };
  const administrator = new Person(client, admin);
  await waitFor('the administrator of a new company', () => canSignIn(administrator), { everyMs: 1_000 });
  const company = new Hiring(client, administrator, adminPassword);
  await company.hireAll(say);
  await publishProducts(company, say);
  await appointCommittee(company, say);
  await publishScheme(company, administrator, say);
  await openSources(company, say);
  await publishReading(company, say);
  await everybodyKnows(company, say);
  return [...company.signIns, admin];
}

/** A number that nobody has yet is locked like any other when it is tried too often; with the person the lock of the number is over. */
async function canSignIn(person: Person): Promise<boolean> {
  try {
    return (await person.token()) !== '';
  } catch (thrown) {
    if (thrown instanceof Refused) return false;
    throw thrown;
  }
}

async function publishProducts(company: Hiring, say: (line: string) => void): Promise<void> {
  const manager = company.person('FINANCE_MANAGER');
  const { data } = await manager.ask('query Products { products { code } businessClock { today } }');
  const published = new Set((data['products'] as readonly { code: string }[]).map(({ code }) => code));
  const { today } = data['businessClock'] as { today: string };
  for (const product of products.filter(({ code }) => !published.has(code))) {
    const input = { requestKey: `demo-product-${product.code}-${today}`, ...product, effectiveFrom: today };
    await manager.does({ verb: 'publishProduct', input, select: 'product { id }' });
  }
  say(`${products.length} products: ${products.map(({ code, name }) => `${name} (${code})`).join(', ')}`);
}

/** The policy first: without one no case can be decided. Approval learns of its people from hr, a moment later. */
async function appointCommittee(company: Hiring, say: (line: string) => void): Promise<void> {
  const chair = company.person('COMMITTEE_CHAIR');
  const { data } = await chair.ask('query Committee { policyInForce { id } committeeMembers { employee { id } } }');
  if (!data['policyInForce']) {
    const draft = { verb: 'publishPolicy', input: { requestKey: 'demo-policy', bands: policyBands }, select: 'policy { id }' };
    const [drafted] = await chair.does(draft);
    const { id: policyId } = drafted?.['policy'] as { id: string };
    const approve = { verb: 'approvePolicy', input: { requestKey: 'demo-policy', policyId }, select: 'policy { id }' };
    await company.person('COMMITTEE_MEMBER').does(approve);
  }
  const serving = new Set((data['committeeMembers'] as readonly { employee: { id: string } }[]).map(({ employee }) => employee.id));
  const offices = [
    ['COMMITTEE_CHAIR', 'CHAIR'],
    ['COMMITTEE_SECRETARY', 'SECRETARY'],
    ['COMMITTEE_MEMBER', 'MEMBER'],
  ] as const;
  for (const [role, office] of offices) {
    for (const { employeeNo } of staff.filter(({ roles }) => roles.includes(role))) {
      const employeeId = company.ids.get(employeeNo) ?? '';
      if (serving.has(employeeId)) continue;
      await onceHeard(chair, {
        verb: 'appointMember',
        input: { requestKey: `demo-member-${employeeNo}`, employeeId, office },
        select: 'member { id }',
      });
    }
  }
  say('Committee: policy of three bands, a chair, a secretary and five members from four departments');
}

async function publishScheme(company: Hiring, administrator: Person, say: (line: string) => void): Promise<void> {
  const manager = company.person('HR_MANAGER');
  const { data } = await manager.ask('query Today { businessClock { today } }');
  const { today } = data['businessClock'] as { today: string };
  const fromQuarter = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  const act = {
    verb: 'publishAppraisalScheme',
    input: { requestKey: 'demo-scheme', fromQuarter, lines: appraisalLines, gates: appraisalGates, adjustmentLimit: APPRAISAL_ADJUSTMENT },
    select: 'schemeId',
  };
  const [payload] = await manager.attempt(act);
  const known = (errors: readonly UserError[]): boolean =>
    errors.every(({ code }) => code === 'SCHEME_TOO_LATE' || code === 'REQUEST_KEY_REUSED');
  if (payload && !known(payload.userErrors)) throw new Refused(act.verb, manager.name, payload.userErrors);
  const schemeId = payload?.['schemeId'];
  if (schemeId)
    await administrator.does({
      verb: 'approveAppraisalScheme',
      input: { requestKey: 'demo-scheme-approved', schemeId },
      select: 'schemeId',
    });
  say(`Appraisal scheme with ${appraisalLines.length} indicators from ${fromQuarter}`);
}

/** Where leads come from: partner institutions on the list, an activity of the last days. */
async function openSources(company: Hiring, say: (line: string) => void): Promise<void> {
  const manager = company.person('SALES_MANAGER');
  const { data } = await manager.ask('query Sources { partners { creditCode } activities { name } businessClock { today } }');
  const listed = new Set((data['partners'] as readonly { creditCode: string }[]).map(({ creditCode }) => creditCode));
  const held = new Set((data['activities'] as readonly { name: string }[]).map(({ name }) => name));
  const { today } = data['businessClock'] as { today: string };
  for (const partner of partners.filter(({ creditCode }) => !listed.has(creditCode))) {
    await manager.does({
      verb: 'addPartner',
      input: { requestKey: `demo-partner-${partner.creditCode}`, ...partner },
      select: 'partner { id }',
    });
  }
  for (const activity of activities.filter(({ name }) => !held.has(name))) {
    await manager.does({
      verb: 'createActivity',
      input: { requestKey: `demo-activity-${activity.name}-${today}`, ...activity, heldOn: today },
      select: 'activity { id }',
    });
  }
  say(`Sources of leads: ${[...partners, ...activities].map(({ name }) => name).join(', ')}`);
}

/** A number of policy is one officer's to propose and another one's to approve. */
async function publishReading(company: Hiring, say: (line: string) => void): Promise<void> {
  const [proposer, approver] = company.peopleOf('COMPLIANCE_OFFICER');
  if (!proposer || !approver) throw new Error('a parameter needs two officers');
  for (const { key, value } of quickReading) {
    const document = `query Reading($key: String!) { parameterHistory(key: $key) { value } businessClock { today } }`;
    const { data } = await proposer.ask(document, { key });
    const { today } = data['businessClock'] as { today: string };
    if ((data['parameterHistory'] as readonly { value: string }[]).some((one) => one.value === value)) continue;
    const input = { requestKey: `demo-${key}`, key, value, effectiveFrom: today, basis: '演示公司合同阅读时间规定' };
    const [payload] = await proposer.does({ verb: 'proposeParameter', input, select: 'parameter { id }' });
    const { id: parameterId } = payload?.['parameter'] as { id: string };
    await approver.does({
      verb: 'approveParameter',
      input: { requestKey: `demo-approve-${key}`, parameterId },
      select: 'parameter { id }',
    });
  }
  say(`Contracts are read fast here: ${quickReading.map(({ key, value }) => `${key} = ${value}`).join(', ')}`);
}

/** The log of the company has heard of everybody: hr has told the other departments as well. */
async function everybodyKnows(company: Hiring, say: (line: string) => void): Promise<void> {
  const auditor = company.person('AUDITOR');
  const subjects = [...company.ids.values()];
  const document =
    'query Heard($subjects: [ID!]) { events(types: ["hr.employee-changed.v1"], subjects: $subjects, first: 100) { nodes { subject } } }';
  await waitFor(
    'the departments to have heard of everybody',
    async () => {
      const { data } = await auditor.ask(document, { subjects });
      const heard = new Set((data['events'] as { nodes: readonly { subject: string }[] } | null)?.nodes.map(({ subject }) => subject));
      return subjects.every((subject) => heard.has(subject));
    },
    { limitMs: LIMIT_MS },
  );
  say('Every department has heard of everybody');
}

/** Does an act as soon as the department has heard of what it is about. @throws Refused for any other reason. */
async function onceHeard(person: Person, act: Act): Promise<void> {
  await waitFor(`${act.verb} to be possible`, () => isDone(person, act), { limitMs: LIMIT_MS });
}

async function isDone(person: Person, act: Act): Promise<boolean> {
  const [payload] = await person.attempt(act);
  const errors = payload?.userErrors ?? [];
  if (errors.length === 0) return true;
  if (errors.every(({ code }) => NOT_YET_HEARD.has(code))) return false;
  throw new Refused(act.verb, person.name, errors);
}
