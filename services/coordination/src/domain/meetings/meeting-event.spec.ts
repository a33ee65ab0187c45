import { describe, expect, it } from '@jest/globals';
import { at } from '../__cases__/calendar.cases.js';
import { calledMeeting } from './called-meeting.js';
import { matterOfAlert } from './major-matter.js';
import { eventOfMeeting } from './meeting-event.js';
import { cancelMeeting } from './meeting.js';

const matter = matterOfAlert({ alertId: 'alt_1', category: 'CREDIT', level: 'HIGH', aboutId: 'app_1' });
if (!matter) throw new Error('a high alert calls a meeting');
const slot = { startsAt: at('2026-11-27 11:00'), endsAt: at('2026-11-27 12:00') };
const meeting = { ...calledMeeting(matter, { id: 'mtg_1', now: at('2026-11-26 18:00'), slot, by: 'service:coordination' }), version: 1 };

describe('a meeting in a calendar', () => {
  it('[8.1] has its departments and its agenda in Chinese', () => {
    expect(eventOfMeeting(meeting)).toEqual({
      uid: 'mtg_1@weilend',
      sequence: 0,
      createdAt: meeting.convenedAt,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      summary: '高风险预警协调会',
      description: '参会部门：风险部、销售部、财务部\n议程：\n1. 风险预警 alt_1（CREDIT）\n2. 风险处置措施与责任人',
      status: 'CONFIRMED',
      categories: ['风险部', '销售部', '财务部'],
    });
  });

  it('[8.1] that is cancelled is the same event, counted up, with the reason', () => {
    const cancelled = eventOfMeeting({ ...cancelMeeting(meeting, '预警已撤销'), version: 2 });
    expect(cancelled).toMatchObject({ uid: 'mtg_1@weilend', sequence: 1, status: 'CANCELLED', summary: '【已取消】高风险预警协调会' });
    expect(cancelled.description).toContain('取消原因：预警已撤销');
  });

  it('[8.1] without an agenda names its departments only', () => {
    expect(eventOfMeeting({ ...meeting, agenda: [] }).description).toBe('参会部门：风险部、销售部、财务部');
  });
});
