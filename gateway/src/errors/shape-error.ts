import type { Logger } from '@weilend/boot';
import { withoutValues } from '@weilend/contracts';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { currentScope } from '../http/request-scope.js';
import { countTokens } from '../limits/count-tokens.js';
import { say } from './messages.js';

/** What the libraries below add and no caller needs: names of servers, stacks, statuses. */
const hidden = new Set(['serviceName', 'stacktrace', 'exception', 'http', 'originalError', 'debugMessage']);
const internal = 'INTERNAL_SERVER_ERROR';
const tooManyTokens = /^Syntax Error: Document contains more tha[nt] (\d+) tokens/;

/**
 * The one shape of errors: `extensions: { code, requestId, department?, retryable }` and what the department itself added.
 * The text of an internal error stays in the log.
 */
export function errorShaper(log: Pick<Logger, 'error'>) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { requestId, language } = currentScope();
    const given = formatted.extensions ?? {};
    const department = given['department'] ?? given['serviceName'];
    const fromDepartment = typeof department === 'string';
    const code = typeof given['code'] === 'string' ? given['code'] : internal;
    const complexity = fromDepartment ? undefined : tokenRefusal(formatted.message, error);
    if (code === internal && !fromDepartment) log.error({ err: rootOf(error), requestId }, 'internal error');
    const kept = Object.fromEntries(Object.entries(given).filter(([key]) => !hidden.has(key)));
    return {
      ...formatted,
      message: complexity?.message ?? (code === internal ? say(language, 'internal') : withoutValues(formatted.message)),
      extensions: {
        ...kept,
        code: complexity?.code ?? code,
        requestId,
        ...(fromDepartment ? { department } : {}),
        retryable: given['retryable'] === true,
        ...(complexity ? { limits: complexity.limits } : {}),
      },
    };
  };
}

/**
 * A department that is down is asked by several fetches of one operation: the caller is told once per department.
 * Errors with a path stay, each names its own field.
 */
export function mergeRepeated(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const seen = new Set<string>();
  return errors.filter(({ path, message, extensions }) => {
    if (path !== undefined && path.length > 0) return true;
    const key = JSON.stringify([message, extensions?.['code'], extensions?.['department']]);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The parser stops at the limit without saying how many tokens there were. */
function tokenRefusal(message: string, error: unknown) {
  const limit = Number(tooManyTokens.exec(message)?.[1] ?? Number.NaN);
  if (Number.isNaN(limit) || !(error instanceof GraphQLError) || !error.source) return undefined;
  const figure = countTokens(error.source.body);
  const { language } = currentScope();
  return {
    code: 'QUERY_TOO_COMPLEX',
    message: say(language, 'tooComplex', { reasons: say(language, 'tokens', { figure, limit }) }),
    limits: [{ name: 'tokens', figure, limit }],
  };
}

function rootOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? error.originalError : error;
}
