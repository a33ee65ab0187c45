// Fetches MongoDB from its makers' site, with mongodb-memory-server-core as downloader only (it knows which build fits which system).
// It runs in a process of its own, so that it can be ended: on a closed network a connection may hang instead of failing.
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './commands.ts';

/** No byte for this long after the start: unreachable. */
const FIRST_BYTE_LIMIT_MS = 7_000;
/** No further byte for this long: the line is dead. */
const STALL_LIMIT_MS = 20_000;
const WHOLE_LIMIT_MS = 600_000;
const WATCH_EVERY_MS = 500;

/** Downloads that version of mongod to `target`. @throws Error whose message says why it could not. */
export async function fetchOfficialMongod(version: string, target: string, signal?: AbortSignal): Promise<void> {
  const folder = await mkdtemp(`${target}.official-`);
  const stalled = new AbortController();
  const watch = watchProgress(folder, stalled);
  try {
    const result = await runCommand(process.execPath, ['--input-type=module', '--eval', downloaderScript()], {
      timeoutMs: WHOLE_LIMIT_MS,
      signal: signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal,
      env: downloaderEnv(process.env, version, folder),
    });
    if (stalled.signal.aborted) throw new Error('the MongoDB download site is unreachable (no data arrived)');
    if (result.code !== 0) throw new Error(explainDownloader(result.output));
    const binary = (await readdir(folder)).find((name) => name.startsWith('mongod-') && !name.endsWith('.md5'));
    if (!binary) throw new Error('the download held no mongod');
    await rename(join(folder, binary), target);
  } finally {
    clearInterval(watch);
    await rm(folder, { recursive: true, force: true });
  }
}

function downloaderScript(): string {
  const module = createRequire(import.meta.url).resolve('mongodb-memory-server-core');
  return `
    import core from ${JSON.stringify(pathToFileURL(module).href)};
    await core.MongoBinary.getPath({ version: process.env.MONGOMS_VERSION, downloadDir: process.env.MONGOMS_DOWNLOAD_DIR, checkMD5: true });
  `;
}

/** Environment of the downloader. It verifies certificates only when told to, which is why the npm setting is forced. */
export function downloaderEnv(env: NodeJS.ProcessEnv, version: string, folder: string): NodeJS.ProcessEnv {
  return {
    ...env,
    NODE_OPTIONS: '',
    npm_config_strict_ssl: 'true',
    MONGOMS_VERSION: version,
    MONGOMS_DOWNLOAD_DIR: folder,
    MONGOMS_PREFER_GLOBAL_PATH: 'false',
    MONGOMS_MAX_RETRIES: '1',
    MONGOMS_MD5_CHECK: 'true',
    MONGOMS_RUNTIME_DOWNLOAD: 'true',
  };
}

/** Aborts `stalled` when the downloaded file stops growing. */
function watchProgress(folder: string, stalled: AbortController): NodeJS.Timeout {
  let bytes = 0;
  let lastGrowth = Date.now();
  return setInterval(() => {
    void downloadedBytes(folder).then((now) => {
      if (now > bytes) lastGrowth = Date.now();
      bytes = Math.max(bytes, now);
      if (Date.now() - lastGrowth > (bytes === 0 ? FIRST_BYTE_LIMIT_MS : STALL_LIMIT_MS)) stalled.abort();
    });
  }, WATCH_EVERY_MS);
}

async function downloadedBytes(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

export function explainDownloader(output: string): string {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ECONNRESET/.test(output))
    return 'the MongoDB download site is unreachable';
  if (/ENOSPC/.test(output)) return 'the disk is full';
  if (/403/.test(output)) return 'there is no official build of this version for this system';
  const line = output.split('\n').find((text) => /error/i.test(text));
  return (line ?? 'the download failed').trim();
}
