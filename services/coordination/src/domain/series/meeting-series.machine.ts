// A regular meeting of departments goes on until somebody ends it with the reason, or until its last date has passed.
import { defineMachine } from '@weilend/kernel';

export type SeriesState = 'ACTIVE' | 'ENDED';
export type SeriesMove = 'end';

export const seriesMachine = defineMachine<SeriesState, SeriesMove>({
  name: 'meeting-series',
  initial: 'ACTIVE',
  states: { ACTIVE: { end: 'ENDED' }, ENDED: {} },
});
