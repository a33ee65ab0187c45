// Installs the dependencies when they are missing or the lockfile has changed, then runs a script on the Node that came with them.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainNpm } from './npm-failure.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const ownNode = join(root, 'node_modules', '.bin', 'node');
const stampFile = join(root, 'node_modules', '.weilend-stamp');
const NEEDED_FREE_BYTES = 2 * 1024 ** 3;
const SHOW_EVERY_MS = 5_000;

/** @param {string[]} args script and its arguments; `--no-install` first makes missing dependencies an error */
export async function startOnOwnNode(args) {
  const startedAt = Date.now();
  const mayInstall = args[0] !== '--no-install';
  const [script = 'infra/local/up.ts', ...rest] = mayInstall ? args : args.slice(1);
  if (!dependenciesAreThere(root)) {
    if (!mayInstall)
      return fail('The dependencies are not installed, or package-lock.json has changed since: run `npm start` or `npm ci` first.');
    const problem = await install(startedAt);
    if (problem) return fail(problem);
  }
  if (!existsSync(ownNode)) {
    return fail(
      'The package `node` was installed without its program (install scripts are switched off?): run `npm config delete ignore-scripts`, remove node_modules and start again.',
    );
  }
  handOver([resolve(root, script), ...rest], { ...process.env, WEILEND_STARTED_AT: String(startedAt) });
}

/** True when node_modules holds what package-lock.json says. @param {string} folder root of the repository */
export function dependenciesAreThere(folder) {
  const lock = readOr(join(folder, 'package-lock.json'), '');
  const stamp = stampOf(lock);
  const file = join(folder, 'node_modules', '.weilend-stamp');
  if (readOr(file, '') === stamp) return true;
  // Installed by hand: npm keeps its own list of what it put there.
  const installed = readOr(join(folder, 'node_modules', '.package-lock.json'), '');
  if (!existsSync(join(folder, 'node_modules', '.bin', 'node')) || !sameVersions(lock, installed)) return false;
  tryToWrite(file, stamp);
  return true;
}

/** True when every package of the lockfile is installed in its version; optional ones (other systems') may be absent. */
export function sameVersions(lockText, installedText) {
  try {
    const wanted = JSON.parse(lockText).packages;
    const installed = JSON.parse(installedText).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      // Leftovers of earlier installations are in the list and needed by nobody.
      if (!path.startsWith('node_modules/') || entry.extraneous) return true;
      const found = installed[path];
      return found ? found.version === entry.version && Boolean(found.link) === Boolean(entry.link) : Boolean(entry.optional || entry.peer);
    });
  } catch {
    return false;
  }
}

const stampOf = (lockText) => createHash('sha256').update(`${process.platform} ${process.arch} ${lockText}`).digest('hex');

/** Runs `npm ci`. @returns the sentence that explains a failure, or undefined. */
async function install(startedAt) {
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < NEEDED_FREE_BYTES)
    return `Only ${((bavail * bsize) / 1024 ** 3).toFixed(1)} GB are free on the disk of ${root}, and 2 GB are needed: free some space and start again.`;
  const home = resolve(root, process.env.WEILEND_HOME || '.local');
  const logPath = join(home, 'logs', 'npm-ci.log');
  try {
    mkdirSync(dirname(logPath), { recursive: true, mode: 0o700 });
  } catch (thrown) {
    return `The data folder ${home} cannot be written to (${thrown.code}): make it writable for this user, or choose another with WEILEND_HOME.`;
  }
  const total = packageCount(readOr(join(root, 'package-lock.json'), ''));
  const say = (line) => console.log(`[${String(Math.round((Date.now() - startedAt) / 1000)).padStart(3)} s] ${line}`);
  say(`Installing the dependencies (${total} packages, once)`);
  const { code, output } = await runNpmCi(logPath, home, (fetched) => say(`  ${fetched} of about ${total} packages fetched`));
  if (code !== 0) return explainNpm(output, logPath);
  tryToWrite(stampFile, stampOf(readOr(join(root, 'package-lock.json'), '')));
  say('The dependencies are installed');
  return undefined;
}

function runNpmCi(logPath, home, progress) {
  const [command, ...before] = npmCommand(process.env);
  // `--include=dev` whatever NODE_ENV says: compiler and server downloader are development dependencies.
  const args = [
    ...before,
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=http',
    '--fetch-retries=1',
    '--fetch-timeout=60000',
  ];
  const log = openSync(logPath, 'w', 0o600);
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env: installEnvironment(process.env, home), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let fetched = 0;
    const collect = (chunk) => {
      writeSync(log, chunk);
      fetched += (String(chunk).match(/http (fetch|cache) .*\.tgz/g) ?? []).length;
      output = (output + chunk).slice(-60_000);
    };
    const show = setInterval(() => progress(fetched), SHOW_EVERY_MS);
    const settle = (code) => {
      clearInterval(show);
      closeSync(log);
      done({ code, output });
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (failure) => {
      output += failure.message;
      settle(null);
    });
    child.once('close', settle);
  });
}

/** The npm that runs this very script, else the one on PATH. */
export function npmCommand(env) {
  const cli = env.npm_execpath;
  return cli && /\.c?js$/.test(cli) && existsSync(cli) ? [process.execPath, cli] : ['npm'];
}

/** npm needs a folder for its cache; a home that is not there or not writable must not stop it. */
export function installEnvironment(env, home) {
  const { NODE_ENV: _, npm_config_omit: __, ...rest } = env;
  return isWritable(env.HOME) ? rest : { ...rest, npm_config_cache: join(home, 'npm-cache') };
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function packageCount(lockText) {
  try {
    return Object.values(JSON.parse(lockText).packages).filter((entry) => entry.resolved || entry.integrity).length;
  } catch {
    return 0;
  }
}

/** Becomes the script's process where Node can, and otherwise waits for it, so that Ctrl-C and exit codes are the script's. */
function handOver(args, env) {
  if (typeof process.execve === 'function') {
    // The warning that execve is young would be the first thing a newcomer reads.
    process.removeAllListeners('warning');
    process.execve(ownNode, [ownNode, ...args], env);
  }
  const child = spawn(ownNode, args, { stdio: 'inherit', env });
  // The terminal sends Ctrl-C to both; a signal meant for this process alone is passed on. The script takes both as one.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  child.once('error', (failure) =>
    fail(`The project's own Node does not run on this machine (${failure.message}): remove node_modules and start again.`),
  );
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exitCode = 1;
}

function readOr(path, other) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return other;
  }
}

function tryToWrite(path, text) {
  try {
    writeFileSync(path, text);
  } catch {
    // Only a shortcut for the next start.
  }
}
