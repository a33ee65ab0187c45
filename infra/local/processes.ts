// Which process is which. A process id alone may belong to somebody else after a crash or a reboot; together with the moment it started it does not.
import { readFile } from 'node:fs/promises';
import { pause, runCommand } from './commands.ts';

export interface ProcessMark {
  readonly pid: number;
  /** Text that differs between two processes that had the same id; opaque. */
  readonly startedMark: string;
}

/** The mark of a living process, or undefined when there is none with this id. A zombie counts as gone. */
export async function markOf(pid: number): Promise<ProcessMark | undefined> {
  if (!isPid(pid)) return undefined;
  const startedMark = process.platform === 'linux' ? await linuxStart(pid) : await psStart(pid);
  return startedMark === undefined ? undefined : { pid, startedMark };
}

/** True when the very process of the mark still lives. */
export async function isAlive(mark: ProcessMark): Promise<boolean> {
  return (await markOf(mark.pid))?.startedMark === mark.startedMark;
}

/** Asks the process to end, waits, then forces it. Resolves when it is gone; true when force was needed. */
export async function endProcess(mark: ProcessMark, graceMs: number): Promise<boolean> {
  const EVERY_MS = 50;
  if (!(await isAlive(mark))) return false;
  signal(mark.pid, 'SIGTERM');
  for (let waited = 0; waited < graceMs; waited += EVERY_MS) {
    if (!(await isAlive(mark))) return false;
    await pause(EVERY_MS);
  }
  signal(mark.pid, 'SIGKILL');
  while (await isAlive(mark)) await pause(EVERY_MS);
  return true;
}

/** Sends the signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone: that is what the signal was for.
  }
}

const isPid = (pid: number): boolean => Number.isSafeInteger(pid) && pid > 0;

async function linuxStart(pid: number): Promise<string | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in parentheses and may hold blanks and parentheses itself.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return `${boot.trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

async function psStart(pid: number): Promise<string | undefined> {
  const { code, output } = await runCommand('ps', ['-o', 'lstart=', '-p', String(pid)], { timeoutMs: 5_000 });
  return code === 0 && output.trim() !== '' ? output.trim() : undefined;
}
