// Loaded into a service before everything else (`--import`): a wall clock that can be set wrong, and points at which the process kills itself. Both follow
// a small file of this process, which the harness writes. Timers and the monotonic clock stay right, as on a machine whose clock is set.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

interface Control {
  readonly offsetMs?: number;
  /** Name of a point -> at which passing the process dies. */
  readonly points?: Readonly<Record<string, number>>;
  /** Points at which it died, so that a process that is started again does not die there too. */
  readonly died?: readonly string[];
}

const LOOK_EVERY_MS = 100;
const path = process.env.FAULT_CONTROL ?? '';
const TrueDate = Date;
const passings = new Map<string, number>();
let control: Control = {};

function look(): void {
  try {
    control = JSON.parse(readFileSync(path, 'utf8')) as Control;
  } catch {
    // Nothing asked for, or the file is just being replaced.
  }
}

function dieAt(point: string): void {
  const { [point]: _reached, ...points } = control.points ?? {};
  writeFileSync(`${path}.dying`, JSON.stringify({ ...control, points, died: [...(control.died ?? []), point] }));
  renameSync(`${path}.dying`, path);
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing more of this process must happen.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}

function pass(point: string): void {
  const { [point]: last } = control.points ?? {};
  if (last === undefined) return;
  const count = (passings.get(point) ?? 0) + 1;
  passings.set(point, count);
  if (count >= last) dieAt(point);
}

const now = (): number => TrueDate.now() + (control.offsetMs ?? 0);

if (path) {
  look();
  setInterval(look, LOOK_EVERY_MS).unref();
  globalThis.Date = new Proxy(TrueDate, {
    construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made) as object,
    apply: () => new TrueDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
  Object.assign(globalThis, { weilendFaultPoint: pass });
}
