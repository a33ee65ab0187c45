import { randomBytes, createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Files, FileUrls, GridFsStore } from '@weilend/files';
import type { FileSubject } from '@weilend/files';
import { inboxOf, MessageSource, person, sentTypes, snapshotOf, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { salesConsumers } from '../../src/consumers/all.js';
import { salesErrors } from '../../src/domain/sales.errors.js';
import { salesCollections } from '../../src/persistence/all.js';
import { migrations } from '../../src/persistence/migrations/all.js';
import { ServiceConfig } from '@weilend/service';
import { salesProviders } from '../../src/use-cases/all.js';

type Class<T> = new (...parts: never[]) => T;

/** Everything of sales on a real database, made by hand from the classes' own constructor types: no Nest, no queue. */
export interface SalesDesk {
  readonly platform: PlatformUnderTest;
  readonly files: Files;
  readonly source: MessageSource;
  readonly inbox: ReturnType<typeof inboxOf>;
  readonly seller: ReturnType<typeof person>;
  readonly manager: ReturnType<typeof person>;
  get<T>(type: Class<T>): T;
  /** A verified file about something. */
  upload(subject: FileSubject, contentType?: string, bytes?: Buffer): Promise<string>;
  /** All state and messages, to show that a refusal changed nothing; the audit row of the refusal is not state. */
  snapshot(): Promise<string>;
  sentTypes(): Promise<string[]>;
  stop(): Promise<void>;
}

export async function salesDesk(): Promise<SalesDesk> {
  const platform = await testPlatform('sales', { errors: salesErrors, collections: salesCollections, migrations });
  const files = new Files(platform.database, new GridFsStore(platform.database), new FileUrls('x'.repeat(40)), {
    ...{ department: 'sales', uploadTtlMs: 60_000, downloadTtlMs: 60_000 },
  });
  const made = madeFrom(platform, files);
  const get = <T>(type: Class<T>): T => make(type as Class<unknown>, made) as T;
  const consumers = salesConsumers.map((consumer) => get(consumer as Class<never>));
  const seller = person('sales', 'salesperson');
  return {
    ...{ platform, files, get, seller, manager: person('sales', 'sales-manager'), source: new MessageSource() },
    inbox: inboxOf(platform, consumers),
    upload: (subject, contentType = 'application/pdf', bytes = randomBytes(64)) =>
      upload(platform, files, { subject, contentType, bytes }, seller),
    snapshot: () => snapshotOf(platform, salesCollections),
    sentTypes: () => sentTypes(platform),
    stop: () => platform.stop(),
  };
}

function madeFrom(platform: PlatformUnderTest, files: Files): Map<unknown, unknown> {
  const parts = [
    platform.database,
    platform.work,
    platform.outbox,
    platform.handoffs,
    platform.cipher,
    platform.parameters,
    platform.directory,
    platform.leases,
  ];
  const made = new Map<unknown, unknown>([...parts, files].map((part) => [part.constructor, part]));
  made.set(Object.getPrototypeOf(platform.clock.constructor), platform.clock);
  made.set(ServiceConfig, { LENDER_NAME: '惟联小额贷款有限公司' });
  return made;
}

/** Nest's own way of finding dependencies: the recorded constructor types, and the tokens named by @Inject. */
function make(type: Class<unknown>, made: Map<unknown, unknown>): unknown {
  const known = made.get(type);
  if (known) return known;
  if (!salesProviders.includes(type as never) && !salesConsumers.includes(type as never)) throw new Error(`no provider ${type.name}`);
  const types = (Reflect.getMetadata('design:paramtypes', type) ?? []) as Class<unknown>[];
  const named = (Reflect.getMetadata('self:paramtypes', type) ?? []) as { index: number; param: unknown }[];
  const parts = types.map((part, index) => make((named.find((one) => one.index === index)?.param ?? part) as Class<unknown>, made));
  const instance = new type(...(parts as never[]));
  made.set(type, instance);
  return instance;
}

async function upload(
  platform: PlatformUnderTest,
  files: Files,
  wanted: { subject: FileSubject; contentType: string; bytes: Buffer },
  actor: ReturnType<typeof person>,
): Promise<string> {
  const { bytes } = wanted;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const declared = { fileName: 'paper', contentType: wanted.contentType, sizeBytes: bytes.length, sha256 };
  const policy = { maxBytes: 1_000_000, contentTypes: [wanted.contentType] };
  const fileId = await platform.work.run({ actor, operation: 'upload' }, (tx) =>
    files.request({ declared, subject: wanted.subject, policy }, actor, tx),
  );
  await files.receive(fileId, Readable.from([bytes]), bytes.length);
  return fileId;
}
