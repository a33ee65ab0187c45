import { holds, isPublic, ROLES } from '@weilend/contracts';
import { isEntity, permissionOf } from '@weilend/graphql';
import type { EmployeeActor } from '@weilend/kernel';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isCompositeType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLInputType, GraphQLObjectType } from 'graphql';
import { person } from './keys.js';
import type { SubgraphUnderTest } from './subgraph.js';

const CUSTOM_SCALARS: Readonly<Record<string, string>> = {
  Money: '"1.00"',
  Rate: '"0.1"',
  LocalDate: '"2026-01-05"',
  DateTime: '"2026-01-05T01:00:00Z"',
  Boolean: 'false',
  Int: '1',
  Float: '1',
};
const NO_ARGUMENTS_FIELDS = new Set(['_service', '_entities']);

interface Door {
  readonly name: string;
  readonly permission: string;
  readonly operation: string;
}

/**
 * Knocks at every query, mutation and entity reference of a subgraph as nobody and as each role, and tells what is
 * open that the permission table shuts, or shut that it opens. Also lists what has no permission at all.
 */
export async function permissionWalk(subgraph: SubgraphUnderTest): Promise<{ readonly doors: number; readonly wrong: readonly string[] }> {
  const doors = doorsOf(subgraph);
  const wrong: string[] = [];
  for (const door of doors) {
    for (const caller of [null, ...ROLES.map((role) => person('sales', role))]) {
      const problem = await knock(subgraph, door, caller);
      if (problem) wrong.push(problem);
    }
  }
  return { doors: doors.length, wrong };
}

async function knock(subgraph: SubgraphUnderTest, door: Door, caller: EmployeeActor | null): Promise<string | null> {
  const { errors } = await subgraph.graph(door.operation, {}, caller ?? undefined);
  const code = errors?.map((error) => String(error.extensions['code'])).find((one) => one === 'UNAUTHENTICATED' || one === 'FORBIDDEN');
  const expected = isPublic(door.permission)
    ? undefined
    : !caller
      ? 'UNAUTHENTICATED'
      : holds(caller.roles, door.permission)
        ? undefined
        : 'FORBIDDEN';
  const malformed = errors?.find((error) => error.extensions['code'] === 'GRAPHQL_VALIDATION_FAILED');
  if (malformed) return `${door.name}: the walk cannot ask: ${malformed.message}`;
  return code === expected
    ? null
    : `${door.name} as ${caller?.roles.join() ?? 'nobody'}: expected ${expected ?? 'open'}, got ${code ?? 'open'}`;
}

function doorsOf(subgraph: SubgraphUnderTest): Door[] {
  const { schema } = subgraph.app.get(GraphQLSchemaHost);
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  const fields = roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {})
      .filter((field) => !NO_ARGUMENTS_FIELDS.has(field.name))
      .map((field) => ({
        name: `${kind} ${field.name}`,
        permission: permissionOf(field) ?? '(none)',
        operation: `${kind} { ${fieldText(field)} }`,
      })),
  );
  const entities = types.filter(isEntity).map((type: GraphQLObjectType) => ({
    name: `entity ${type.name}`,
    permission: permissionOf(type) ?? '(none)',
    operation: `{ _entities(representations: [{ __typename: "${type.name}", id: "none" }]) { __typename } }`,
  }));
  return [...fields, ...entities];
}

function fieldText(field: GraphQLField<unknown, unknown>): string {
  const required = field.args.filter((argument: GraphQLArgument) => isNonNullType(argument.type));
  const values = required.map((argument) => `${argument.name}: ${sample(argument.type)}`).join(', ');
  return `${field.name}${values ? `(${values})` : ''}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`;
}

/** A value of the right shape that means nothing. */
function sample(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'NONE';
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${required.map((field) => `${field.name}: ${sample(field.type)}`).join(', ')} }`;
  }
  return CUSTOM_SCALARS[type.name] ?? '"none"';
}
