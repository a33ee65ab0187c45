import type { SweepWatch } from '@weilend/service';

/**
 * Carries due rows on one by one, each in a transaction of its own, until none is left or the process stops. `next` names some that are due, without those set
 * aside: what is in trouble, or stays as it is, is looked at again by the next pass and not by this one.
 * @returns how many `act` carried on
 */
export async function oneByOne(
  { isStopping, onTrouble }: SweepWatch,
  next: (setAside: readonly string[]) => Promise<readonly string[]>,
  act: (id: string) => Promise<boolean>,
): Promise<number> {
  const setAside: string[] = [];
  let done = 0;
  for (let ids = await next(setAside); ids.length > 0; ids = await next(setAside)) {
    for (const id of ids) {
      if (isStopping()) return done;
      const moved = await act(id).catch((error: unknown) => (onTrouble(id, error), false));
      if (moved) done += 1;
      else setAside.push(id);
    }
  }
  return done;
}
