// The department systems outside: each has read exactly what the log holds, every event once, and each subject in its order.
import type { ReadEvent } from '../readers/reader-file.ts';
import type { LoggedFact, Verdict } from './facts.ts';
import { repeated } from './facts.ts';

export function readerAgrees(name: string, read: readonly ReadEvent[], log: readonly LoggedFact[]): Verdict {
  const logged = new Set(log.filter(({ placed }) => placed).map(({ _id }) => _id));
  const seen = new Set(read.map(({ id }) => id));
  const last = new Map<string, number>();
  const disordered = read.filter(({ source, subject, sequence }) => {
    const lane = `${source}:${subject}`;
    const before = last.get(lane) ?? 0;
    last.set(lane, Number(sequence));
    return Number(sequence) <= before;
  });
  return {
    checked: read.length,
    problems: [
      ...[...logged].filter((id) => !seen.has(id)).map((id) => `the ${name} reader never saw ${id}`),
      ...[...seen].filter((id) => !logged.has(id)).map((id) => `the ${name} reader saw ${id}, which the log does not hold`),
      ...repeated(read, ({ id }) => id).map(([id, times]) => `the ${name} reader saw ${id} ${times.length} times`),
      ...disordered.map(({ id, subject }) => `the ${name} reader saw ${id} of ${subject} out of order`),
    ],
  };
}
