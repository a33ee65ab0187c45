// The last column of docs/requirements.md says how a rule shows in the graph. A name in it that does not exist is a promise that nobody keeps:
// every word in backticks must be found in the graph, the catalogue of refusals, or the tables of permissions, messages and parameters.
import type { GraphQLInputType, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { getNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { apiSchemaOf } from '../gate/compose.ts';
import type { SourceTree } from '../workspace/tree.ts';
import type { Requirement } from './rows.ts';
import { requirementsPath } from './rows.ts';

export interface KnownNames {
  readonly schema: GraphQLSchema;
  /** Types, fields, arguments and values of the graph; codes, permissions, events, handoffs and parameters. */
  readonly words: ReadonlySet<string>;
}

/** Where names that are not in the graph are written down, and how one looks there. */
const tables: readonly (readonly [path: RegExp, name: RegExp])[] = [
  [/^docs\/generated\/errors\.md$/, /^\| `([A-Z_]+)` \|/gm],
  // What ends a request before any rule is asked: these codes stand in no catalogue of rules.
  [/^libs\/graphql\/src\/errors\.ts$/, /^ {2}'([A-Z_]+)',$/gm],
  [/^libs\/contracts\/src\/permissions\/\w+\.permissions\.ts$/, /^ {2}'([\w.-]+)': (?:\{|'public')/gm],
  [/^docs\/generated\/topology\.md$/, /^\| `([\w.-]+)` \|/gm],
  [/^libs\/contracts\/src\/parameters\.ts$/, /^ {2}'([\w.-]+)': /gm],
];

/** @throws Error when one of the tables holds no name: then it has moved, and every row would look wrong */
export function knownNames(tree: SourceTree): KnownNames {
  const schema = apiSchemaOf(tree.read('gateway/supergraph.graphql'));
  const words = new Set(wordsOf(schema));
  for (const [path, name] of tables) {
    const found = tree.files.filter((file) => path.test(file)).flatMap((file) => [...tree.read(file).matchAll(name)]);
    if (found.length === 0) throw new Error(`no names are found in ${path.source}: mend libs/tooling/src/requirements/known-names.ts`);
    for (const [, word = ''] of found) words.add(word);
  }
  return { schema, words };
}

/** One sentence for every word in backticks that does not exist. */
export function strangeNames(requirements: readonly Requirement[], known: KnownNames): string[] {
  return requirements.flatMap(({ id, shows }) =>
    [...shows.matchAll(/`([^`]*)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => !exists(name, known))
      .map(
        (name) => `${requirementsPath}: row ${id} names \`${name}\`, which does not exist; what is not built yet is said without backticks`,
      ),
  );
}

function exists(name: string, known: KnownNames): boolean {
  if (known.words.has(name)) return true;
  const [, key = '', value = ''] = /^(\w+): (\w+)$/.exec(name) ?? [];
  if (key) return known.words.has(key) && known.words.has(value);
  const [, field, given = ''] = /^(\w+)\((.+)\)$/.exec(name) ?? [];
  if (field !== undefined) return isCall(field, given, known);
  const [type = '', ...path] = name.split('.');
  return path.length > 0 && leadsOn(known.schema.getType(type), path);
}

/** `Decision.report.reportHash`, `CheckMethod.SITE_VISIT`: from a type along its fields. */
function leadsOn(type: GraphQLNamedType | undefined, [name, ...rest]: readonly string[]): boolean {
  if (!type || name === undefined) return type !== undefined;
  if (isEnumType(type)) return rest.length === 0 && type.getValue(name) !== undefined;
  const field = isObjectType(type) || isInputObjectType(type) ? type.getFields()[name] : undefined;
  return field !== undefined && leadsOn(getNamedType(field.type), rest);
}

/** `enquiries(overdue: true)`, `customers(type:)`: some field of that name takes everything that is given. */
function isCall(name: string, given: string, { schema, words }: KnownNames): boolean {
  const keys = [...given.matchAll(/(\w+)\s*:/g)].map(([, key = '']) => key);
  const values = [...given.matchAll(/\b([A-Za-z_]\w*)\b(?!\s*:)/g)].map(([, value = '']) => value);
  if (keys.length === 0 || values.some((value) => !['true', 'false', 'null'].includes(value) && !words.has(value))) return false;
  return typesOf(schema).some((type) => {
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!field) return false;
    const taken = new Set(field.args.flatMap((argument) => [argument.name, ...keysOf(argument.type)]));
    return keys.every((key) => taken.has(key));
  });
}

/** The names that may be given inside of an input, however deep. */
function keysOf(input: GraphQLInputType): string[] {
  const type = getNamedType(input);
  return isInputObjectType(type) ? Object.values(type.getFields()).flatMap((field) => [field.name, ...keysOf(field.type)]) : [];
}

function wordsOf(schema: GraphQLSchema): string[] {
  return typesOf(schema).flatMap((type) => {
    if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => name)];
    if (isInputObjectType(type)) return [type.name, ...Object.keys(type.getFields())];
    if (!isObjectType(type)) return [type.name];
    const fields = Object.values(type.getFields());
    return [type.name, ...fields.flatMap(({ name, args }) => [name, ...args.map((argument) => argument.name)])];
  });
}

function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
}
