import { describe, expect, it } from '@jest/globals';
import { at } from '../__cases__/calendar.cases.js';
import { calledMeeting } from './called-meeting.js';
import { matterOfAlert } from './major-matter.js';

const matter = matterOfAlert({ alertId: 'alt_1', category: 'CREDIT', level: 'HIGH', aboutId: 'app_1' });
const call = {
  id: 'mtg_1',
  now: at('2026-11-23 09:00'),
  slot: { startsAt: at('2026-11-23 11:00'), endsAt: at('2026-11-23 12:00') },
  by: 'service:coordination',
};

describe('a meeting when it is called', () => {
  it('[8.3] keeps cause, departments and slot, and nothing has happened yet', () => {
    const meeting = matter && calledMeeting(matter, call);
    expect(meeting).toMatchObject({
      id: 'mtg_1',
      version: 0,
      state: 'CONVENED',
      causeKey: 'alert:alt_1',
      subject: 'app_1',
      startsAt: call.slot.startsAt,
    });
    expect(meeting).toMatchObject({ attendance: [], resolutions: [], minutes: null, cancelledReason: null, closedAt: null });
  });

  it.each(['', 'app_2'])('[8.3] about "%s"', (subject) => {
    expect(matter && calledMeeting({ ...matter, subject }, call).subject).toBe(subject === '' ? null : subject);
  });
});
