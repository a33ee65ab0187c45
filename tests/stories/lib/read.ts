// Reading answers of the graph without trusting their shape: what is missing is named with its path.

/** The value at a path, or null. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return (
    path.reduce<unknown>(
      (found, step) => (found && typeof found === 'object' ? (found as Record<string | number, unknown>)[step] : null),
      value,
    ) ?? null
  );
}

/** @throws Error when there is no text. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  if (typeof found !== 'string') throw new Error(`no text at ${path.join('.')} in ${shown(value)}`);
  return found;
}

/** The list at a path, empty when there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** @throws Error when there is no number. */
export function numberAt(value: unknown, ...path: readonly (string | number)[]): number {
  const found = at(value, ...path);
  if (typeof found !== 'number') throw new Error(`no number at ${path.join('.')} in ${shown(value)}`);
  return found;
}

/** Yuan with two places as fen. */
export const fenOf = (yuan: string): number => Math.round(Number(yuan) * 100);

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 300);
