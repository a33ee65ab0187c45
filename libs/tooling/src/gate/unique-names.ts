// One name, one meaning, in the whole graph: a type belongs to one department; others may only refer to it by its key.
import type { ConstDirectiveNode, DefinitionNode, DocumentNode, ObjectTypeDefinitionNode } from 'graphql';
import { Kind, parse, print, visit } from 'graphql';
import type { Subgraph } from './compose.ts';

const rootTypes = ['Query', 'Mutation'];
const bareNames = ['Session', 'Case', 'Plan', 'Report', 'Visit', 'Condition'];
const ownedKinds: readonly string[] = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
];

interface Owned {
  readonly name: string;
  readonly department: string;
  /** The definition without its descriptions: equal text is one type of the libraries, given to all. */
  readonly text: string;
}

/** Types defined differently by two departments, root fields answered by two, and names that say too little. */
export function findClashes(subgraphs: readonly Subgraph[]): string[] {
  const documents = subgraphs.map(({ name, sdl }) => ({ department: name, document: parse(sdl) }));
  const types = documents.flatMap(({ department, document }) => typesOf(document).map((type) => ({ department, ...type })));
  const fields = documents.flatMap(({ department, document }) =>
    rootFieldsOf(document).map((name) => ({ department, name, text: department })),
  );
  const bare = types
    .filter(({ name }) => bareNames.includes(name))
    .map(({ name, department }) => `type ${name} (${department}) says too little: name whose it is, as in ApprovalCase`);
  return [...clashes('type', types), ...clashes('field', fields), ...bare];
}

function clashes(what: string, owned: readonly Owned[]): string[] {
  return [...Map.groupBy(owned, ({ name }) => name)]
    .filter(([, owners]) => new Set(owners.map(({ text }) => text)).size > 1)
    .map(([name, owners]) => `${what} ${name} is defined by ${[...new Set(owners.map(({ department }) => department))].join(' and ')}`);
}

function typesOf(document: DocumentNode): { name: string; text: string }[] {
  return document.definitions.flatMap((definition) => {
    if (!isOwned(definition) || isEntity(definition.directives)) return [];
    return [{ name: definition.name.value, text: print(visit(definition, { StringValue: () => null })) }];
  });
}

function isOwned(definition: DefinitionNode): definition is ObjectTypeDefinitionNode {
  return ownedKinds.includes(definition.kind) && !rootTypes.includes((definition as ObjectTypeDefinitionNode).name.value);
}

/** Entities have fields from several departments by design; composition itself refuses a field that two of them answer. */
function isEntity(directives: readonly ConstDirectiveNode[] = []): boolean {
  return directives.some(({ name }) => name.value === 'key');
}

function rootFieldsOf(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) => {
    const { kind, name, fields = [] } = definition as ObjectTypeDefinitionNode;
    const isRoot =
      (kind === Kind.OBJECT_TYPE_DEFINITION || (kind as string) === Kind.OBJECT_TYPE_EXTENSION) && rootTypes.includes(name.value);
    return isRoot ? fields.map((field) => `${name.value}.${field.name.value}`).filter((field) => !field.includes('._')) : [];
  });
}
