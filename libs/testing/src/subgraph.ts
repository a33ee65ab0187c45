import type { EmployeeActor } from '@weilend/kernel';
import { startService } from '@weilend/service';
import type { RunningService, ServiceDefinition } from '@weilend/service';
import { newId } from '@weilend/kernel';
import { lentDatabase, required } from './database.js';
import { testKey, testToken } from './keys.js';
import type { TestKey } from './keys.js';
import { seedParameters, testKeys } from './platform.js';

export interface GraphAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
}

export interface SubgraphUnderTest extends RunningService {
  readonly key: TestKey;
  /** Adds the test key to the keys the service trusts (hr's own key event replaces them). */
  trustTestKey(): Promise<void>;
  /** Sends an operation as a person, or as nobody. */
  graph(query: string, variables?: Record<string, unknown>, as?: EmployeeActor | { token: string }): Promise<GraphAnswer>;
}

interface HarnessOptions {
  readonly role?: 'api' | 'all';
  readonly env?: Record<string, string>;
  /** Share queues between the services of one test. */
  readonly namespace?: string;
  readonly key?: TestKey;
}

/** One department's service as it really boots, on a database and queue names of its own. */
export async function testSubgraph(definition: ServiceDefinition, options: HarnessOptions = {}): Promise<SubgraphUnderTest> {
  const { uri, stop } = await lentDatabase(definition.department, definition);
  const running = await startService(definition, {
    ...testKeys,
    NODE_ENV: 'test',
    ROLE: options.role ?? 'api',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
    PORT: '0',
    MONGODB_URI: uri,
    REDIS_URL: required('TEST_REDIS_URL'),
    FILE_URL_KEY: 'test-file-url-key-test-file-url-key',
    QUEUE_NAMESPACE: options.namespace ?? newId('tns').replace('_', '-'),
    ...options.env,
  });
  const key = options.key ?? (await testKey());
  const trustTestKey = async (): Promise<void> => {
    const known = (await running.platform.keys.current()).keys.filter((jwk) => jwk.kid !== key.jwk.kid);
    const actor = { kind: 'service' as const, service: definition.department };
    await running.platform.work.run({ actor, operation: 'seed-keys' }, (tx) => running.platform.keys.replace([...known, key.jwk], tx));
  };
  await trustTestKey();
  await seedParameters(running.platform);
  return {
    ...running,
    key,
    trustTestKey,
    graph: async (query, variables, as) =>
      send(running.url, { query, variables }, as && ('token' in as ? as.token : await testToken(key, as))),
    stop: async () => {
      await running.stop();
      await stop();
    },
  };
}

async function send(url: string, body: object, token?: string): Promise<GraphAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  return (await response.json()) as GraphAnswer;
}
