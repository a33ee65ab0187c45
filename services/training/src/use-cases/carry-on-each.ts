import type { SweepWatch } from '@weilend/service';

export interface Telling {
  /** Ids of what is due, some at a time, without those set aside. */
  readonly due: (setAside: readonly string[]) => Promise<readonly string[]>;
  /** True when it was carried on now. */
  readonly act: (id: string) => Promise<boolean>;
}

/** Carries on everything that is due, one by one; what throws, or stays as it was, is set aside for this pass. @returns how many went on */
export async function carryOnEach({ due, act }: Telling, watch: SweepWatch): Promise<number> {
  const setAside: string[] = [];
  const wentOn = async (id: string): Promise<boolean> => {
    try {
      const isCarried = await act(id);
      if (!isCarried) setAside.push(id);
      return isCarried;
    } catch (error) {
      setAside.push(id);
      watch.onTrouble(id, error);
      return false;
    }
  };
  let carried = 0;
  for (let ids = await due(setAside); ids.length > 0; ids = await due(setAside)) {
    for (const id of ids) {
      if (watch.isStopping()) return carried;
      if (await wentOn(id)) carried += 1;
    }
  }
  return carried;
}
