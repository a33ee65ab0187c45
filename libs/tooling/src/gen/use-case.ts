// A use case: mutation, input, permission, event, wiring, and specs whose tables are empty (Jest fails an empty table). What it decides is written
// by a person: domain/<entity>/<use-case>.ts does not exist yet, so nothing compiles until somebody has thought.
import type { SourceTree } from '../workspace/tree.ts';
import { printBuilder } from './builder.ts';
import { withElement, withEntry, withImport } from './edit.ts';
import type { FoundEntity } from './found.ts';
import { findEntity, findEventsFile, requireDepartment } from './found.ts';
import { nameOf } from './naming.ts';
import type { Name } from './naming.ts';
import type { Plan } from './plan.ts';
import { printDomainSpec, printInput, printIntegrationSpec, printResolver, printUseCase } from './use-case-files.ts';

export interface UseCaseOptions {
  readonly department: string;
  readonly name: string;
  /** The entity it changes, kebab-case; it must exist. */
  readonly entity: string;
  /** Its fact, past tense, without department and version: `repayment-recorded`. */
  readonly event: string;
  /** Departments that take the fact. */
  readonly to: readonly string[];
  /** Who may do it. */
  readonly roles: readonly string[];
  /** What it does, one sentence; description of mutation and event. */
  readonly says: string;
  /** Row of docs/requirements.md that it shows. */
  readonly rule: string;
}

/** What the files of one use case are printed from. */
export interface UseCaseParts {
  readonly department: string;
  readonly useCase: Name;
  readonly entity: FoundEntity;
  readonly eventType: string;
  readonly role: string;
  readonly says: string;
  readonly rule: string;
}

export function planUseCase(tree: SourceTree, options: UseCaseOptions): Plan {
  const { department, roles } = options;
  requireDepartment(tree, department);
  const useCase = nameOf(options.name);
  const entity = findEntity(tree, department, options.entity);
  const parts: UseCaseParts = {
    ...options,
    useCase,
    entity,
    eventType: `${department}.${nameOf(options.event).kebab}.v1`,
    role: roles[0] ?? '',
  };
  const source = `services/${department}/src`;
  const folder = `${source}/use-cases/${useCase.kebab}/${useCase.kebab}`;
  return {
    created: {
      [`${folder}.use-case.ts`]: printUseCase(parts),
      [`${folder}.int-spec.ts`]: printIntegrationSpec(parts),
      [`${source}/domain/${entity.folder}/${useCase.kebab}.spec.ts`]: printDomainSpec(parts),
      [`${source}/graphql/${useCase.kebab}.input.ts`]: printInput(parts),
      [`${source}/graphql/${useCase.kebab}.resolver.ts`]: printResolver(parts),
      ...missingBuilder(tree, department, entity),
    },
    edited: {
      [`${source}/${department}.module.ts`]: (text) => wired(text, useCase),
      [`libs/contracts/src/permissions/${department}.permissions.ts`]: (text) =>
        withEntry(text, `${department}Permissions`, `${department}.${useCase.kebab}`, `{ roles: [${quoted(roles)}] }`),
      [findEventsFile(tree, department)]: (text) => withEntry(text, `${department}Events`, parts.eventType, printEvent(parts, options.to)),
    },
    left: [
      `${source}/domain/${entity.folder}/${useCase.kebab}.ts: what it decides, ${useCase.camel}(${entity.name.camel}, input): ${entity.type}, with its opening paragraph`,
      `${source}/domain/${department}.errors.ts: the codes it refuses with`,
      `${source}/use-cases/${useCase.kebab}/${useCase.kebab}.use-case.ts and graphql/${useCase.kebab}.input.ts: the fields of its input`,
      'the rows of both specs; more of what is refused than of what is accepted',
      `${findEventsFile(tree, department)}: what ${parts.eventType} tells besides the id`,
      `services/${department}/test/${department}.api.int-spec.ts: who may not do it`,
      'npm run print, then npm run check',
    ],
  };
}

function wired(text: string, { pascal, kebab }: Name): string {
  const imported = withImport(
    withImport(text, [`${pascal}Resolver`], `./graphql/${kebab}.resolver.js`),
    [pascal],
    `./use-cases/${kebab}/${kebab}.use-case.js`,
  );
  return withElement(withElement(imported, 'providers', pascal), 'resolvers', `${pascal}Resolver`);
}

function printEvent({ entity, says }: UseCaseParts, to: readonly string[]): string {
  return `{ subject: '${entity.prefix}', to: [${quoted(to)}], description: ${JSON.stringify(says)}, data: z.object({ ${entity.name.camel}Id: id('${entity.prefix}') }) }`;
}

/** The specs start from a builder; the first use case of an entity brings it. */
function missingBuilder(tree: SourceTree, department: string, entity: FoundEntity): Record<string, string> {
  const path = `services/${department}/test/builders/${entity.name.kebab}.builder.ts`;
  if (tree.files.includes(path)) return {};
  const domain = `src/domain/${entity.folder}/${entity.name.kebab}`;
  return { [path]: printBuilder({ ...entity, domain: tree.read(`services/${department}/${domain}.ts`), from: `../../${domain}.js` }) };
}

export function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
