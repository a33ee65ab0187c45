// What the year is worth to people beyond money: honours by published rules [5.9], and the promotion of the supervisor to manager, which moves what she may do [5.7].
import { Person } from '../../../infra/local/demo/person.ts';
import type { Act, Payload } from '../../../infra/local/demo/person.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { refusalOf } from '../lib/committee-acts.ts';
import { must } from '../lib/must.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import type { YearScene } from './cast.ts';

const HONOUR = `query Honours($period: String) { honours(honour: SALES_CHAMPION, period: $period, first: 5) { nodes {
  id state ranking { employee { id } place obstacles receives values { metric value } } awards { id employee { id } place html askedTrainings { state } } } } }`;

/** The champion's list, which the sales manager proposes once the quarter is closed (hr's machine does so within its interval); hr confirms it. */
export async function crown({ company, story }: YearScene, period: string): Promise<unknown> {
  const hr = company.one('hr-manager');
  const read = async (): Promise<unknown> => at((await hr.ask(HONOUR, { period })).data, 'honours', 'nodes', 0);
  const propose = { verb: 'proposeHonour', input: { honour: 'SALES_CHAMPION', period }, select: 'proposed { id }' };
  await story.act(company.one('sales-manager'), propose);
  const proposed = await waitFor(`the champion's list of ${period}`, read);
  const confirm = { verb: 'confirmHonour', input: { honourId: textAt(proposed, 'id') }, select: 'confirmed { id }' };
  must((await refusalOf(company.one('sales-manager'), confirm)) === 'FORBIDDEN', 'an honour is confirmed by hr alone');
  await story.act(hr, confirm);
  return waitFor(`the award of ${period}`, async () => {
    const honour = await read();
    return listAt(honour, 'awards').length > 0 ? honour : null;
  });
}

export interface Promoted {
  readonly eligibility: unknown;
  readonly before: string;
  readonly after: string;
  /** What the former manager may do then. */
  readonly former: string;
  readonly level: unknown;
}

const ELIGIBLE = `query E($employeeId: ID) { promotionEligibility(employeeId: $employeeId) {
  eligible target reasonsFor { criterion actual } reasonsAgainst { criterion actual } } }`;
const STANDING = 'query S($employeeId: ID) { careerStanding(employeeId: $employeeId) { level } }';

/** The manager proposes her and goes; hr decides; from her next sign-in on she does what only the manager may. `act` is such an act. */
export async function promote(scene: YearScene, act: Act): Promise<Promoted> {
  const { company, story, cast } = scene;
  const [manager, hr] = [company.one('sales-manager'), company.one('hr-manager')];
  const candidate = { employeeId: cast.meng.id };
  const eligibility = at((await hr.ask(ELIGIBLE, candidate)).data, 'promotionEligibility');
  const before = await refusalOf(cast.meng.person, act);
  const propose = { verb: 'proposePromotion', input: { ...candidate, reason: '四个季度均达标，带教有效' }, select: 'promotion { id }' };
  const promotionId = textAt(await story.act(manager, propose), 'promotion', 'id');
  const decide = { verb: 'decidePromotion', input: { promotionId, approve: true, reason: '符合晋升标准' }, select: 'promotion { state }' };
  await story.isRefused(hr, decide, 'SALES_MANAGER_EXISTS');
  try {
    await place(scene, { employeeId: await manager.employeeId(), roles: ['SALESPERSON'], reason: '转任顾问' });
    await story.act(hr, decide);
    const after = await waitFor('her new permissions', async () => {
      const said = await refusalOf(new Person(company.client, cast.meng.person.signIn), act);
      return said === 'FORBIDDEN' ? null : said;
    });
    const former = await refusalOf(new Person(company.client, manager.signIn), act);
    const level = at((await hr.ask(STANDING, candidate)).data, 'careerStanding', 'level');
    return { eligibility, before, after, former, level };
  } finally {
    await restoreManager(scene);
  }
}

/** The demo company goes on with its own manager: other stories are told after this one. */
async function restoreManager(scene: YearScene): Promise<void> {
  await place(scene, { employeeId: scene.cast.meng.id, roles: ['SALESPERSON'], reason: '年度故事结束' });
  await place(scene, {
    employeeId: await scene.company.one('sales-manager').employeeId(),
    roles: ['SALES_MANAGER'],
    reason: '年度故事结束',
  });
}

function place({ company, story }: YearScene, input: Readonly<Record<string, unknown>>): Promise<Payload> {
  return story.act(company.one('administrator'), {
    verb: 'changeEmployee',
    input: { department: 'SALES', ...input },
    select: 'employee { id }',
  });
}
