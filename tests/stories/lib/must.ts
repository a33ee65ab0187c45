// What a script sees for itself: it fails with what was expected in words, so that the last line of a story says what is not as it must be.

/** @throws Error when it does not hold. */
export function must(holds: unknown, what: string, seen?: unknown): void {
  if (!holds) throw new Error(`${what}${seen === undefined ? '' : `; seen: ${(JSON.stringify(seen) ?? 'nothing').slice(0, 400)}`}`);
}
