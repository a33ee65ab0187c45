import { isPermission } from '@weilend/contracts';
import type { PermissionName } from '@weilend/contracts';
import { requirePermission } from '@weilend/auth';
import { defaultFieldResolver, isObjectType } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { GraphContext } from './context.js';
import type { AnyLoader } from './loaders.js';
import { PERMISSION } from './permit.js';

/** Root fields of the federation protocol: `_service` shows the public schema, `_entities` is checked per entity type. */
const PROTOCOL_FIELDS = new Set(['_service', '_entities']);

type Reference = { readonly id?: unknown };

/**
 * Puts the permission check before every query, mutation, permitted field and entity reference, and makes references
 * of one type resolve in one batch. Throws when something reachable from outside has no permission: default deny.
 */
export function secureSchema(schema: GraphQLSchema, loaders: readonly AnyLoader[]): GraphQLSchema {
  const unlisted: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const root = type === schema.getQueryType() || type === schema.getMutationType() || type === schema.getSubscriptionType();
    unlisted.push(...secureFields(type, root));
    if (isEntity(type) && !secureReference(type, loaders)) unlisted.push(type.name);
  }
  if (unlisted.length > 0) throw new Error(`no permission is declared for: ${unlisted.join(', ')}`);
  return schema;
}

/** Permission declared on a type or field, or null. */
export function permissionOf(place: { extensions: Readonly<Record<string, unknown>> }): PermissionName | null {
  const name = place.extensions[PERMISSION];
  return typeof name === 'string' && isPermission(name) ? name : null;
}

/** True for a type that other departments can refer to. */
export function isEntity(type: GraphQLObjectType): boolean {
  return (type.astNode?.directives ?? []).some(
    (directive) => directive.name.value === 'key' && !directive.arguments?.some((argument) => argument.name.value === 'resolvable'),
  );
}

function secureFields(type: GraphQLObjectType, root: boolean): string[] {
  const unlisted: string[] = [];
  for (const field of Object.values(type.getFields())) {
    if (root && PROTOCOL_FIELDS.has(field.name)) continue;
    const permission = permissionOf(field);
    if (!permission) {
      if (root) unlisted.push(`${type.name}.${field.name}`);
      continue;
    }
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context: GraphContext, info) => {
      requirePermission(context.actor, permission);
      return resolve(source, args, context, info) as unknown;
    };
  }
  return unlisted;
}

function secureReference(type: GraphQLObjectType, loaders: readonly AnyLoader[]): boolean {
  const permission = permissionOf(type);
  if (!permission) return false;
  const loader = loaders.find((candidate) => candidate.typeName === type.name);
  const resolveReference = (reference: Reference, context: GraphContext): unknown => {
    requirePermission(context.actor, permission);
    return loader ? loader.byId(context, String(reference.id)) : reference;
  };
  type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
  return true;
}
