import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** What follows one piece of work through calls, queues and logs. */
export interface TraceContext {
  /** W3C trace context header: `00-<32 hex trace id>-<16 hex span id>-<2 hex flags>`. */
  readonly traceparent: string;
}

const traceparentPattern = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

export const traceContext = new AsyncLocalStorage<TraceContext>();

/** Runs `fn` inside the given trace; a missing or malformed `traceparent` starts a new trace. Returns what `fn` returns. */
export function runWithTrace<T>(traceparent: string | undefined, fn: () => T): T {
  return traceContext.run({ traceparent: isTraceparent(traceparent) ? traceparent : newTraceparent() }, fn);
}

/** The trace of the running work, undefined outside of any. */
export function currentTraceparent(): string | undefined {
  return traceContext.getStore()?.traceparent;
}

/** A new span: of `parent`'s trace when it is well formed, otherwise of a new trace that is sampled. */
export function newTraceparent(parent?: string): string {
  const span = randomBytes(8).toString('hex');
  if (isTraceparent(parent)) return `00-${traceIdOf(parent)}-${span}-${parent.slice(-2)}`;
  return `00-${randomBytes(16).toString('hex')}-${span}-01`;
}

/** The 32 hex digits that all parts of one trace share. */
export function traceIdOf(traceparent: string): string {
  return traceparent.slice(3, 35);
}

export function isTraceparent(text: string | undefined): text is string {
  return text !== undefined && traceparentPattern.test(text);
}
