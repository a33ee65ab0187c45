import { z } from 'zod';
import { readMeta } from './describe-config.js';

/** The environment as a process gives it. */
export type Env = Readonly<Record<string, string | undefined>>;

/** All problems of a configuration at once. `problems` holds one line per problem; no line holds the value of a secret. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/**
 * Parses the environment with `schema` and returns a frozen object with exactly its keys.
 * An empty variable counts as not set, because `.env` files are full of `NAME=`.
 * @throws ConfigError that lists every problem.
 */
export function loadConfig<T extends z.ZodObject>(schema: T, env: Env = process.env): Readonly<z.output<T>> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = env[name];
    if (value !== undefined && value.trim() !== '') given[name] = value;
  }
  const result = schema.safeParse(given);
  const problems = result.success ? [] : result.error.issues.map((issue) => explain(schema, issue, given));
  if (given['NODE_ENV'] === 'production' && given['CLOCK_MODE'] === 'controlled') {
    problems.push('CLOCK_MODE: expected system when NODE_ENV=production, because a moved clock would falsify the books');
  }
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  return freeze(result.data as z.output<T>);
}

function explain(schema: z.ZodObject, issue: z.core.$ZodIssue, given: Readonly<Record<string, string>>): string {
  const name = String(issue.path[0] ?? '(all)');
  const variable = schema.shape[name];
  const meta = variable ? readMeta(variable as z.ZodType) : {};
  const value = given[name];
  if (variable && value === undefined) {
    const what = [meta.expected, meta.description].filter((part) => part !== undefined).join(': ');
    return `${name}: required but not set${what ? ` (${what})` : ''}`;
  }
  const ownRule = issue.code === 'custom' || meta.expected === undefined;
  const expected = ownRule ? issue.message : `expected ${meta.expected}`;
  if (value === undefined) return `${name}: ${expected}`;
  if (meta.secret) return `${name}: ${expected.replaceAll(value, '***')} (value not shown)`;
  return `${name}: ${expected}, got "${hideCredentials(value)}"`;
}

/** `mongodb://user:word@host` is shown as `mongodb://***@host`. */
function hideCredentials(value: string): string {
  return value.replace(/:\/\/\S*@/g, '://***@');
}

function freeze<T>(value: T): Readonly<T> {
  if (typeof value === 'object' && value !== null && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)) {
    Object.values(value).forEach((part) => freeze(part));
    Object.freeze(value);
  }
  return value;
}
