// Whose year it is: three people who are hired for it, so that every figure of theirs follows from what they do here and from nothing else.
import { createHmac } from 'node:crypto';
import { Person } from '../../../infra/local/demo/person.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import type { Scene } from '../scripts/scene.ts';

export type Name = 'wu' | 'zheng' | 'meng';

export interface Member {
  readonly person: Person;
  readonly id: string;
}

export type Cast = Readonly<Record<Name, Member>>;

/** The scene with its people and its year: the first whole one that is still to come. */
export interface YearScene extends Pick<Scene, 'company' | 'story' | 'run' | 'productIds' | 'turn'> {
  readonly year: number;
  readonly cast: Cast;
}

/** 吴桐 sells a loan that turns bad, 郑岩 most of a quarter by a severe violation, 孟凡 is the supervisor who becomes manager. */
const PEOPLE: Readonly<Record<Name, { readonly name: string; readonly level: string; readonly position: string }>> = {
  wu: { name: '吴桐', level: 'SALESPERSON', position: '客户经理' },
  zheng: { name: '郑岩', level: 'SALESPERSON', position: '客户经理' },
  meng: { name: '孟凡', level: 'SUPERVISOR', position: '销售主管' },
};
export const NAMES: readonly Name[] = ['wu', 'zheng', 'meng'];
const HEARD =
  'query Heard($subjects: [ID!]) { events(types: ["hr.employee-changed.v1"], subjects: $subjects, first: 10) { nodes { subject } } }';

export const nameOf = (name: Name): string => PEOPLE[name].name;

/** The administrator hires the three under the sales manager; every department has heard of them, and hr has confirmed on which level they begin. */
export async function hireCast(scene: Scene): Promise<Cast> {
  const managerId = await scene.company.one('sales-manager').employeeId();
  const members: [Name, Member][] = [];
  for (const name of NAMES) members.push([name, await hire(scene, name, managerId)]);
  const subjects = members.map(([, { id }]) => id);
  await waitFor('the departments to have heard of the new people', async () => {
    const { data } = await scene.company.one('auditor').ask(HEARD, { subjects });
    const heard = new Set(listAt(data, 'events', 'nodes').map((node) => textAt(node, 'subject')));
    return subjects.every((subject) => heard.has(subject));
  });
  for (const [name, { id }] of members) await confirmLevel(scene, id, PEOPLE[name].level);
  return Object.fromEntries(members) as unknown as Cast;
}

/** The level said at the hiring is one person's word: another one, of hr, confirms it as soon as it is on the list. */
async function confirmLevel({ company, story }: Scene, employeeId: string, level: string): Promise<void> {
  const hr = company.one('hr-manager');
  await waitFor('the level that was said at the hiring', async () => {
    const { data } = await hr.ask('query Asked { firstLevelsAsked(first: 100) { nodes { employee { id } } } }');
    return listAt(data, 'firstLevelsAsked', 'nodes').some((node) => at(node, 'employee', 'id') === employeeId);
  });
  await story.act(hr, { verb: 'confirmFirstLevel', input: { employeeId, level }, select: 'standing { level }' });
}

async function hire({ company, story, run }: Scene, name: Name, managerId: string): Promise<Member> {
  const [first, own] = ['first', 'own'].map((kind) => createHmac('sha256', `${run} ${kind}`).update(name).digest('base64url').slice(0, 16));
  const { name: called, level, position } = PEOPLE[name];
  const employeeNo = `Y${createHmac('sha256', run).update(name).digest('hex').slice(0, 10)}`;
  const placed = { employeeNo, name: called, department: 'SALES', roles: ['SALESPERSON'], level, position, managerId };
  const input = { ...placed, password: first, reason: '年度团队补充' };
  const hired = await story.act(company.one('administrator'), { verb: 'hireEmployee', input, select: 'employee { id }' });
  const signIn = { name: called, role: 'salesperson', department: 'sales', employeeNo, password: own ?? '', firstPassword: first ?? '' };
  return { person: new Person(company.client, signIn), id: textAt(hired, 'employee', 'id') };
}
