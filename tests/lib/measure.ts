// How a load is put on and read: so many at a time for throughput, so many a second for latency.

/** Runs `act` `count` times, `concurrency` at a time. */
export async function atOnce(count: number, concurrency: number, act: () => Promise<unknown>): Promise<void> {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await act();
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

/** Begins `act` `perSecond` times a second, `count` times, whether earlier ones have ended or not; resolves when all have. */
export async function paced(count: number, perSecond: number, act: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  const running: Promise<unknown>[] = [];
  for (let n = 0; n < count; n++) {
    const waitMs = startedAt + (n * 1_000) / perSecond - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    running.push(act());
  }
  await Promise.all(running);
}

/** Nearest-rank percentile; `share` in (0, 1]. */
export function percentileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const rounded = (value: number, places = 1): number => Number(value.toFixed(places));

/** Resolves when `isThere` holds; throws after the limit. */
export async function until(what: string, limitMs: number, isThere: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await isThere())) {
    if (performance.now() > deadline) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
