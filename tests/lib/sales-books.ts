// Sales on a database of its own, as its worker process has it: the platform, the files, and every class of the department made from its constructor types.
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { parameterTypes } from '@weilend/contracts';
import { Files, FileUrls, GridFsStore } from '@weilend/files';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { salesErrors } from '@weilend/sales-service/domain/sales.errors.js';
import { salesCollections } from '@weilend/sales-service/persistence/all.js';
import { migrations } from '@weilend/sales-service/persistence/migrations/all.js';
import { salesProviders } from '@weilend/sales-service/use-cases/all.js';
import { createPlatform, preparePlatform, ServiceConfig } from '@weilend/service';
import type { Platform } from '@weilend/service';

type Class<T> = new (...parts: never[]) => T;

export interface SalesBooks {
  readonly platform: Platform;
  readonly files: Files;
  get<T>(type: Class<T>): T;
  stop(): Promise<void>;
}

/** Keys as a department has them in its environment. */
export interface FieldKeys {
  readonly FIELD_KEYS: string;
  readonly FIELD_KEY_ID: string;
  readonly BLIND_INDEX_KEY: string;
}

export const SALES = { kind: 'service', service: 'sales' } as const;

export const newKey = (): string => randomBytes(32).toString('base64');

/** Opens a database of the server, and makes it ready when it is new. Processes that read each other's personal data share the key. */
export async function openSalesBooks(
  mongodbUri: string,
  { name, ...of }: { readonly name: string } & ({ readonly key: string } | { readonly keys: FieldKeys }),
): Promise<SalesBooks> {
  const uri = new URL(mongodbUri);
  uri.pathname = `/${name}`;
  const keys = 'keys' in of ? of.keys : { FIELD_KEYS: JSON.stringify({ k1: of.key }), FIELD_KEY_ID: 'k1', BLIND_INDEX_KEY: of.key };
  const platform = createPlatform('sales', await Database.connect(uri.toString()), salesErrors, { ...keys, CLOCK_MODE: 'system' as const });
  await preparePlatform(platform, { collections: salesCollections, migrations });
  await publishParameters(platform);
  const options = { department: 'sales', uploadTtlMs: 60_000, downloadTtlMs: 60_000 } as const;
  const files = new Files(platform.database, new GridFsStore(platform.database), new FileUrls('x'.repeat(40)), options);
  const made = madeFrom(platform, files);
  return {
    platform,
    files,
    get: (type) => make(type, made) as never,
    stop: async () => {
      platform.clock.stop();
      await platform.database.close();
    },
  };
}

/** A list as somebody uploads it. */
export async function uploadList(books: SalesBooks, by: EmployeeActor, bytes: Buffer): Promise<string> {
  const { RequestUpload } = await import('@weilend/sales-service/use-cases/files/request-upload.use-case.js');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const declared = { fileName: 'list.csv', contentType: 'text/csv', sizeBytes: bytes.length, sha256 };
  const fileId = await books.get(RequestUpload).execute(by, { purpose: 'IMPORT', ...declared });
  await books.files.receive(fileId, Readable.from([bytes]), bytes.length);
  return fileId;
}

function madeFrom(platform: Platform, files: Files): Map<unknown, unknown> {
  const { database, work, outbox, handoffs, cipher, parameters, directory, leases } = platform;
  const made = new Map<unknown, unknown>(
    [database, work, outbox, handoffs, cipher, parameters, directory, leases, files].map((part) => [part.constructor, part]),
  );
  made.set(Object.getPrototypeOf(platform.clock.constructor), platform.clock);
  made.set(ServiceConfig, { LENDER_NAME: '惟联小额贷款有限公司' });
  return made;
}

/** Nest's own way of finding dependencies: the recorded constructor types, and the tokens named by @Inject. */
function make(type: unknown, made: Map<unknown, unknown>): unknown {
  const known = made.get(type);
  if (known) return known;
  if (!salesProviders.includes(type as never)) throw new Error(`no provider ${(type as { name: string }).name}`);
  const reflect = Reflect as unknown as { getMetadata(key: string, of: unknown): unknown };
  const types = (reflect.getMetadata('design:paramtypes', type) ?? []) as unknown[];
  const named = (reflect.getMetadata('self:paramtypes', type) ?? []) as { index: number; param: unknown }[];
  const parts = types.map((part, index) => make(named.find((one) => one.index === index)?.param ?? part, made));
  const instance: unknown = new (type as Class<unknown>)(...(parts as never[]));
  made.set(type, instance);
  return instance;
}

async function publishParameters({ work, parameters, database }: Platform): Promise<void> {
  if ((await database.collection('parameters').countDocuments({}, { limit: 1 })) > 0) return;
  await work.run({ actor: SALES, operation: 'publish-parameters' }, async (tx) => {
    for (const [key, { initial: value }] of Object.entries(parameterTypes))
      await parameters.apply({ _id: newId('par'), key, value, effectiveFrom: '2020-01-01' }, tx);
  });
}
