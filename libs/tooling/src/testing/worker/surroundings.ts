// What all test files of one worker share: the global object, the built-in classes, `process`, its environment variables, and settings in classes of
// packages. It is noted before a file runs and put back after it, so that no file sees what another one left there.

/** Named one by one: reading some globals loads parts of Node that hardly any test needs. `Error` itself is Jest's, which keeps its source maps there. */
const watchedObjects: readonly object[] = [
  globalThis,
  process,
  console,
  Error.prototype,
  Math,
  JSON,
  Reflect,
  Intl,
  ...[
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    Symbol,
    BigInt,
    Date,
    RegExp,
    Promise,
    Map,
    Set,
    WeakMap,
    WeakSet,
    ArrayBuffer,
  ].flatMap((builtIn) => [builtIn, builtIn.prototype as object]),
  ...[Uint8Array, Buffer, URL, URLSearchParams, AbortController, AbortSignal].flatMap((builtIn) => [builtIn, builtIn.prototype as object]),
];

/** The listeners of the process stand here; they are noted one by one instead. */
const listenerFields = new Set<PropertyKey>(['_events', '_eventsCount', '_maxListeners']);

type Descriptors = Map<PropertyKey, PropertyDescriptor>;
type Noted = Map<object, Descriptors>;

function note(objects: Iterable<object>): Noted {
  return new Map([...objects].map((object) => [object, descriptorsOf(object)]));
}

function descriptorsOf(object: object): Descriptors {
  const noted: Descriptors = new Map();
  for (const key of Reflect.ownKeys(object)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
    if (descriptor && !(object === process && listenerFields.has(key))) noted.set(key, descriptor);
  }
  return noted;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function same(one: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined): boolean {
  return one === other || (!!one && !!other && Object.is(one.value, other.value) && one.get === other.get && one.set === other.set);
}

/** Calls `visit` for every property that differs between two notes. */
function compare(before: Noted, after: Noted, visit: (object: object, key: PropertyKey) => void): void {
  for (const [object, now] of after) {
    const old = before.get(object);
    for (const [key, descriptor] of now) if (!same(old?.get(key), descriptor)) visit(object, key);
    for (const key of old?.keys() ?? []) if (!now.has(key)) visit(object, key);
  }
}

export class Surroundings {
  private readonly properties = note(watchedObjects);
  private readonly env = { ...process.env };
  private readonly folder = process.cwd();
  private readonly listeners = new Map(process.eventNames().map((name) => [name, process.rawListeners(name)]));

  /** Runs what changes the surroundings for good: the loading of a package that all later files get as well. */
  keep<Result>(load: () => Result): Result {
    const before = note(watchedObjects);
    const result = load();
    const after = note(watchedObjects);
    compare(before, after, (object, key) => this.accept(object, key, after.get(object)?.get(key)));
    for (const name of process.eventNames()) {
      const noted = this.listeners.get(name) ?? [];
      this.listeners.set(name, [...new Set([...noted, ...process.rawListeners(name)])]);
    }
    return result;
  }

  /** Classes of a package that hold settings in static fields. Not for every class: some packages build theirs bit by bit while they work (zod). */
  watch(exported: Iterable<unknown>): void {
    for (const value of exported) {
      if (typeof value !== 'function') continue;
      for (const object of [value, value.prototype as unknown]) {
        if (isObject(object) && !this.properties.has(object)) this.properties.set(object, descriptorsOf(object));
      }
    }
  }

  /** Puts everything back as it was noted. What cannot be taken away again (Node's own, like the agent of `fetch`) is noted from now on. */
  restore(): void {
    const now = note(this.properties.keys());
    compare(this.properties, now, (object, key) => {
      const noted = this.properties.get(object)?.get(key);
      const done = noted ? Reflect.defineProperty(object, key, noted) : Reflect.deleteProperty(object, key);
      if (!done) this.accept(object, key, now.get(object)?.get(key));
    });
    this.restoreProcess();
  }

  private restoreProcess(): void {
    for (const name of Object.keys(process.env)) if (!(name in this.env)) delete process.env[name];
    for (const [name, value] of Object.entries(this.env)) if (process.env[name] !== value) process.env[name] = value;
    if (process.cwd() !== this.folder) process.chdir(this.folder);
    for (const name of process.eventNames()) {
      const noted = this.listeners.get(name) ?? [];
      for (const listener of process.rawListeners(name)) {
        if (!noted.includes(listener)) process.removeListener(name, listener as () => void);
      }
    }
  }

  private accept(object: object, key: PropertyKey, descriptor: PropertyDescriptor | undefined): void {
    if (descriptor) this.properties.get(object)?.set(key, descriptor);
    else this.properties.get(object)?.delete(key);
  }
}
