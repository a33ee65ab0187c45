// What can go wrong on somebody else's machine, said once and in their words.

/** A problem the person at the keyboard can mend. `message` is one sentence that says what is wrong and what to do; it is printed without a stack. */
export class Problem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Problem';
  }
}

/** Text of anything that was thrown, on one line. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.replace(/\s+/g, ' ').trim();
}

/** The system's own error code (`ENOENT`, `EADDRINUSE`), if the thrown thing carries one. */
export function codeOf(thrown: unknown): string | undefined {
  if (thrown === null || typeof thrown !== 'object' || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
