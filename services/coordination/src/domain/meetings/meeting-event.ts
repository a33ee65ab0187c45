// A meeting as it stands in a person's calendar: its title, its agenda as a numbered list, which departments sit at the table, and, when it is
// cancelled, the reason. The same meeting is always the same event; each change of it counts up.
import type { Department } from '@weilend/kernel';
import type { CalendarEvent } from '../calendar/icalendar.js';
import type { Meeting } from './meeting.js';

const DEPARTMENTS_ZH: Readonly<Record<Department, string>> = {
  sales: '销售部',
  risk: '风险部',
  approval: '审批委员会',
  finance: '财务部',
  training: '培训部',
  hr: '人力资源部',
  coordination: '协调办公室',
  compliance: '法务合规部',
};

export function eventOfMeeting(meeting: Meeting): CalendarEvent {
  const cancelled = meeting.state === 'CANCELLED';
  const departments = meeting.departments.map((department) => DEPARTMENTS_ZH[department]);
  const lines = [
    `参会部门：${departments.join('、')}`,
    ...(meeting.agenda.length > 0 ? ['议程：', ...meeting.agenda.map((point, place) => `${place + 1}. ${point}`)] : []),
    ...(meeting.cancelledReason ? [`取消原因：${meeting.cancelledReason}`] : []),
  ];
  return {
    uid: `${meeting.id}@weilend`,
    sequence: Math.max(0, meeting.version - 1),
    createdAt: meeting.convenedAt,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    summary: cancelled ? `【已取消】${meeting.title}` : meeting.title,
    description: lines.join('\n'),
    status: cancelled ? 'CANCELLED' : 'CONFIRMED',
    categories: departments,
  };
}
