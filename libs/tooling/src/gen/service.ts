// The frame of a department: manifest, entry, wiring, configuration, refusals, README, and a spec of its graph that fails until it names who may
// do what. Parts that stand already are left alone, so a department that began with its domain can be completed.
import type { Manifest } from '../workspace/projects.ts';
import type { SourceTree } from '../workspace/tree.ts';
import { readJson } from '../workspace/tree.ts';
import { withConstElement, withImport, withSpread } from './edit.ts';
import type { Name } from './naming.ts';
import { GeneratorProblem, nameOf } from './naming.ts';
import type { Plan } from './plan.ts';

export interface ServiceOptions {
  readonly name: string;
  /** What it is for, one sentence with the Chinese term. */
  readonly says: string;
}

const departmentsPath = 'infra/local/departments.ts';
const kernelPath = 'libs/kernel/src/actor.ts';
const model = 'services/hr/package.json';

export function planService(tree: SourceTree, { name, says }: ServiceOptions): Plan {
  const department = nameOf(name);
  if (department.kebab.includes('-')) throw new GeneratorProblem(`a department is called by one word, not ${name}`);
  const isNew = !tree.read(departmentsPath).includes(`'${name}'`);
  const files = { ...printFrame(department, says), ...(isNew ? printNewcomer(tree, department) : {}) };
  const created = Object.fromEntries(Object.entries(files).filter(([path]) => !tree.files.includes(path)));
  if (Object.keys(created).length === 0) throw new GeneratorProblem(`services/${name} has all of its frame already`);
  return { created, edited: isNew ? newcomerEdits(department) : {}, left: whatIsLeft(name, isNew) };
}

/** Where the company lists its departments, their permissions and their events. */
function newcomerEdits({ kebab, camel }: Name): Plan['edited'] {
  const permissions = `${camel}Permissions`;
  const events = `${camel}Events`;
  const eventsFile = `./events/${kebab}.events.js`;
  return {
    [departmentsPath]: (text) => withConstElement(text, 'departments', `'${kebab}'`),
    [kernelPath]: (text) => withConstElement(text, 'DEPARTMENTS', `'${kebab}'`),
    'libs/contracts/src/permissions/index.ts': (text) =>
      withSpread(withImport(text, [permissions], `./${kebab}.permissions.js`), 'permissions', permissions),
    'libs/contracts/src/topology.ts': (text) =>
      withSpread(withSpread(withImport(text, [events], eventsFile), 'eventTypes', events), 'eventTypes', `handoffEventsOf('${kebab}')`),
    'libs/contracts/src/index.ts': (text) => `${text.trimEnd()}\nexport * from '${eventsFile}';\n`,
  };
}

function whatIsLeft(name: string, isNew: boolean): string[] {
  return [
    `services/${name}/README.md: glossary, events and handoffs in and out, "change X -> file Y"`,
    `services/${name}/test/${name}.api.int-spec.ts: who may do what`,
    ...(isNew ? ['npm install, so that the workspace knows the new package'] : []),
    `npm run gen -- entity ${name}/…, then use cases`,
    'npm run print, then npm run check',
  ];
}

function printFrame({ kebab, camel }: Name, says: string): Record<string, string> {
  const source = `services/${kebab}/src`;
  return {
    [`${source}/main.ts`]: `import { startService } from '@weilend/service';
import { ${camel}Service } from './${kebab}.module.js';

await startService(${camel}Service);
`,
    [`${source}/${kebab}.module.ts`]: `import { defineService } from '@weilend/service';
import { ${camel}Errors } from './domain/${kebab}.errors.js';
import { ${camel}Config } from './${kebab}.config.js';

export const ${camel}Service = defineService({
  department: '${kebab}',
  config: ${camel}Config,
  errors: ${camel}Errors,
  collections: [],
  migrations: [],
  providers: [],
  resolvers: [],
  loaders: [],
  consumers: [],
  jobs: [],
});

export default ${camel}Service;
`,
    [`${source}/${kebab}.config.ts`]: `import { z } from 'zod';

/** Variables of this department; those of every service are added by the library. */
export const ${camel}Config = z.object({});

export type ${camel.charAt(0).toUpperCase()}${camel.slice(1)}Config = z.output<typeof ${camel}Config>;
`,
    [`${source}/domain/${kebab}.errors.ts`]: `import type { RefusalCatalogue } from '@weilend/kernel';

/** Every code that the ${kebab} department can refuse with: the rule that refuses, and the words for people in both languages. */
export const ${camel}Errors = {} as const satisfies RefusalCatalogue;
`,
    [`services/${kebab}/README.md`]: `# ${kebab}\n\n${says}\n`,
    [`services/${kebab}/test/${kebab}.api.int-spec.ts`]: printApiSpec(kebab, camel),
  };
}

function printApiSpec(kebab: string, camel: string): string {
  return `import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { ${camel}Service } from '../src/${kebab}.module.js';

/** Who, as whom (undefined: without a token), which operation, and the code of the error. */
const forbidden: readonly [string, EmployeeActor | undefined, string, 'UNAUTHENTICATED' | 'FORBIDDEN'][] = [];

let ${camel}: SubgraphUnderTest;

beforeAll(async () => {
  ${camel} = await testSubgraph(${camel}Service);
});

afterAll(() => ${camel}.stop());

describe('permissions', () => {
  test.each(forbidden)('%s is refused', async (_name, as, operation, code) => {
    const answer = await ${camel}.graph(operation, {}, as);
    expect(answer.errors?.[0]?.extensions['code']).toBe(code);
  });
});
`;
}

/** What a department needs that the company did not have before. */
function printNewcomer(tree: SourceTree, { kebab, camel }: Name): Record<string, string> {
  const { dependencies = {} } = readJson<Manifest>(tree, model);
  const common = Object.fromEntries(
    Object.entries(dependencies).filter(([name]) => /^(@weilend|@nestjs)\/|^(graphql|mongoose|reflect-metadata|zod)$/.test(name)),
  );
  const manifest = {
    name: `@weilend/${kebab}-service`,
    version: '0.1.0',
    private: true,
    type: 'module',
    main: 'dist/main.js',
    dependencies: common,
    nx: { tags: [`scope:${kebab}`, 'type:service'] },
  };
  return {
    [`services/${kebab}/package.json`]: JSON.stringify(manifest),
    [`libs/contracts/src/permissions/${kebab}.permissions.ts`]: `import type { Permission } from '../roles.js';

/** Who may do and see what in ${kebab}: permission -> roles. Named \`${kebab}.<verb-noun>\` for acts, \`${kebab}.read-<noun>\` for reading. */
export const ${camel}Permissions = {} as const satisfies Record<\`${kebab}.\${string}\`, Permission>;
`,
    [`libs/contracts/src/events/${kebab}.events.ts`]: `import { z } from 'zod';
import { defineEvents } from '../define.js';
import { id } from '../fields.js';

export const ${camel}Events = defineEvents({});
`,
  };
}
