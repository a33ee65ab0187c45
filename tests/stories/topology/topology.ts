// The whole system for the stories of `npm test`: the very stack that `npm start` brings up, on free ports and with a data folder of its own, demo company
// loaded. With STORY_HOME set, the running system of that data folder is used instead and left as it is.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureStack } from '../../../infra/local/ensure-stack.ts';
import type { EnsuredStack } from '../../../infra/local/ensure-stack.ts';
import { freePort, freePortRow } from '../../../infra/local/ports.ts';

const SERVICES = 8;
const START_LIMIT_MS = 240_000;

let stack: EnsuredStack | undefined;
let home: string | undefined;

/** Sets STORY_HOME and STORY_GATEWAY_URL for the test files that come after it. */
export async function startTopology(): Promise<void> {
  const { env } = process;
  if (env.STORY_HOME && env.STORY_GATEWAY_URL) return;
  home = await mkdtemp(join(tmpdir(), 'weilend-story-'));
  const ports = { GATEWAY_PORT: String(await freePort()), MONGODB_PORT: String(await freePort()), REDIS_PORT: String(await freePort()) };
  // Servers of the shell would be somebody's real ones.
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, NODE_OPTIONS: _options, ...shell } = env;
  const own = { ...shell, ...ports, SERVICE_PORT_BASE: String((await freePortRow(SERVICES)) - 1), WEILEND_HOME: home, LOG_LEVEL: 'debug' };
  stack = await ensureStack({ env: own, limitMs: START_LIMIT_MS, showProgress: env.STORY_PROGRESS === '1' });
  Object.assign(env, { STORY_HOME: home, STORY_GATEWAY_URL: stack.gatewayUrl });
  // Jest that is asked to end runs no teardown.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stopTopology().finally(() => process.exit(1)));
}

export async function stopTopology(): Promise<void> {
  await stack?.stop();
  stack = undefined;
  if (home) await rm(home, { recursive: true, force: true });
  home = undefined;
}
