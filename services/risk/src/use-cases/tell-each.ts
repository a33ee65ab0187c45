import type { SweepWatch } from '@weilend/service';

export interface Telling {
  /** Ids of what is due, some at a time, without those set aside. */
  readonly due: (setAside: readonly string[]) => Promise<readonly string[]>;
  /** True when somebody was told of it now. */
  readonly tell: (id: string) => Promise<boolean>;
}

/** Tells of everything that is due, one by one; what throws is set aside for this pass. @returns how many were told of */
export async function tellEach({ due, tell }: Telling, watch: SweepWatch): Promise<number> {
  const setAside: string[] = [];
  const oneOf = async (id: string): Promise<boolean> => {
    try {
      return await tell(id);
    } catch (error) {
      setAside.push(id);
      watch.onTrouble(id, error);
      return false;
    }
  };
  let told = 0;
  for (let ids = await due(setAside); ids.length > 0; ids = await due(setAside)) {
    for (const id of ids) {
      if (watch.isStopping()) return told;
      if (await oneOf(id)) told += 1;
    }
  }
  return told;
}
