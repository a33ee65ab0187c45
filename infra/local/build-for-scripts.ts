// For scripts that import the product's libraries: they run from dist, which a fresh clone does not have yet.
import { join } from 'node:path';
import { runCommand } from './commands.ts';
import { Problem } from './problem.ts';

const LIMIT_MS = 300_000;

/** Compiles what has changed. @throws Problem with the compiler's words. */
export async function buildForScripts(): Promise<void> {
  const script = join(import.meta.dirname, '../../libs/tooling/src/build.ts');
  const { code, output } = await runCommand(process.execPath, [script], { timeoutMs: LIMIT_MS });
  if (code !== 0) throw new Problem(output.trim() || 'The build failed without a word.');
}
