// What the database did for a question, by its own profiler: how much it read, which index it took, whether it had to sort.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { databaseOf, rootUser } from '../../../infra/local/departments.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';
import type { RunFile } from '../../../infra/local/run-file.ts';
import { unitedPlans } from '../../../services/sales/test/builders/united-plans.builder.ts';
import type { SeenPlan } from '../../../services/sales/test/builders/united-plans.builder.ts';

export interface Seen {
  readonly collection: string;
  readonly plan: string;
  readonly hasSorted: boolean;
  readonly docsExamined: number;
  readonly keysExamined: number;
  /** Rows asked for; null when it is no question for a page. */
  readonly limit: number | null;
  readonly command: string;
}

interface Entry {
  readonly ns: string;
  readonly planSummary?: string;
  readonly hasSortStage?: boolean;
  readonly docsExamined?: number;
  readonly keysExamined?: number;
  readonly command?: Readonly<Record<string, unknown>>;
}

/** A part of a union, explained without being run again: what it read stands in the whole. */
function ofUnion({ collection, plan, isSorted, asked }: SeenPlan): Seen {
  const read = isSorted ? 0 : Infinity;
  return { collection, plan, hasSorted: !isSorted, docsExamined: read, keysExamined: read, limit: null, command: asked.slice(0, SHOWN) };
}

const PROFILE_BYTES = 256 * 1024 * 1024;
const SHOWN = 400;

export class Profiler {
  readonly #client: MongoClient;
  readonly #db: Db;

  private constructor(client: MongoClient) {
    this.#client = client;
    this.#db = client.db(databaseOf('sales'));
  }

  static async open(home: string): Promise<Profiler> {
    const secrets = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as Secrets;
    const run = JSON.parse(await readFile(join(home, 'run.json'), 'utf8')) as RunFile;
    const user = `${rootUser}:${encodeURIComponent(secrets.mongoRootPassword)}`;
    const profiler = new Profiler(
      await MongoClient.connect(`mongodb://${user}@127.0.0.1:${run.ports.mongodb}/admin?directConnection=true`),
    );
    // The size that MongoDB gives it by itself holds a few hundred questions.
    await profiler.#db.createCollection('system.profile', { capped: true, size: PROFILE_BYTES });
    return profiler;
  }

  /** Everything that sales asked its database while `act` ran, also by itself. */
  async during(act: () => Promise<unknown>): Promise<readonly Seen[]> {
    const { localTime: since } = await this.#client.db('admin').command({ hello: 1 });
    await this.#db.command({ profile: 2 });
    try {
      await act();
    } finally {
      await this.#db.command({ profile: 0 });
    }
    const filter = { ts: { $gte: since as Date }, planSummary: { $exists: true }, ns: { $ne: `${this.#db.databaseName}.system.profile` } };
    const entries = await this.#db.collection<Entry>('system.profile').find(filter).toArray();
    const united = await Promise.all(entries.map(({ command }) => unitedPlans(this.#db, command?.['pipeline'])));
    return [...entries.map((entry) => this.#seen(entry)), ...united.flat().map(ofUnion)];
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  #seen({ ns, planSummary = '', hasSortStage, docsExamined = 0, keysExamined = 0, command = {} }: Entry): Seen {
    const { find, limit, filter, pipeline, query, sort } = command;
    return {
      ...{
        collection: ns.slice(this.#db.databaseName.length + 1),
        plan: planSummary,
        hasSorted: hasSortStage === true,
        docsExamined,
        keysExamined,
      },
      ...{ limit: find && typeof limit === 'number' ? limit : null },
      command: JSON.stringify({ filter: filter ?? pipeline ?? query, sort }).slice(0, SHOWN),
    };
  }
}
