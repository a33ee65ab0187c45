// What a run of stages prints: a line when a stage begins and ends, the words of the failing ones, a table, and the last line that scripts read.
import type { Counts } from './jest-results.ts';
import type { Stage, StageResult } from './stage.ts';

export interface Line extends Counts {
  readonly name: string;
  readonly seconds: number;
}

export const progress = {
  started: ({ name }: Stage): void => console.log(`...   ${name}`),
  ended: ({ name, ok, seconds, output }: StageResult): void => {
    console.log(`${ok ? 'ok   ' : 'FAIL '} ${name} (${seconds.toFixed(1)} s)`);
    if (!ok) console.log(indent(output));
  },
};

export function lineOf({ name, ok, seconds }: StageResult): Line {
  return { name, seconds, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

export function totalOf(lines: readonly Counts[]): Counts {
  return lines.reduce((total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

/** The table, then `N passed, N failed` as the last line. Exit code 1 when anything failed, or when nothing ran. */
export function conclude(lines: readonly Line[], startedAt: number): number {
  const { passed, failed } = totalOf(lines);
  console.log('');
  for (const line of lines) {
    console.log(
      `${line.name.padEnd(22)} ${line.seconds.toFixed(1).padStart(7)} s ${String(line.passed).padStart(6)} passed ${String(line.failed).padStart(4)} failed`,
    );
  }
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(0)} s in all`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
