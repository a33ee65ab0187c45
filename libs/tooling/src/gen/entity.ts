// An entity from the database to the graph: storage, repository, read side, type with its key, loader, resolver, permission, builder and a spec of
// its storage. Its fields are written by a person, in four places that the compiler and the specs compare.
import type { SourceTree } from '../workspace/tree.ts';
import { withElement, withEntry, withImport } from './edit.ts';
import { printGraphFiles } from './entity-graph.ts';
import { printStorageFiles } from './entity-storage.ts';
import { requireDepartment } from './found.ts';
import { nameOf, pluralOf } from './naming.ts';
import type { Name } from './naming.ts';
import { prefix } from './message.ts';
import type { Plan } from './plan.ts';
import { quoted } from './use-case.ts';

export interface EntityOptions {
  readonly department: string;
  readonly name: string;
  /** Three letters before its ids. */
  readonly prefix: string;
  /** Who may read it. */
  readonly roles: readonly string[];
  /** What it is, one sentence with the Chinese term: description of the type. */
  readonly says: string;
}

export interface EntityParts {
  readonly department: string;
  readonly name: Name;
  /** Loans, loans, loan-s: repository, list field, words. */
  readonly plural: Name;
  readonly prefix: string;
  readonly says: string;
  readonly role: string;
}

export function planEntity(tree: SourceTree, options: EntityOptions): Plan {
  const { department, roles } = options;
  requireDepartment(tree, department);
  const name = nameOf(options.name);
  const parts: EntityParts = {
    ...options,
    name,
    plural: nameOf(pluralOf(name.kebab)),
    prefix: prefix(options.prefix),
    role: roles[0] ?? '',
  };
  const source = `services/${department}/src`;
  return {
    created: { ...printStorageFiles(parts), ...printGraphFiles(parts) },
    edited: {
      [`${source}/${department}.module.ts`]: (text) => wired(text, parts),
      [`libs/contracts/src/permissions/${department}.permissions.ts`]: (text) =>
        withEntry(text, `${department}Permissions`, `${department}.read-${name.kebab}`, `{ roles: [${quoted(roles)}] }`),
    },
    left: [
      `${source}/domain/${name.kebab}/${name.kebab}.ts: its opening paragraph and its fields`,
      `${source}/persistence/${name.kebab}.schema.ts: the same fields as they are stored, and each index with its why`,
      `${source}/graphql/${name.kebab}.type.ts: the fields that people see`,
      `services/${department}/test/builders/${name.kebab}.builder.ts: a value for each`,
      `${source}/persistence/${name.kebab}.repository.int-spec.ts: the changes that must survive storage`,
      'npm run print, then npm run check',
    ],
  };
}

function wired(text: string, { name, plural }: EntityParts): string {
  const { kebab, pascal, camel } = name;
  const imports: [string, string][] = [
    [`${pascal}Loader`, `./graphql/${kebab}.loader.js`],
    [`${pascal}Resolver`, `./graphql/${kebab}.resolver.js`],
    [plural.pascal, `./persistence/${kebab}.repository.js`],
    [`${camel}Collection`, `./persistence/${kebab}.schema.js`],
    [`${pascal}Queries`, `./queries/${kebab}.queries.js`],
  ];
  const elements: [string, string][] = [
    ['collections', `${camel}Collection`],
    ['providers', plural.pascal],
    ['providers', `${pascal}Queries`],
    ['resolvers', `${pascal}Resolver`],
    ['loaders', `${pascal}Loader`],
  ];
  const imported = imports.reduce((edited, [symbol, from]) => withImport(edited, [symbol], from), text);
  return elements.reduce((edited, [property, element]) => withElement(edited, property, element), imported);
}
