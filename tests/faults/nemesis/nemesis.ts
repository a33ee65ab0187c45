// Does to the running system what the schedule says, and takes it all back at the end.
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pause } from '../../../infra/local/commands.ts';
import { departments } from '../../../infra/local/departments.ts';
import type { ReaderName, Readers } from '../readers/readers.ts';
import { findPrimary } from '../topology/replica-set.ts';
import type { FaultTopology } from '../topology/topology.ts';
import { QueueMischief } from './queue-mischief.ts';
import type { Fault, FaultKind } from './schedule.ts';

export interface NemesisParts {
  readonly topology: FaultTopology;
  readonly readers: Readers;
  readonly advanceClock: (hours: number) => Promise<void>;
  readonly say: (line: string) => void;
}

type Deed = (fault: Fault) => Promise<void>;

export class Nemesis {
  readonly mischief: QueueMischief;
  readonly #parts: NemesisParts;
  readonly #done = new Map<FaultKind, number>();
  readonly #running = new Set<Promise<void>>();
  #over = false;

  constructor(parts: NemesisParts) {
    this.#parts = parts;
    const { plan, secrets } = parts.topology;
    this.mischief = new QueueMischief(plan.ports.redis, secrets.redisPassword);
  }

  /** Faults that were carried out, by kind. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#done].sort());
  }

  /** Carries the schedule out; faults that last run beside the next ones. */
  async storm(schedule: readonly Fault[]): Promise<void> {
    const began = performance.now();
    for (const fault of schedule) {
      await pause(Math.max(0, fault.atMs - (performance.now() - began)));
      if (this.#over) return;
      const deed = this.perform(fault).catch((thrown: unknown) => this.#parts.say(`${fault.kind} was not possible: ${String(thrown)}`));
      this.#running.add(deed);
      void deed.finally(() => this.#running.delete(deed));
    }
    await Promise.all(this.#running);
  }

  async perform(fault: Fault): Promise<void> {
    await this.#deeds[fault.kind](fault);
    this.#done.set(fault.kind, (this.#done.get(fault.kind) ?? 0) + 1);
  }

  /** Everything is healthy and up again when it resolves. */
  async heal(limitMs: number): Promise<void> {
    this.#over = true;
    const { topology } = this.#parts;
    for (const proxy of topology.proxies.values()) proxy.heal();
    this.wakeAll();
    await Promise.all(this.#running);
    for (const name of [...departments, 'gateway']) await topology.controls.change(name, ({ died }) => (died ? { died } : {}));
    await topology.untilReady(limitMs);
  }

  wakeAll(): void {
    const { topology } = this.#parts;
    const names = [...departments, 'gateway', 'redis', ...topology.plan.members.map((member) => member.name)];
    for (const name of names) topology.signal(name, 'SIGCONT');
  }

  readonly #deeds: Readonly<Record<FaultKind, Deed>> = {
    'kill-service': async ({ target }) => void this.#parts.topology.signal(target, 'SIGKILL'),
    'pause-service': (fault) => this.#stopFor(fault.target, fault.forMs),
    'kill-primary': async () => void this.#parts.topology.signal(await this.#primary(), 'SIGKILL'),
    'pause-primary': async (fault) => this.#stopFor(await this.#primary(), fault.forMs),
    'kill-redis': async () => void this.#parts.topology.signal('redis', 'SIGKILL'),
    'flush-redis': async () => void (await this.mischief.flush()),
    'old-redis': (fault) => this.#restoreOldRedis(fault.forMs),
    refuse: (fault) => this.#illFor(fault, { kind: 'refuse' }),
    cut: async ({ target }) => void this.#parts.topology.proxies.get(target)?.cut(),
    delay: (fault) => this.#illFor(fault, { kind: 'delay', ms: fault.amount }),
    'black-hole': (fault) => this.#illFor(fault, { kind: 'black-hole' }),
    duplicate: async ({ target, amount }) => void (await this.mischief.duplicate(target, amount)),
    reorder: async ({ target, forMs }) => void (await this.mischief.reorder(target, forMs)),
    'clock-jump': (fault) => this.#jump(fault),
    'die-at': ({ target, amount, point }) =>
      this.#parts.topology.controls.change(target, (control) => ({ ...control, points: point ? { [point]: amount } : {} })),
    'kill-reader': async ({ target }) => this.#parts.readers.kill(target as ReaderName),
    'advance-clock': ({ amount }) => this.#parts.advanceClock(amount),
  };

  async #primary(): Promise<string> {
    const { plan, secrets } = this.#parts.topology;
    return (await findPrimary(plan.members, secrets.mongoRootPassword))?.name ?? plan.members[0]?.name ?? '';
  }

  async #stopFor(name: string, ms: number): Promise<void> {
    this.#parts.topology.signal(name, 'SIGSTOP');
    await this.#lasting(ms);
    this.#parts.topology.signal(name, 'SIGCONT');
  }

  async #illFor(
    { target, forMs }: Fault,
    illness: Parameters<NonNullable<ReturnType<FaultTopology['proxies']['get']>>['fall']>[0],
  ): Promise<void> {
    const proxy = this.#parts.topology.proxies.get(target);
    proxy?.fall(illness);
    await this.#lasting(forMs);
    proxy?.heal();
  }

  async #jump({ target, forMs, amount }: Fault): Promise<void> {
    const { controls } = this.#parts.topology;
    await controls.change(target, (control) => ({ ...control, offsetMs: amount }));
    await this.#lasting(forMs);
    await controls.change(target, (control) => ({ ...control, offsetMs: 0 }));
  }

  async #restoreOldRedis(ageMs: number): Promise<void> {
    const { topology } = this.#parts;
    const [folder, kept] = [join(topology.plan.home, 'redis'), join(topology.plan.home, 'redis-old')];
    await rm(kept, { recursive: true, force: true });
    await mkdir(kept, { recursive: true });
    const appendOnly = async (of: string): Promise<string[]> => (await readdir(of)).filter((name) => name.startsWith('appendonly'));
    for (const name of await appendOnly(folder)) await cp(join(folder, name), join(kept, name), { recursive: true });
    await this.#lasting(ageMs);
    await topology.restartRedis(async () => {
      for (const name of await appendOnly(folder)) await rm(join(folder, name), { recursive: true, force: true });
      for (const name of await appendOnly(kept)) await cp(join(kept, name), join(folder, name), { recursive: true });
    });
  }

  /** A healing does not wait for what would last longer. */
  async #lasting(ms: number): Promise<void> {
    const EVERY_MS = 100;
    for (let waited = 0; waited < ms && !this.#over; waited += EVERY_MS) await pause(EVERY_MS);
  }
}
