import { z } from 'zod';

/** A TCP port; 0 asks the system for a free one (tests). */
export const port = () =>
  z.coerce.number('a whole number').int('a whole number').min(0).max(65_535).meta({ expected: 'a port number 0..65535' });

/** A text that is never printed: not in problems, not in tables, not in logs. */
export const secret = () => z.string().min(1).meta({ secret: true });

/**
 * An absolute URL. Several hosts separated by commas are accepted (`mongodb://a:1,b:2/db`), which the URL parser of the
 * platform refuses. `protocols` without colon, e.g. `['http', 'https']`.
 */
export const url = (protocols: readonly string[] = []) => {
  const expected =
    protocols.length === 0 ? 'an absolute URL' : `an absolute URL that starts with ${protocols.map((name) => `${name}://`).join(' or ')}`;
  return z
    .string()
    .refine((text) => isUrl(text, protocols), `expected ${expected}`)
    .meta({ expected });
};

/** Values separated by commas; blanks around them and empty ones are dropped. */
export const list = () =>
  z
    .string()
    .transform((text) => splitList(text) as readonly string[])
    .meta({ expected: 'values separated by commas' });

/** A switch: true/1/yes/on or false/0/no/off. */
export const flag = () => z.stringbool().meta({ expected: 'one of true, false, 1, 0, yes, no, on, off' });

/** Variables that every process understands. Spread it: `z.object({ ...commonConfig, FEES_URL: url() })`. */
export const commonConfig = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').meta({ description: 'Kind of installation' }),
  ROLE: z
    .enum(['api', 'worker', 'all'])
    .default('all')
    .meta({ description: 'What this process does: serve the API, work on queues, or both' }),
  HOST: z.string().min(1).default('127.0.0.1').meta({ description: 'Address to listen on' }),
  PORT: port().default(0).meta({ description: 'Port to listen on; 0 takes a free one' }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta({ description: 'Least severe log line written' }),
  CLOCK_MODE: z
    .enum(['system', 'controlled'])
    .default('system')
    .meta({ description: 'controlled lets a permitted user move the business clock (demos, tests); refused when NODE_ENV=production' }),
};

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\s]+)(\S*)$/i.exec(text);
  if (!match) return false;
  const [, protocol = '', authority = '', rest = ''] = match;
  if (protocols.length > 0 && !protocols.includes(protocol.toLowerCase())) return false;
  const credentialsEnd = authority.lastIndexOf('@') + 1;
  const credentials = authority.slice(0, credentialsEnd);
  return authority
    .slice(credentialsEnd)
    .split(',')
    .every((host) => URL.canParse(`${protocol}://${credentials}${host}${rest}`));
}
