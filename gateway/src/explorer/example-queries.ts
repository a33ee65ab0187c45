import { getNamedType, isCompositeType, isInterfaceType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import type { ExampleQuery } from './demo-people.js';

type Field = GraphQLField<unknown, unknown>;

const mostExamples = 3;
const mostLeaves = 6;

/** A few queries that work on this graph: the first lists that can be asked for without arguments, with their plain fields. */
export function exampleQueries(schema: GraphQLSchema): ExampleQuery[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    (field) => needsNothing(field) && isCompositeType(getNamedType(field.type)),
  );
  return fields.slice(0, mostExamples).flatMap((field) => {
    const selection = selectionOf(getNamedType(field.type));
    const page = field.args.some(({ name }) => name === 'first') ? '(first: 5)' : '';
    return selection
      ? [{ name: field.name, query: `query ${capital(field.name)} {\n  ${field.name}${page} {\n${selection}\n  }\n}\n` }]
      : [];
  });
}

/** Plain fields of the type, or of its `nodes` when it is a connection. */
function selectionOf(type: GraphQLNamedType): string | undefined {
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const nodes = type.getFields()['nodes'];
  const inner = nodes && getNamedType(nodes.type);
  if (inner && (isObjectType(inner) || isInterfaceType(inner))) {
    const leaves = leavesOf(Object.values(inner.getFields()), '      ');
    return leaves && `    nodes {\n${leaves}\n    }`;
  }
  return leavesOf(Object.values(type.getFields()), '    ');
}

function leavesOf(fields: readonly Field[], indent: string): string | undefined {
  const leaves = fields.filter((field) => needsNothing(field) && isLeafType(getNamedType(field.type))).slice(0, mostLeaves);
  return leaves.length > 0 ? leaves.map(({ name }) => indent + name).join('\n') : undefined;
}

function needsNothing(field: Field): boolean {
  return !field.args.some((argument) => isRequiredArgument(argument));
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
