// Who listens where: the real ports, and before each server the port of a proxy by which the others know it.
import { join } from 'node:path';
import { departments } from '../../../infra/local/departments.ts';
import { freePortRow } from '../../../infra/local/ports.ts';
import { redisUrl } from '../../../infra/local/redis.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';
import type { Settings, StackPorts } from '../../../infra/local/settings.ts';
import type { MongoMember } from './replica-set.ts';

export interface TopologyPlan {
  readonly home: string;
  /** The copy of the built product. */
  readonly tree: string;
  /** Real ports. */
  readonly ports: StackPorts;
  /** Ports of the proxies: of Redis and of the services. */
  readonly proxied: { readonly redis: number; readonly services: StackPorts['services'] };
  readonly members: readonly MongoMember[];
}

const MEMBERS = 3;

export async function makePlan(home: string): Promise<TopologyPlan> {
  const first = await freePortRow(2 * departments.length + 2 * MEMBERS + 3);
  let next = first;
  const take = (): number => next++;
  const row = (): StackPorts['services'] => Object.fromEntries(departments.map((name) => [name, take()])) as StackPorts['services'];
  const members = Array.from({ length: MEMBERS }, (_unused, place) => ({ name: `mongo${place + 1}`, port: take(), knownPort: take() }));
  return {
    home,
    tree: join(home, 'tree'),
    ports: { gateway: take(), redis: take(), mongodb: members[0]?.port ?? 0, services: row() },
    proxied: { redis: take(), services: row() },
    members,
  };
}

/** The settings as the services see them: Redis behind its proxy. */
export function settingsOf(plan: TopologyPlan, secrets: Secrets): Settings {
  const { tree, home, ports, proxied } = plan;
  return {
    root: tree,
    home,
    ports,
    gatewayUrl: `http://127.0.0.1:${ports.gateway}`,
    redisUrl: redisUrl(proxied.redis, secrets.redisPassword),
  };
}
