import { randomBytes } from 'node:crypto';
import { parameterTypes } from '@weilend/contracts';
import type { ParameterKey } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { Department, EmployeeActor, RefusalCatalogue } from '@weilend/kernel';
import type { CollectionDefinition, Migration } from '@weilend/mongo';
import { createPlatform, preparePlatform } from '@weilend/service';
import type { ParameterRow, Platform, PlatformKeys } from '@weilend/service';
import { lentDatabase } from './database.js';

const key = randomBytes(32).toString('base64');

/** Keys of the test run: one blind index key, so that services find each other's indexes equal. */
export const testKeys: PlatformKeys = {
  FIELD_KEYS: JSON.stringify({ k1: key }),
  FIELD_KEY_ID: 'k1',
  BLIND_INDEX_KEY: key,
  CLOCK_MODE: 'controlled',
};

export interface PlatformUnderTest extends Platform {
  readonly uri: string;
  stop(): Promise<void>;
}

interface Parts {
  readonly errors?: RefusalCatalogue;
  readonly collections?: readonly CollectionDefinition[];
  readonly migrations?: readonly Migration[];
}

/** A service's platform on a real database of its own, with every parameter at its initial value. */
export async function testPlatform(department: Department, parts: Parts = {}): Promise<PlatformUnderTest> {
  const plan = { collections: parts.collections ?? [], migrations: parts.migrations ?? [] };
  const { database, uri, stop } = await lentDatabase(department, plan);
  const platform = createPlatform(department, database, parts.errors ?? {}, testKeys);
  await preparePlatform(platform, plan);
  await seedParameters(platform);
  return {
    ...platform,
    uri,
    stop: async () => {
      platform.clock.stop();
      await stop();
    },
  };
}

/** The initial parameters, as if compliance had published them long ago; `changes` override single keys. */
export async function seedParameters(platform: Platform, changes: Partial<Record<ParameterKey, string>> = {}): Promise<void> {
  const rows = Object.entries(parameterTypes).map(([key, definition]) => ({
    ...{ _id: newId('par'), key, value: changes[key as ParameterKey] ?? definition.initial, effectiveFrom: '2020-01-01' },
  }));
  await platform.database.collection<ParameterRow>('parameters').insertMany(rows);
}

/** Puts people into the directory, as hr's events would. */
export async function seedPeople(platform: Platform, people: readonly EmployeeActor[], managerId: string | null = null): Promise<void> {
  await platform.work.run({ actor: { kind: 'service', service: platform.department }, operation: 'seed-people' }, async (tx) => {
    for (const { employeeId, department, roles } of people) {
      await platform.directory.apply({ employeeId, department, roles: roles as never, managerId, active: true }, tx);
    }
  });
}
