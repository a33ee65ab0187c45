// Ctrl-C reaches this process twice: from the terminal, and passed on by npm. Both are one request; a later one is impatience.
const SAME_REQUEST_MS = 1_000;

export interface StopHandlers {
  first(signal: NodeJS.Signals): void;
  second(): void;
}

interface SignalSource {
  on(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
}

/** Calls `first` on the first request to stop and `second` on one that comes more than a second later. `now` in ms. */
export function onStopRequest(handlers: StopHandlers, source: SignalSource = process, now: () => number = () => performance.now()): void {
  let firstAt: number | undefined;
  const handle = (signal: NodeJS.Signals) => {
    if (firstAt === undefined) {
      firstAt = now();
      handlers.first(signal);
    } else if (now() - firstAt > SAME_REQUEST_MS) {
      handlers.second();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) source.on(signal, handle);
}
