// Log files of the processes. Each process writes into its file by itself, so nothing is lost when the supervisor dies;
// the supervisor only keeps the files small.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { copyFile, open, readdir, rename, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';

export const LOG_LIMIT_BYTES = 10 * 1024 ** 2;
const KEPT_OLD_FILES = 3;
const CHECK_EVERY_MS = 30_000;

export const logFolder = (home: string): string => join(home, 'logs');
export const logPath = (home: string, name: string): string => join(logFolder(home), `${name}.log`);

/** Opens a log for appending. Appending matters: after the file was emptied, the next line goes to its start. */
export function openLog(path: string): { readonly fd: number; close(): void } {
  mkdirSync(join(path, '..'), { recursive: true });
  const fd = openSync(path, 'a', 0o600);
  return { fd, close: () => closeSync(fd) };
}

/** Checks the folder now and then. @returns how to stop that. */
export function keepLogsSmall(folder: string): () => void {
  const timer = setInterval(() => void rotateLogs(folder, LOG_LIMIT_BYTES).catch(() => undefined), CHECK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Sets every log above the limit aside as `name.log.1` (older ones become .2 and .3) and empties it in place, because its writer keeps it open. */
export async function rotateLogs(folder: string, limitBytes: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((file) => file.endsWith('.log'))) {
    const path = join(folder, name);
    if ((await stat(path)).size <= limitBytes) continue;
    for (let number = KEPT_OLD_FILES - 1; number >= 1; number -= 1)
      await rename(`${path}.${number}`, `${path}.${number + 1}`).catch(() => undefined);
    await copyFile(path, `${path}.1`);
    await truncate(path, 0);
  }
}

/** The end of a log, at most that many lines; empty when there is none. */
export async function lastLines(path: string, count: number): Promise<string[]> {
  const WINDOW = 16_384;
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const start = Math.max(0, size - WINDOW);
      const buffer = Buffer.alloc(size - start);
      await file.read(buffer, 0, buffer.length, start);
      return buffer
        .toString()
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(-count);
    } finally {
      await file.close();
    }
  } catch {
    return [];
  }
}
