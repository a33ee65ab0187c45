// An entity where it is decided, stored and tested, as text. Layout is the formatter's work.
import type { EntityParts } from './entity.ts';
import { builderOf } from './naming.ts';

export function printStorageFiles(parts: EntityParts): Record<string, string> {
  const { department, name } = parts;
  const { kebab } = name;
  const source = `services/${department}/src`;
  return {
    [`${source}/domain/${kebab}/${kebab}.ts`]: domainOf(parts),
    [`${source}/persistence/${kebab}.schema.ts`]: schemaOf(parts),
    [`${source}/persistence/${kebab}.repository.ts`]: repositoryOf(parts),
    [`${source}/persistence/${kebab}.repository.int-spec.ts`]: specOf(parts),
    [`services/${department}/test/builders/${kebab}.builder.ts`]: builderFileOf(parts),
  };
}

function domainOf({ name }: EntityParts): string {
  const { pascal } = name;
  return `export interface ${pascal} {
  readonly id: string;
  readonly version: number;
}
`;
}

function schemaOf({ name, plural }: EntityParts): string {
  const { camel } = name;
  return `import { defineCollection } from '@weilend/mongo';

export const ${camel}Collection = defineCollection({
  name: '${plural.kebab.replaceAll('-', '_')}',
  fields: {},
  indexes: [],
});
`;
}

function repositoryOf({ name, plural }: EntityParts): string {
  const { kebab, pascal, camel } = name;
  return `import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { ${pascal} } from '../domain/${kebab}/${kebab}.js';
import { ${camel}Collection } from './${kebab}.schema.js';

@Injectable()
export class ${plural.pascal} extends Repository<${pascal}> {
  constructor(database: Database) {
    super(database, ${camel}Collection, '${name.words}');
  }
}
`;
}

function specOf({ name, department, plural, role }: EntityParts): string {
  const { kebab, pascal, camel } = name;
  const builder = builderOf(name);
  return `import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { VersionConflict } from '@weilend/mongo';
import { person, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { ${builder} } from '../../test/builders/${kebab}.builder.js';
import type { ${pascal} } from '../domain/${kebab}/${kebab}.js';
import { ${plural.pascal} } from './${kebab}.repository.js';
import { ${camel}Collection } from './${kebab}.schema.js';

/** Name and what it looks like: each kind of ${name.words} that must come back from the database as it went in. */
const kinds: readonly [string, Partial<${pascal}>][] = [];

const actor = person('${department}', '${role}');
let platform: PlatformUnderTest;
let ${plural.camel}: ${plural.pascal};

beforeAll(async () => {
  platform = await testPlatform('${department}', { collections: [${camel}Collection] });
  ${plural.camel} = new ${plural.pascal}(platform.database);
});

afterAll(() => platform.stop());

describe('stored ${plural.words}', () => {
  test.each(kinds)('%s comes back as it went in', async (_name, given) => {
    const ${camel} = ${builder}(given);
    const saved = await platform.work.run({ actor, operation: 'store' }, (tx) => ${plural.camel}.insert(${camel}, tx));
    const read = await platform.work.run({ actor, operation: 'read' }, (tx) => ${plural.camel}.get(${camel}.id, tx));
    expect(read).toEqual({ ...${camel}, version: 1 });
    expect(read).toEqual(saved);
  });

  test('one that somebody else changed meanwhile is not overwritten', async () => {
    const saved = await platform.work.run({ actor, operation: 'store' }, (tx) => ${plural.camel}.insert(${builder}(), tx));
    await platform.work.run({ actor, operation: 'change' }, (tx) => ${plural.camel}.save(saved, tx));
    const stale = platform.work.run({ actor, operation: 'change' }, async (tx) => {
      await expect(${plural.camel}.save(saved, tx)).rejects.toBeInstanceOf(VersionConflict);
    });
    await stale;
  });
});
`;
}

function builderFileOf({ name, prefix }: EntityParts): string {
  const { kebab, pascal } = name;
  const builder = builderOf(name);
  return `import { newId } from '@weilend/kernel';
import type { ${pascal} } from '../../src/domain/${kebab}/${kebab}.js';

/** Any ${name.words}; \`change\` says what matters in a test. */
export function ${builder}(change: Partial<${pascal}> = {}): ${pascal} {
  return { id: newId('${prefix}'), version: 0, ...change };
}
`;
}
