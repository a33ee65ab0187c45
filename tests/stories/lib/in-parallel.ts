/** Does the work for every item, so many at a time; one that fails does not stop the others when `work` catches its own failures. */
export async function inParallel<T>(items: readonly T[], atATime: number, work: (item: T, place: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const place = next;
      next += 1;
      await work(items[place] as T, place);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, lane));
}
