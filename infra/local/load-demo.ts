// Loads the demo company, once for a data folder. The loader (`demo.ts`) talks to the gateway only and may be repeated; a failure does not stop the system.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { logPath, openLog } from './logs.ts';
import type { Secrets } from './secrets.ts';
import { demoEnvironment, demoFile } from './service-env.ts';
import type { Settings } from './settings.ts';

export interface DemoOptions {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  readonly abort: AbortSignal;
  /** The loader's script; beside this file unless told. */
  readonly script?: string;
}

export interface SignIn {
  readonly name: string;
  readonly role: string;
  readonly employeeNo: string;
  readonly password: string;
}

/** Runs the loader unless this very loader has already done its work here. */
export async function loadDemo(options: DemoOptions): Promise<void> {
  const { settings, say, abort } = options;
  const script = options.script ?? join(import.meta.dirname, 'demo.ts');
  if (!existsSync(script)) return;
  const stampFile = join(settings.home, 'demo.stamp');
  const stamp = await stampOf(script);
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return say('The demo company is there from an earlier start');
  say('Loading the demo company');
  const code = await runLoader(script, options);
  abort.throwIfAborted();
  if (code === 0) await writeFile(stampFile, stamp);
  else say(`The demo company could not be loaded (code ${code}): see ${logPath(settings.home, 'demo')}; the next start tries again`);
}

/** Changes with the loader and with what it loads: the folder beside it that has its name. */
async function stampOf(script: string): Promise<string> {
  const folder = script.slice(0, -extname(script).length);
  const parts = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile());
  const paths = [script, ...parts.map((entry) => join(entry.parentPath, entry.name)).sort()];
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path.slice(folder.length)).update(await readFile(path));
  return hash.digest('hex');
}

/** The demo sign-ins as the loader wrote them, or none. */
export async function readSignIns(settings: Settings): Promise<readonly SignIn[]> {
  try {
    const { signIns } = JSON.parse(await readFile(demoFile(settings), 'utf8')) as { signIns?: SignIn[] };
    return Array.isArray(signIns) ? signIns : [];
  } catch {
    return [];
  }
}

/** What the loader prints is shown as progress; what goes wrong is in its log. */
function runLoader(script: string, options: DemoOptions): Promise<number | null> {
  const { settings, secrets, env, say, abort } = options;
  const log = openLog(logPath(settings.home, 'demo'));
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], {
      env: demoEnvironment(settings, secrets, env),
      stdio: ['ignore', 'pipe', log.fd],
      detached: true,
    });
    const end = () => child.kill('SIGKILL');
    abort.addEventListener('abort', end, { once: true });
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => say(`  ${line}`));
    const settle = (code: number | null) => {
      abort.removeEventListener('abort', end);
      log.close();
      resolve(code);
    };
    child.once('error', () => settle(null));
    child.once('close', settle);
  });
}
