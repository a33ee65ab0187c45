// Which faults happen when: drawn from the seed before the run begins, as plain data. Every kind comes once before any comes again.
import { departments } from '../../../infra/local/departments.ts';
import { Random } from '../lib/random.ts';
import { FAULT_POINTS } from '../mutants/patches.ts';
import { READERS } from '../readers/readers.ts';

export const FAULT_KINDS = [
  'kill-service',
  'pause-service',
  'kill-primary',
  'pause-primary',
  'kill-redis',
  'flush-redis',
  'old-redis',
  'refuse',
  'cut',
  'delay',
  'black-hole',
  'duplicate',
  'reorder',
  'clock-jump',
  'die-at',
  'kill-reader',
  'advance-clock',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  /** After the beginning of the storm. */
  readonly atMs: number;
  readonly kind: FaultKind;
  /** Whom it hits; empty where the kind says it. */
  readonly target: string;
  /** How long it lasts; 0 for what is over at once. */
  readonly forMs: number;
  /** Milliseconds of a delay or a jump, passing of a point, hours of an advance. */
  readonly amount: number;
  readonly point?: (typeof FAULT_POINTS)[number];
}

export interface ScheduleOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly kinds: readonly FaultKind[];
}

const FIRST_MS = 4_000;
const GAP_MS = [4_000, 7_000] as const;
const HOUR_MS = 3_600_000;
const lines = ['redis', 'mongo1', 'mongo2', 'mongo3', ...departments];
const processes = [...departments, 'gateway'];

type Drawn = Omit<Fault, 'atMs' | 'kind'>;

const DRAWS: Readonly<Record<FaultKind, (random: Random) => Drawn>> = {
  'kill-service': (random) => ({ target: random.pick(processes), forMs: 0, amount: 0 }),
  // Longer than the lock of a job (15 s), so that somebody else takes it meanwhile.
  'pause-service': (random) => ({ target: random.pick(departments), forMs: random.between(16_000, 20_000), amount: 0 }),
  'kill-primary': () => ({ target: '', forMs: 0, amount: 0 }),
  'pause-primary': (random) => ({ target: '', forMs: random.between(6_000, 10_000), amount: 0 }),
  'kill-redis': () => ({ target: '', forMs: 0, amount: 0 }),
  'flush-redis': () => ({ target: '', forMs: 0, amount: 0 }),
  'old-redis': (random) => ({ target: '', forMs: random.between(3_000, 8_000), amount: 0 }),
  refuse: (random) => ({ target: random.pick(lines), forMs: random.between(2_000, 6_000), amount: 0 }),
  cut: (random) => ({ target: random.pick(lines), forMs: 0, amount: 0 }),
  delay: (random) => ({ target: random.pick(lines), forMs: random.between(4_000, 10_000), amount: random.between(50, 400) }),
  'black-hole': (random) => ({ target: random.pick(lines), forMs: random.between(3_000, 9_000), amount: 0 }),
  duplicate: (random) => ({ target: random.pick(departments), forMs: 1_000, amount: random.between(1, 3) }),
  reorder: (random) => ({ target: random.pick(departments), forMs: random.between(1_500, 3_000), amount: 0 }),
  'clock-jump': (random) => ({
    target: random.pick(departments),
    forMs: random.between(6_000, 14_000),
    amount: random.pick([-2, 2]) * HOUR_MS,
  }),
  'die-at': (random) => ({
    target: random.pick(departments),
    forMs: 0,
    amount: random.between(1, 6),
    point: random.pick(FAULT_POINTS),
  }),
  'kill-reader': (random) => ({ target: random.pick(READERS), forMs: 0, amount: 0 }),
  'advance-clock': (random) => ({ target: '', forMs: 0, amount: random.between(26, 60) }),
};

export function makeSchedule({ seed, minutes, kinds }: ScheduleOptions): Fault[] {
  const random = new Random(seed, 'nemesis');
  const endMs = minutes * 60_000;
  const faults: Fault[] = [];
  let waiting: FaultKind[] = [];
  for (let atMs = FIRST_MS; atMs < endMs && kinds.length > 0; atMs += random.between(...GAP_MS)) {
    if (waiting.length === 0) waiting = random.shuffled(kinds);
    const kind = waiting.pop() as FaultKind;
    faults.push({ atMs, kind, ...DRAWS[kind](random) });
  }
  return withAdvance(faults, kinds, random);
}

/** Work becomes late only when the clock is moved: that must not be missing in a short run. */
function withAdvance(faults: readonly Fault[], kinds: readonly FaultKind[], random: Random): Fault[] {
  if (!kinds.includes('advance-clock') || faults.some(({ kind }) => kind === 'advance-clock')) return [...faults];
  const middle = Math.floor(faults.length / 2);
  return faults.map((fault, place) =>
    place === middle ? { atMs: fault.atMs, kind: 'advance-clock', ...DRAWS['advance-clock'](random) } : fault,
  );
}

export function describeFault({ atMs, kind, target, forMs, amount, point }: Fault): string {
  const parts = [
    kind,
    target,
    point,
    amount === 0 ? '' : kind === 'clock-jump' ? `${amount > 0 ? '+' : ''}${amount / HOUR_MS} h` : String(amount),
    forMs > 0 ? `for ${forMs / 1_000} s` : '',
  ];
  return `${(atMs / 1_000).toFixed(1).padStart(7)} s  ${parts.filter(Boolean).join(' ')}`;
}
