// The life of a meeting between departments: called together, held with enough departments present, written down, closed when everything it
// resolved is done. A meeting whose cause has fallen away is cancelled with that reason; one that was held stays on the record.
import { defineMachine } from '@weilend/kernel';

export type MeetingState = 'CONVENED' | 'HELD' | 'MINUTED' | 'CLOSED' | 'CANCELLED';
export type MeetingMove = 'hold' | 'minute' | 'close' | 'cancel';

export const meetingMachine = defineMachine<MeetingState, MeetingMove>({
  name: 'meeting',
  initial: 'CONVENED',
  states: {
    CONVENED: { hold: 'HELD', cancel: 'CANCELLED' },
    HELD: { minute: 'MINUTED' },
    MINUTED: { close: 'CLOSED' },
    CLOSED: {},
    CANCELLED: {},
  },
});
