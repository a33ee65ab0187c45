import { defineMachine } from '@weilend/kernel';

// A customer under special watch (重点关注) stays there until somebody proposes the end with a reason and a second person agrees.

export const WATCH_STATES = ['WATCHED', 'ENDING', 'ENDED'] as const;
export type WatchState = (typeof WATCH_STATES)[number];
export const WATCH_ACTS = ['propose', 'confirm', 'reject'] as const;
export type WatchAct = (typeof WATCH_ACTS)[number];

export const watchMachine = defineMachine<WatchState, WatchAct>({
  name: 'watch',
  initial: 'WATCHED',
  states: { WATCHED: { propose: 'ENDING' }, ENDING: { confirm: 'ENDED', reject: 'WATCHED' }, ENDED: {} },
});
