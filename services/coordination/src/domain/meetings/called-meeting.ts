// A meeting at the moment it is called: its cause, its departments and its slot are fixed, everything else is still to come.
import type { MajorMatter } from './major-matter.js';
import type { MeetingSlot } from './meeting-slot.js';
import type { Meeting } from './meeting.js';

export function calledMeeting(matter: MajorMatter, call: { id: string; now: Date; slot: MeetingSlot; by: string }): Meeting {
  const { startsAt, endsAt } = call.slot;
  return {
    cause: matter.cause,
    causeKey: matter.causeKey,
    title: matter.title,
    agenda: matter.agenda,
    departments: matter.departments,
    handoffId: matter.handoffId,
    id: call.id,
    version: 0,
    state: 'CONVENED',
    subject: matter.subject === '' ? null : matter.subject,
    participants: [],
    convenedAt: call.now,
    convenedBy: call.by,
    startsAt,
    endsAt,
    attendance: [],
    minutes: null,
    resolutions: [],
    duty: null,
    cancelledReason: null,
    closedAt: null,
  };
}
