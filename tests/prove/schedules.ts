// Twenty thousand random loans: each schedule keeps its principal, falls to zero, rises in its dates and is what exact arithmetic gives by another
// way; quote, cost sheet and loan are the same bytes; and every table of the published sources is met to the fen.
import { join } from 'node:path';
import { runCommand } from '../../infra/local/commands.ts';
import { repositoryRoot } from '../../infra/local/binaries.ts';
import type { Figures } from '../lib/named-scripts.ts';
import { rounded } from '../lib/measure.ts';

const LOANS = 20_000;
const LIMIT_MS = 3_600_000;
const SPECS = 'finance/src/domain/(schedule/(build-schedule|published-tables)|quote/one-computation).spec';

export async function proveSchedules(say: (line: string) => void): Promise<Figures> {
  say(`${LOANS} random loans against exact arithmetic, ${LOANS} through quote, cost sheet and loan`);
  const startedAt = performance.now();
  const jest = join(repositoryRoot, 'node_modules/jest/bin/jest.js');
  const args = ['--experimental-vm-modules', '--no-warnings', jest, '--selectProjects', 'unit', '--testPathPatterns', SPECS];
  const env = { ...process.env, PROPERTY_RUNS: String(LOANS) };
  const { code, output } = await runCommand(process.execPath, args, { cwd: repositoryRoot, env, timeoutMs: LIMIT_MS });
  const tests = /^Tests:.*$/m.exec(output)?.[0] ?? '';
  say(tests);
  if (code !== 0) throw new Error(`does not hold:\n${output}`);
  return { loans: LOANS, tests, seconds: rounded((performance.now() - startedAt) / 1_000) };
}
