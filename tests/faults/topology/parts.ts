// The thirteen processes of a run, made of the descriptions that the local stack has of them.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Department } from '../../../infra/local/departments.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';
import { gatewaySpec, mongodSpec, redisSpec, serviceSpecs } from '../../../infra/local/stack-parts.ts';
import type { ProcessSpec } from '../../../infra/local/supervisor.ts';
import type { Controls } from './control.ts';
import type { TopologyPlan } from './plan.ts';
import { settingsOf } from './plan.ts';
import type { MongoMember } from './replica-set.ts';
import { replicaSetUri } from './replica-set.ts';

/** What dies is back soon: a run is short. */
const RESTART = { firstDelayMs: 700, longestDelayMs: 1_500 };
const SHIM = pathToFileURL(join(import.meta.dirname, 'fault-shim.ts')).href;
/** A member asks for each batch of writes by itself: one that sleeps has not been sent more than it asked for. */
const ONE_BATCH_AT_A_TIME = ['--setParameter', 'oplogFetcherUsesExhaust=false'];
/** Of the shell nothing but where programs are: a service's own settings are the standard ones. */
const shell = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LOG_LEVEL: 'info' };

export async function memberPart(
  plan: TopologyPlan,
  secrets: Secrets,
  { member, binary }: { member: MongoMember; binary: string },
): Promise<ProcessSpec> {
  const home = join(plan.home, member.name);
  await mkdir(join(home, 'mongo'), { recursive: true });
  const own = { ...settingsOf(plan, secrets), home, ports: { ...plan.ports, mongodb: member.port } };
  const spec = await mongodSpec(own, secrets, binary);
  const small = spec.args.map((value, place) => (spec.args[place - 1] === '--wiredTigerCacheSizeGB' ? '0.25' : value));
  return { ...spec, ...RESTART, name: member.name, args: [...small, ...ONE_BATCH_AT_A_TIME] };
}

export async function redisPart(plan: TopologyPlan, secrets: Secrets, binary: string): Promise<ProcessSpec> {
  return { ...(await redisSpec(settingsOf(plan, secrets), secrets, binary)), ...RESTART };
}

export function serviceParts(plan: TopologyPlan, secrets: Secrets, controls: Controls): ProcessSpec[] {
  return serviceSpecs(settingsOf(plan, secrets), secrets, shell).map((spec) => {
    const department = spec.name as Department;
    const database = `weilend_${department}`;
    const { [department]: password } = secrets.mongoPasswords;
    const env = { ...spec.env, MONGODB_URI: replicaSetUri(plan.members, { user: department, password, database }) };
    return withShim({ ...spec, ...RESTART, env }, controls);
  });
}

export function gatewayPart(plan: TopologyPlan, secrets: Secrets, controls: Controls): ProcessSpec {
  const settings = settingsOf(plan, secrets);
  const behindProxies = { ...settings, ports: { ...settings.ports, services: plan.proxied.services } };
  return withShim({ ...gatewaySpec(behindProxies, shell), ...RESTART }, controls);
}

function withShim(spec: ProcessSpec, controls: Controls): ProcessSpec {
  return { ...spec, args: ['--import', SHIM, ...spec.args], env: { ...spec.env, FAULT_CONTROL: controls.pathOf(spec.name) } };
}
