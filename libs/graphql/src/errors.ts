import { withoutValues } from '@weilend/contracts';
import { PermissionDenied, Unauthenticated } from '@weilend/auth';
import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError, newId } from '@weilend/kernel';
import type { GraphQLFormattedError } from 'graphql';

/** Where faults are written down. */
export abstract class ErrorLog {
  abstract error(fields: Record<string, unknown>, text: string): void;
}

const SHOWN = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** A query has no `userErrors`: its refusals come as BAD_USER_INPUT with the refusal's code. Permission errors keep their code; malformed requests keep their text without the values in it; anything else is a fault with an id and nothing more. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown, log: ErrorLog): GraphQLFormattedError {
  const error = unwrapResolverError(thrown);
  if (error instanceof PermissionDenied || error instanceof Unauthenticated)
    return { ...formatted, message: error.message, extensions: { code: error.code } };
  if (error instanceof DomainError)
    return {
      ...formatted,
      message: `${error.code} ${JSON.stringify(error.data)}`,
      extensions: { code: 'BAD_USER_INPUT', refusal: error.code },
    };
  const code = String(formatted.extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR');
  if (SHOWN.has(code)) return { ...formatted, message: withoutValues(formatted.message), extensions: { code } };
  const faultId = newId('flt');
  log.error(
    { faultId, path: formatted.path, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    'a resolver failed',
  );
  return { ...formatted, message: `internal fault ${faultId}`, extensions: { code: 'INTERNAL_SERVER_ERROR', faultId } };
}
