// An application as it lies before the committee, for the stories that are about nothing else, and how its case and its money stand.
import { borrowerOf } from '../lib/client.ts';
import { awaitCase } from '../lib/committee.ts';
import type { Company } from '../lib/company.ts';
import { at, listAt } from '../lib/read.ts';
import { investigate } from '../lib/risk-officers.ts';
import { Storyline } from '../lib/storyline.ts';
import { clientOf, desksOf, opened } from './scene.ts';
import type { ClientWish, Desks, Scene } from './scene.ts';

export interface Before {
  readonly story: Storyline;
  readonly desks: Desks;
  readonly caseId: string;
}

export async function sceneOf(company: Company, run: string, name: string): Promise<Scene> {
  const [productIds, today] = [await company.productIds(), await company.today()];
  return { company, productIds, run, today, story: new Storyline(run, name), turn: 0, shared: new Map() };
}

/** A loan whose report lies before the committee. */
export async function beforeTheCommittee(scene: Scene, wish: ClientWish): Promise<Before> {
  const { company, story, turn } = scene;
  const [desks, client] = [desksOf(scene), clientOf(scene, wish)];
  await opened(scene, desks, client);
  await desks.desk.handInComplete(client);
  await investigate(company, story, { no: 1, turn }, borrowerOf(client));
  return { story, desks, caseId: await awaitCase(company, story) };
}

export async function standing(
  company: Company,
  { caseId }: Pick<Before, 'caseId'>,
): Promise<{ state: unknown; votes: number; decision: unknown }> {
  const query =
    'query Case($id: ID!) { approvalCase(id: $id) { state votes { choice } decision { id result } proposal { terms { amount } } } }';
  const { data } = await company.one('committee-secretary').ask(query, { id: caseId });
  const seen = at(data, 'approvalCase');
  return { state: at(seen, 'state'), votes: listAt(seen, 'votes').length, decision: at(seen, 'decision') };
}

export async function stageOf(company: Company, { story }: Pick<Before, 'story'>): Promise<{ stage: unknown; order: unknown }> {
  const query = 'query App($id: ID!) { application(id: $id) { stage disbursement { id } } }';
  const { data } = await company.one('finance-manager').ask(query, { id: story.applicationId });
  return { stage: at(data, 'application', 'stage'), order: at(data, 'application', 'disbursement') };
}

/** Case and money together: what an act that must change nothing leaves as it was. */
export async function snapshot(company: Company, about: Before): Promise<readonly unknown[]> {
  return [await standing(company, about), await stageOf(company, about)];
}
