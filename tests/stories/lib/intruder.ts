// Somebody who does not come through the front door: asks a department past the gateway, makes tokens of his own, writes into Redis, plays a message again.
import { generateKeyPairSync, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { databaseOf, rootUser } from '../../../infra/local/departments.ts';
import type { Department } from '../../../infra/local/departments.ts';
import type { GraphError } from '../../../infra/local/demo/graph-client.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { redisUrl } from '../../../infra/local/redis.ts';
import type { RunFile } from '../../../infra/local/run-file.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';

const PATIENCE_MS = 20_000;

type Claims = Readonly<Record<string, unknown>>;

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const decoded = (part: string | undefined): Claims => JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as Claims;

export class Intruder {
  readonly #run: RunFile;
  readonly #secrets: Secrets;

  private constructor(run: RunFile, secrets: Secrets) {
    this.#run = run;
    this.#secrets = secrets;
  }

  /** @param home data folder of the running system: what an insider on the machine could read */
  static async into(home: string): Promise<Intruder> {
    const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(home, name), 'utf8'));
    return new Intruder((await read('run.json')) as RunFile, (await read('secrets.json')) as Secrets);
  }

  /** Codes of the errors and refusals with which a department answers when it is asked past the gateway; `DONE` when it does what it is told. */
  async pastTheGateway(department: Department, query: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const url = `http://127.0.0.1:${this.#run.ports.services[department]}/graphql`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    const { errors = [], data } = (await response.json()) as { errors?: readonly GraphError[]; data?: Readonly<Record<string, unknown>> };
    const refused = Object.values(data ?? {}).flatMap(
      (payload) => (payload as { userErrors?: readonly { code: string }[] } | null)?.userErrors ?? [],
    );
    const codes = [...errors.map(({ extensions }) => extensions?.code ?? ''), ...refused.map(({ code }) => code)];
    return [...new Set(codes)].join() || 'DONE';
  }

  /** A real token with other claims and the old signature. */
  rewritten(token: string, change: Claims): string {
    const [header, claims, signature] = token.split('.');
    return [header, encoded({ ...decoded(claims), ...change }), signature].join('.');
  }

  /** The claims of a real token under a key of one's own, with the header of the real one. */
  signedByMyself(token: string, change: Claims): string {
    const [header, claims] = token.split('.');
    const text = `${header}.${encoded({ ...decoded(claims), ...change })}`;
    return `${text}.${sign(null, Buffer.from(text), generateKeyPairSync('ed25519').privateKey).toString('base64url')}`;
  }

  /** A token that says that it needs no signature. */
  unsigned(token: string, change: Claims): string {
    const [header, claims] = token.split('.');
    return `${encoded({ ...decoded(header), alg: 'none' })}.${encoded({ ...decoded(claims), ...change })}.`;
  }

  /** Writes a job into the queue of a department, as whoever holds the password of Redis can. @returns what became of it */
  async writesJob(kind: 'handoffs' | 'events', department: Department, { type, data }: { type: string; data: unknown }): Promise<string> {
    const redis = new Redis(redisUrl(this.#run.ports.redis, this.#secrets.redisPassword), { maxRetriesPerRequest: null });
    const queue = new Queue(`${kind}-${department}`, { connection: redis as never, prefix: `{weilend-${department}}` });
    try {
      const job = await queue.add(type, data);
      const ends = async (): Promise<string | null> => {
        const state = await queue.getJobState(job.id ?? '');
        return ['failed', 'completed', 'unknown'].includes(state) ? state : null;
      };
      const state = await waitFor(`the end of the forged ${type}`, ends, { limitMs: PATIENCE_MS });
      if (state === 'failed') await job.remove();
      return state;
    } finally {
      await queue.close();
      redis.disconnect();
    }
  }

  /** Makes a department send a message again that was delivered long ago, and waits until it is acknowledged once more. */
  async playsAgain(producer: Department, find: Readonly<Record<string, unknown>>): Promise<number> {
    const user = `${rootUser}:${encodeURIComponent(this.#secrets.mongoRootPassword)}`;
    const client = await MongoClient.connect(`mongodb://${user}@127.0.0.1:${this.#run.ports.mongodb}/admin?directConnection=true`);
    try {
      const outbox = client.db(databaseOf(producer)).collection<{ _id: string }>('outbox');
      const { modifiedCount } = await outbox.updateMany(find, { $set: { status: 'pending', publishedAt: null, ackedAt: null } });
      const taken = async (): Promise<true | null> => ((await outbox.countDocuments({ ...find, ackedAt: null })) === 0 ? true : null);
      await waitFor(`${producer} to have sent again`, taken, { limitMs: PATIENCE_MS });
      return modifiedCount;
    } finally {
      await client.close();
    }
  }
}
