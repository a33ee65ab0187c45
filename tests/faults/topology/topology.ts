// The whole system for one run, on ports and in a folder of its own: three MongoDB members, Redis, eight departments and the gateway, each under a keeper
// that starts it again when it dies, with a proxy that can fall ill before every server and every department.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideMongod, provideRedis, repositoryRoot } from '../../../infra/local/binaries.ts';
import { type Department, departments } from '../../../infra/local/departments.ts';
import { logPath } from '../../../infra/local/logs.ts';
import { loadDemo } from '../../../infra/local/load-demo.ts';
import { signal } from '../../../infra/local/processes.ts';
import { loadSecrets } from '../../../infra/local/secrets.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';
import type { ProcessSpec, Supervised } from '../../../infra/local/supervisor.ts';
import { supervise } from '../../../infra/local/supervisor.ts';
import { buildForScripts } from '../../../infra/local/build-for-scripts.ts';
import type { Patch } from '../mutants/patches.ts';
import { pointPatches } from '../mutants/patches.ts';
import { copyBuiltTree, patchTree } from './built-tree.ts';
import { Controls } from './control.ts';
import { gatewayPart, memberPart, redisPart, serviceParts } from './parts.ts';
import type { TopologyPlan } from './plan.ts';
import { makePlan, settingsOf } from './plan.ts';
import { FaultProxy } from './proxy.ts';
import { formReplicaSet } from './replica-set.ts';

const SERVER_LIMIT_MS = 120_000;
const SERVICE_LIMIT_MS = 240_000;

export interface TopologyOptions {
  /** Changes to the copied product beside the named points. */
  readonly patches: readonly Patch[];
  readonly say: (line: string) => void;
}

export class FaultTopology {
  readonly plan: TopologyPlan;
  readonly secrets: Secrets;
  readonly controls: Controls;
  readonly proxies = new Map<string, FaultProxy>();
  readonly #options: TopologyOptions;
  readonly #parts = new Map<string, Supervised>();
  readonly #pids = new Map<string, number>();
  readonly #starts = new Map<string, number>();
  readonly #abort = new AbortController();
  #redis: ProcessSpec | undefined;

  private constructor(plan: TopologyPlan, secrets: Secrets, options: TopologyOptions) {
    this.plan = plan;
    this.secrets = secrets;
    this.#options = options;
    this.controls = new Controls(plan.home);
  }

  /** A home and a plan; nothing runs yet, and `stop` is right from here on. */
  static async prepare(options: TopologyOptions): Promise<FaultTopology> {
    const home = await mkdtemp(join(tmpdir(), 'weilend-faults-'));
    return new FaultTopology(await makePlan(home), await loadSecrets(home), options);
  }

  get gatewayUrl(): string {
    return `http://127.0.0.1:${this.plan.ports.gateway}`;
  }

  get demoFile(): string {
    return join(this.plan.home, 'demo.json');
  }

  async start(): Promise<void> {
    const { plan, secrets } = this;
    const { say, patches } = this.#options;
    await buildForScripts();
    await copyBuiltTree(repositoryRoot, plan.tree);
    await patchTree(plan.tree, [...pointPatches, ...patches]);
    await mkdir(join(plan.home, 'control'), { recursive: true });
    await this.#listen();
    await this.#startServers();
    const settings = settingsOf(plan, secrets);
    const specs = [...serviceParts(plan, secrets, this.controls), gatewayPart(plan, secrets, this.controls)];
    await Promise.all(specs.map((spec) => this.launch(spec).untilReady(SERVICE_LIMIT_MS, this.#abort.signal)));
    say(`${specs.length} processes are ready at ${this.gatewayUrl}`);
    await loadDemo({ settings, secrets, env: process.env, say: () => undefined, abort: this.#abort.signal });
    if (!existsSync(this.demoFile))
      throw new Error(`the demo company could not be loaded: ${await readFile(logPath(plan.home, 'demo'), 'utf8')}`);
  }

  /** Process id of a part, undefined while it is down. */
  pidOf(name: string): number | undefined {
    return this.#pids.get(name);
  }

  /** How often each part was started. */
  get starts(): ReadonlyMap<string, number> {
    return this.#starts;
  }

  /** Sends a signal. @returns false when the part is down */
  signal(name: string, which: NodeJS.Signals): boolean {
    const pid = this.#pids.get(name);
    if (pid !== undefined) signal(pid, which);
    return pid !== undefined;
  }

  launch(spec: ProcessSpec): Supervised {
    this.#abort.signal.throwIfAborted();
    const part = supervise(spec, {
      say: () => undefined,
      changed: (name, mark) => {
        if (!mark) return void this.#pids.delete(name);
        this.#pids.set(name, mark.pid);
        this.#starts.set(name, (this.#starts.get(name) ?? 0) + 1);
      },
    });
    this.#parts.set(spec.name, part);
    return part;
  }

  /** Stops a department as a deployment does (SIGTERM, time to drain) and starts its next version: a copy of the product with `patches`. */
  async deploy(department: Department, patches: readonly Patch[]): Promise<void> {
    const next = { ...this.plan, tree: `${this.plan.tree}-next` };
    await copyBuiltTree(repositoryRoot, next.tree);
    await patchTree(next.tree, [...pointPatches, ...patches]);
    const spec = serviceParts(next, this.secrets, this.controls).find(({ name }) => name === department);
    if (!spec) throw new Error(`there is no ${department}`);
    await this.#parts.get(department)?.stop();
    await this.launch(spec).untilReady(SERVICE_LIMIT_MS, this.#abort.signal);
  }

  /** Ends Redis by force, does `meanwhile` with its files, and starts it again. */
  async restartRedis(meanwhile: () => Promise<void>): Promise<void> {
    this.#parts.get('redis')?.kill();
    while (this.#pids.has('redis')) await new Promise((resolve) => setTimeout(resolve, 20));
    await meanwhile();
    if (this.#redis) await this.launch(this.#redis).untilReady(SERVER_LIMIT_MS, this.#abort.signal);
  }

  async untilReady(limitMs: number): Promise<void> {
    await Promise.all([...this.#parts.values()].map((part) => part.untilReady(limitMs, this.#abort.signal)));
  }

  /** Ends everything at once, as a run's data are of no use to anybody afterwards, and removes the folder. */
  async stop(): Promise<void> {
    this.kill();
    while (this.#pids.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all([...this.proxies.values()].map((proxy) => proxy.close()));
    await rm(this.plan.home, { recursive: true, force: true, maxRetries: 5 });
  }

  kill(): void {
    this.#abort.abort(new Error('the run is stopped'));
    for (const part of this.#parts.values()) part.kill();
  }

  async #listen(): Promise<void> {
    const { members, ports, proxied } = this.plan;
    for (const { name, port, knownPort } of members) this.proxies.set(name, await FaultProxy.listen(knownPort, port));
    this.proxies.set('redis', await FaultProxy.listen(proxied.redis, ports.redis));
    for (const name of departments) this.proxies.set(name, await FaultProxy.listen(proxied.services[name], ports.services[name]));
  }

  async #startServers(): Promise<void> {
    const { plan, secrets } = this;
    const [mongod, redisServer] = await Promise.all([provideMongod(), provideRedis()]);
    this.#redis = await redisPart(plan, secrets, redisServer);
    const specs = [
      this.#redis,
      ...(await Promise.all(plan.members.map((member) => memberPart(plan, secrets, { member, binary: mongod })))),
    ];
    await Promise.all(specs.map((spec) => this.launch(spec).untilReady(SERVER_LIMIT_MS, this.#abort.signal)));
    await formReplicaSet(plan.members, secrets);
  }
}
