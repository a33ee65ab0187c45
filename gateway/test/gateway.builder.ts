import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Shutdown, createLogger } from '@weilend/boot';
import { startGateway } from '../src/gateway.js';
import { loadGatewayConfig } from '../src/gateway.config.js';
import { compose } from './tiny-departments.builder.js';
import type { TinyDepartment } from './tiny-departments.builder.js';

export interface ErrorLine {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly ErrorLine[];
  readonly text: string;
}

export interface TestGateway {
  readonly url: string;
  readonly supergraphPath: string;
  readonly log: readonly Record<string, unknown>[];
  ask(
    query: string,
    options?: { variables?: Record<string, unknown>; headers?: Record<string, string>; operationName?: string },
  ): Promise<GraphqlAnswer>;
  readiness(): Promise<{
    status: number;
    body: { status: string; checks: Record<string, { ok: boolean; required: boolean; message?: string }> };
  }>;
  metric(line: RegExp): Promise<number | undefined>;
  /** Replaces the supergraph file in one step, as a deployment does. */
  replaceSupergraph(text: string): Promise<void>;
  stop(): Promise<boolean>;
}

export async function testGateway(
  departments: readonly TinyDepartment[],
  env: Readonly<Record<string, string>> = {},
): Promise<TestGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const supergraphPath = join(folder, 'supergraph.graphql');
  await writeFile(supergraphPath, compose(departments));
  const log: Record<string, unknown>[] = [];
  const logger = createLogger({
    name: 'gateway',
    level: 'info',
    destination: { write: (line) => void log.push(JSON.parse(line) as Record<string, unknown>) },
  });
  const settings = {
    NODE_ENV: 'test',
    PORT: '0',
    AUTH_MODE: 'none',
    SUPERGRAPH_FILE: supergraphPath,
    SUPERGRAPH_POLL_MS: '100',
    SUBGRAPH_PROBE_MS: '50',
  };
  const shutdown = new Shutdown(logger);
  const { url } = await startGateway(loadGatewayConfig({ ...settings, ...env }), logger, shutdown);
  return {
    url,
    supergraphPath,
    log,
    ask: (query, { variables, headers, operationName } = {}) => post(url, { query, variables, operationName }, headers),
    async readiness() {
      const response = await fetch(`${url}/health/ready`);
      return { status: response.status, body: (await response.json()) as Awaited<ReturnType<TestGateway['readiness']>>['body'] };
    },
    async metric(line) {
      const text = await (await fetch(`${url}/metrics`)).text();
      const found = text.split('\n').find((candidate) => line.test(candidate));
      return found === undefined ? undefined : Number(found.split(' ').at(-1));
    },
    async replaceSupergraph(text) {
      await writeFile(`${supergraphPath}.new`, text);
      await rename(`${supergraphPath}.new`, supergraphPath);
    },
    async stop() {
      const clean = await shutdown.run('end of test');
      await rm(folder, { recursive: true, force: true });
      return clean;
    },
  };
}

export async function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<GraphqlAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const parsed = JSON.parse(text) as { data?: Record<string, unknown> | null; errors?: ErrorLine[] };
  return { status: response.status, headers: response.headers, data: parsed.data, errors: parsed.errors ?? [], text };
}

const deadlineMs = 10_000;
const pauseMs = 20;

/** Asks until the answer fits, and fails with the last answer at the deadline. */
export async function eventually<T>(ask: () => Promise<T> | T, fits: (answer: T) => boolean): Promise<T> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (performance.now() > end) throw new Error(`not within ${deadlineMs} ms, last: ${JSON.stringify(answer)}`);
    await new Promise<void>((next) => setTimeout(next, pauseMs));
  }
}
