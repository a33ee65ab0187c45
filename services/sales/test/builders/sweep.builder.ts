import type { SweepWatch } from '@weilend/service';

/** A sweep in which nothing may go wrong: trouble is thrown on. */
export const smooth: SweepWatch = {
  isStopping: () => false,
  onTrouble: (_id, error) => {
    throw error;
  },
};

/** A sweep that goes on past trouble, and the ids of what was set aside. */
export function watched(): { watch: SweepWatch; setAside: string[] } {
  const setAside: string[] = [];
  return { setAside, watch: { isStopping: () => false, onTrouble: (id) => void setAside.push(id) } };
}
