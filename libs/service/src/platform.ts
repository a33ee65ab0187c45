import { AccessTokens, authCollections, DenyList, FieldCipher, MongoAuditTrail, parseCipherKeys, SigningKeys } from '@weilend/auth';
import { currentTraceparent } from '@weilend/boot';
import { RefusalTexts } from '@weilend/graphql';
import { newId } from '@weilend/kernel';
import type { Department, RefusalCatalogue } from '@weilend/kernel';
import { makeOutbox, MessageSeal, messagingCollections } from '@weilend/messaging';
import type { Handoffs, Outbox, StuckDeliveries } from '@weilend/messaging';
import { Leases, migrate, mongoCollections, platformCollection, UnitOfWork } from '@weilend/mongo';
import type { CollectionDefinition, Database, Migration } from '@weilend/mongo';
import { ServiceClock } from './business-clock.js';
import { EmployeeDirectory } from './employee-directory.js';
import { Parameters } from './parameters.js';
import type { CommonServiceConfig } from './service-config.js';

export const serviceCollections: readonly CollectionDefinition[] = [
  platformCollection('clock'),
  platformCollection('parameters', [{ name: 'key', keys: { key: 1, effectiveFrom: -1 }, why: 'the value in force on a date' }]),
  platformCollection('employee_directory', [{ name: 'holders', keys: { roles: 1, active: 1, _id: 1 }, why: 'who holds a role, by id' }]),
];

/** Collections that every service has beside its own. */
export const platformCollections: readonly CollectionDefinition[] = [
  ...mongoCollections,
  ...messagingCollections,
  ...authCollections,
  ...serviceCollections,
];

export type PlatformKeys = Pick<CommonServiceConfig, 'FIELD_KEYS' | 'FIELD_KEY_ID' | 'BLIND_INDEX_KEY' | 'CLOCK_MODE'>;

/** What a service stands on, made by hand so that a test can make the same on its own database. */
export interface Platform {
  readonly department: Department;
  readonly database: Database;
  readonly clock: ServiceClock;
  readonly audit: MongoAuditTrail;
  readonly work: UnitOfWork;
  readonly outbox: Outbox;
  readonly handoffs: Handoffs;
  readonly stuck: StuckDeliveries;
  readonly leases: Leases;
  readonly keys: SigningKeys;
  readonly denied: DenyList;
  readonly tokens: AccessTokens;
  readonly cipher: FieldCipher;
  /** Seals what this installation's services write into Redis. */
  readonly seal: MessageSeal;
  readonly parameters: Parameters;
  readonly directory: EmployeeDirectory;
  readonly texts: RefusalTexts;
}

export function createPlatform(department: Department, database: Database, errors: RefusalCatalogue, config: PlatformKeys): Platform {
  const clock = new ServiceClock(database, config.CLOCK_MODE);
  const cipherKeys = parseCipherKeys({
    fieldKeys: config.FIELD_KEYS,
    fieldKeyId: config.FIELD_KEY_ID,
    blindIndexKey: config.BLIND_INDEX_KEY,
  });
  const texts = new RefusalTexts(errors);
  const audit = new MongoAuditTrail(database, clock);
  const keys = new SigningKeys(database);
  const denied = new DenyList(database);
  const work = new UnitOfWork(database, audit, (code) => texts.ruleOf(code));
  return {
    department,
    database,
    clock,
    audit,
    work,
    ...makeOutbox({ database, work, clock, department }, currentTraceparent),
    leases: new Leases(database, newId('prc')),
    keys,
    denied,
    tokens: new AccessTokens(keys, denied),
    cipher: new FieldCipher(cipherKeys),
    seal: new MessageSeal(cipherKeys.blindIndexKey),
    parameters: new Parameters(database),
    directory: new EmployeeDirectory(database),
    texts,
  };
}

/** Collections, indexes and migrations of a service, under a lease. */
export async function preparePlatform(
  platform: Platform,
  own: { collections: readonly CollectionDefinition[]; migrations: readonly Migration[] },
): Promise<void> {
  await migrate(platform.database, platform.leases, {
    collections: [...platformCollections, ...own.collections],
    migrations: own.migrations,
  });
  await platform.clock.start();
}
