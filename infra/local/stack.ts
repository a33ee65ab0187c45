// Brings the whole system up on this machine and down again: servers, users, build, departments, gateway, demo company.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { provideMongod, provideRedis } from './binaries.ts';
import { runCommand } from './commands.ts';
import { loadDemo } from './load-demo.ts';
import { keepLogsSmall, logFolder } from './logs.ts';
import { checkDisk, checkPorts, makeHome } from './preflight.ts';
import { Problem } from './problem.ts';
import type { ProcessMark } from './processes.ts';
import { endLeftovers, leaveHome, stopOrder, takeHome, writeRunFile } from './run-file.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { gatewaySpec, mongodSpec, redisSpec, serviceSpecs } from './stack-parts.ts';
import { type ProcessSpec, type Supervised, supervise } from './supervisor.ts';

const SERVER_LIMIT_MS = 120_000;
const SERVICE_LIMIT_MS = 240_000;

export interface StackOptions {
  readonly settings: Settings;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** Ends the start where it is; `stop` is still to be called. */
  readonly abort: AbortSignal;
}

/** One copy of the system. `start` may fail at any point; `stop` is right after whatever `start` reached. */
export class Stack {
  readonly #options: StackOptions;
  readonly #running = new Map<string, Supervised>();
  readonly #marks = new Map<string, ProcessMark>();
  #state: 'starting' | 'ready' = 'starting';
  #holdsHome = false;
  #stopLogKeeper: () => void = () => undefined;
  /** Ends the other parts of a start when one part has failed. */
  readonly #halt = new AbortController();
  readonly #abort: AbortSignal;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: StackOptions) {
    this.#options = options;
    this.#abort = AbortSignal.any([options.abort, this.#halt.signal]);
  }

  async start(): Promise<void> {
    const { settings, env, say } = this.#options;
    await this.#claimHome();
    const secrets = await loadSecrets(settings.home);
    this.#stopLogKeeper = keepLogsSmall(logFolder(settings.home));
    await this.#together([this.#startMongod(secrets), this.#startRedis(secrets), this.#build()]);
    const specs = [...serviceSpecs(settings, secrets, env), gatewaySpec(settings, env)];
    say(`Starting ${specs.length} processes`);
    const began = performance.now();
    let ready = 0;
    await this.#together(
      specs.map(async (spec) => {
        await this.#launch(spec).untilReady(SERVICE_LIMIT_MS, this.#abort);
        ready += 1;
        say(`${spec.name} is ready (${ready} of ${specs.length}, ${((performance.now() - began) / 1000).toFixed(0)} s)`);
      }),
    );
    await loadDemo({ settings, secrets, env, say, abort: this.#abort });
    this.#state = 'ready';
    await this.#record();
  }

  /** Stops in order: gateway, departments, Redis, MongoDB. Whoever still runs afterwards was ended by force. */
  async stop(): Promise<void> {
    this.#stopLogKeeper();
    for (const names of stopStages([...this.#running.keys()])) {
      const stage = names.flatMap((name) => this.#running.get(name) ?? []);
      await Promise.all(stage.map((process) => process.stop()));
    }
    await this.#writing;
    if (this.#holdsHome) await leaveHome(this.#options.settings.home);
  }

  /** Ends everything at once. */
  kill(): void {
    for (const process of this.#running.values()) process.kill();
  }

  async #claimHome(): Promise<void> {
    const { settings, say } = this.#options;
    await makeHome(settings.home);
    await takeHome(settings.home);
    this.#holdsHome = true;
    const left = await endLeftovers(settings.home);
    if (left.length > 0) say(`Ended what an earlier start left behind: ${left.join(', ')}`);
    await checkDisk(settings.home);
    await checkPorts(settings);
    await this.#record();
  }

  async #startMongod(secrets: Secrets): Promise<void> {
    const { settings, env, say } = this.#options;
    if (settings.mongodbUri) return say('MongoDB: the one of MONGODB_URI');
    const binary = await provideMongod({ env, say, signal: this.#abort });
    await mkdir(join(settings.home, 'mongo'), { recursive: true });
    await this.#launch(await mongodSpec(settings, secrets, binary)).untilReady(SERVER_LIMIT_MS, this.#abort);
    const { mongodb: port } = settings.ports;
    const target = { host: '127.0.0.1', port, replSet: 'rs0', memberHost: `127.0.0.1:${port}` };
    const order = { target, secrets: { rootPassword: secrets.mongoRootPassword, servicePasswords: secrets.mongoPasswords } };
    await this.#run('prepare-mongo.ts', [], JSON.stringify(order));
    say(`MongoDB is ready (port ${port}, ${binary})`);
  }

  async #startRedis(secrets: Secrets): Promise<void> {
    const { settings, env, say } = this.#options;
    if (settings.redisUrl) return say('Redis: the one of REDIS_URL');
    const binary = await provideRedis({ env, say, signal: this.#abort });
    await this.#launch(await redisSpec(settings, secrets, binary)).untilReady(SERVER_LIMIT_MS, this.#abort);
    say(`Redis is ready (port ${settings.ports.redis}, ${binary})`);
  }

  async #build(): Promise<void> {
    const output = await this.#run('../../libs/tooling/src/build.ts', []);
    this.#options.say(output.trim().split('\n').at(-1) ?? '');
  }

  /** Like Promise.all, but the first failure ends the others, and they have ended when it is thrown. */
  async #together(works: readonly Promise<void>[]): Promise<void> {
    const failures: unknown[] = [];
    const watched = works.map((work) =>
      work.catch((thrown: unknown) => {
        failures.push(thrown);
        this.#halt.abort(new Error('another part failed'));
      }),
    );
    await Promise.all(watched);
    if (failures.length > 0) throw failures[0];
  }

  /** Runs a script of this repository to its end. @throws Problem with what it printed when it fails. */
  async #run(script: string, args: readonly string[], input?: string): Promise<string> {
    const result = await runCommand(process.execPath, [join(import.meta.dirname, script), ...args], {
      timeoutMs: 300_000,
      signal: this.#abort,
      input,
    });
    this.#abort.throwIfAborted();
    if (result.code !== 0) throw new Problem(result.output.trim() || `${script} ended without a word (code ${result.code}).`);
    return result.output;
  }

  /** Never starts anything after `stop` was asked for: what it starts would be left behind. */
  #launch(spec: ProcessSpec): Supervised {
    this.#abort.throwIfAborted();
    const supervised = supervise(spec, {
      say: this.#options.say,
      changed: (name, mark) => {
        if (mark) this.#marks.set(name, mark);
        else this.#marks.delete(name);
        void this.#record();
      },
    });
    this.#running.set(spec.name, supervised);
    return supervised;
  }

  /** Writes run.json, one write after the other. */
  #record(): Promise<void> {
    const { home, gatewayUrl, ports } = this.#options.settings;
    const run = { pid: process.pid, state: this.#state, gatewayUrl, ports, processes: Object.fromEntries(this.#marks) };
    // A full disk must not take the supervisor down with it: the file only helps the next start.
    this.#writing = this.#writing.then(() => writeRunFile(home, run)).catch(() => undefined);
    return this.#writing;
  }
}

/** The names in groups that may stop together: the gateway, the departments, Redis, MongoDB. */
export function stopStages(names: readonly string[]): string[][] {
  const stages: string[][] = [];
  let inDepartments = false;
  for (const name of stopOrder(names)) {
    const isDepartment = !['gateway', 'redis', 'mongod'].includes(name);
    if (isDepartment && inDepartments) stages.at(-1)?.push(name);
    else stages.push([name]);
    inDepartments = isDepartment;
  }
  return stages;
}
