/** Data that a refusal carries for its message and for the caller: plain JSON, never personal data. */
export type RefusalData = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** A closed list of refusal codes of one department: code -> rule row (or parameter) and texts in both languages. */
export interface RefusalEntry {
  /** Row of docs/requirements.md, gate (`G3`) or parameter key that refuses. */
  readonly rule: string;
  /** `{name}` places are filled from the refusal's data. */
  readonly en: string;
  readonly zh: string;
}
export type RefusalCatalogue<Code extends string = string> = Readonly<Record<Code, RefusalEntry>>;

/** A refusal by a rule of the business: expected, told to the user, audited, never retried. */
export class DomainError extends Error {
  readonly code: string;
  readonly data: RefusalData;
  /** Path of the input field that is wrong, e.g. `customer.residentId`; null when the whole act is refused. */
  readonly field: string | null;

  constructor(code: string, data: RefusalData = {}, field: string | null = null) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.data = data;
    this.field = field;
  }
}

/** Several field refusals at once, so that a form shows every mistake in one answer. */
export class DomainErrors extends DomainError {
  readonly all: readonly DomainError[];

  constructor(all: readonly [DomainError, ...DomainError[]]) {
    super(all[0].code, all[0].data, all[0].field);
    this.name = 'DomainErrors';
    this.all = all;
  }
}

/** Throws all refusals found, or returns when there is none. */
export function refuseAll(found: readonly DomainError[]): void {
  const [first, ...rest] = found;
  if (!first) return;
  if (rest.length === 0) throw first;
  throw new DomainErrors([first, ...rest]);
}

/** A state that the code promises to be impossible; reaching it is a bug, not a refusal. */
export class InvariantViolation extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvariantViolation';
  }
}

/** Asserts what must hold; stays on in production. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantViolation(message);
}

/** The file and line of a frame of a stack, without its folder. */
const FRAME = /^ {4}at .*?([\w.-]+\.[cm]?[jt]s:\d+):\d+\)?$/m;
/** What a code or a name of an error may look like: a word, never a sentence. */
const WORD = /^[\w.-]{1,60}$/;

/**
 * What kind of trouble it was and where, for a log: `MongoServerError 11000 at contract.repository.ts:52`. Never the message: it may repeat what was
 * written, and of a customer that may be a name or a number [3.7].
 */
export function troubleOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  const { name, message, stack = '' } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  const words = [name, typeof code === 'string' || typeof code === 'number' ? String(code) : ''].filter((word) => WORD.test(word));
  const start = stack.indexOf(message);
  const frames = start < 0 ? '' : stack.slice(start + message.length);
  const place = FRAME.exec(frames)?.[1];
  return `${words.join(' ') || 'Error'}${place ? ` at ${place}` : ''}`;
}
