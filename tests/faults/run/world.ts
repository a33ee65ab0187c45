// Everything that one run needs around the system: a folder for what is written down outside of it, the people, the two readers, eyes in the databases.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import type { Timestamp } from 'mongodb';
import { departments, rootUser } from '../../../infra/local/departments.ts';
import { redisUrl } from '../../../infra/local/redis.ts';
import { Company } from '../../stories/lib/company.ts';
import { operationTime } from '../checks/collect-facts.ts';
import { History } from '../clients/history.ts';
import { RecordingClient } from '../clients/recording-client.ts';
import type { Patch } from '../mutants/patches.ts';
import { Readers } from '../readers/readers.ts';
import { replicaSetUri } from '../topology/replica-set.ts';
import { FaultTopology } from '../topology/topology.ts';

const QUEUE_KINDS = ['events', 'handoffs', 'acks'] as const;
/** The keys of the demo company and of a run are promised to differ. */
const AGAIN = 0.08;
const ALTERED = 0.08;

export interface WorldOptions {
  readonly seed: number;
  readonly patches: readonly Patch[];
  /** How long a client goes on asking. */
  readonly patienceMs: number;
  readonly say: (line: string) => void;
}

export class World {
  readonly folder: string;
  readonly topology: FaultTopology;
  readonly history: History;
  readonly #options: WorldOptions;
  #company: Company | undefined;
  #readers: Readers | undefined;
  #root: MongoClient | undefined;
  #redis: Redis | undefined;
  queues: readonly Queue[] = [];
  begunAt: Timestamp | undefined;

  private constructor(folder: string, topology: FaultTopology, options: WorldOptions) {
    this.folder = folder;
    this.topology = topology;
    this.#options = options;
    this.history = new History(join(folder, 'history.jsonl'));
  }

  static async prepare(options: WorldOptions): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), 'weilend-faults-record-'));
    return new World(folder, await FaultTopology.prepare(options), options);
  }

  async start(): Promise<void> {
    const { topology } = this;
    const { seed, patienceMs } = this.#options;
    await topology.start();
    const { plan, secrets, gatewayUrl, demoFile } = topology;
    this.#root = new MongoClient(replicaSetUri(plan.members, { user: rootUser, password: secrets.mongoRootPassword, database: 'admin' }), {
      readPreference: 'primary',
      readConcern: { level: 'majority' },
    });
    this.begunAt = await operationTime(this.#root);
    this.#redis = new Redis(redisUrl(plan.ports.redis, secrets.redisPassword), { maxRetriesPerRequest: 1 });
    this.#redis.on('error', () => undefined);
    this.queues = departments.flatMap((name) => QUEUE_KINDS.map((kind) => this.#queue(kind, name, this.redis)));
    const client = new RecordingClient({
      gatewayUrl,
      patienceMs,
      requestLimitMs: 20_000,
      history: this.history,
      seed,
      again: AGAIN,
      altered: ALTERED,
    });
    this.#company = await Company.open({ gatewayUrl, demoFile, patienceMs, client });
    this.#readers = new Readers({ folder: this.folder, gatewayUrl, signIn: this.#company.one('auditor').signIn });
  }

  get company(): Company {
    return this.#there(this.#company);
  }

  get readers(): Readers {
    return this.#there(this.#readers);
  }

  /** The databases as administrator. */
  get root(): MongoClient {
    return this.#there(this.#root);
  }

  get redis(): Redis {
    return this.#there(this.#redis);
  }

  async stop(): Promise<void> {
    this.#readers?.stop();
    await Promise.all(this.queues.map((queue) => queue.close().catch(() => undefined)));
    this.#redis?.disconnect();
    await this.#root?.close().catch(() => undefined);
    await this.topology.stop();
    this.history.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  #queue(kind: string, department: string, connection: Redis): Queue {
    const queue = new Queue(`${kind}-${department}`, { connection, prefix: `{weilend-${department}}` });
    queue.on('error', () => undefined);
    return queue;
  }

  #there<T>(part: T | undefined): T {
    if (part === undefined) throw new Error('the world has not been started');
    return part;
  }
}
