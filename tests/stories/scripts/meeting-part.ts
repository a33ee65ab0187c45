// A meeting of departments as the coordinator leads it: who came, minutes with four sections, one resolution, and the end once it is carried out.
import type { Person } from '../../../infra/local/demo/person.ts';
import { daysAfter } from '../lib/prospects.ts';
import { textAt } from '../lib/read.ts';
import type { Scene } from './scene.ts';

type Telling = Pick<Scene, 'company' | 'story'>;

export interface Held {
  readonly meetingId: string;
  readonly resolutionId: string;
}

export interface MeetingWords {
  /** Beside the coordinator. */
  readonly attendees: readonly Person[];
  readonly minutes: Readonly<Record<'businessProgress' | 'riskSituation' | 'financialArrangement' | 'legalCompliance', string>>;
  readonly resolution: { readonly text: string; readonly department: string; readonly owner: Person };
}

/** Attendance and minutes, with one resolution that is due in five days. */
export async function holdMeeting({ company, story }: Telling, meetingId: string, words: MeetingWords): Promise<Held> {
  const coordinator = company.one('coordinator');
  const attendeeIds = await Promise.all([...words.attendees, coordinator].map((person) => person.employeeId()));
  await story.act(coordinator, { verb: 'recordAttendance', input: { meetingId, attendeeIds }, select: 'meeting { id state }' });
  const { text, department, owner } = words.resolution;
  const resolution = { text, department, ownerId: await owner.employeeId(), dueOn: daysAfter(await company.today(), 5) };
  const minuted = await story.act(coordinator, {
    verb: 'recordMinutes',
    input: { meetingId, ...words.minutes, resolutions: [resolution] },
    select: 'meeting { id state resolutions { id } }',
  });
  return { meetingId, resolutionId: textAt(minuted, 'meeting', 'resolutions', 0, 'id') };
}

/** The resolution is carried out by its owner, and the meeting is over. */
export async function endMeeting(
  { company, story }: Telling,
  { meetingId, resolutionId }: Held,
  owner: Person,
  outcome: string,
): Promise<void> {
  const settled = { meetingId, resolutionId, state: 'DONE', outcome };
  await story.act(owner, { verb: 'settleResolution', input: settled, select: 'meeting { id state }' });
  await story.act(company.one('coordinator'), { verb: 'closeMeeting', input: { meetingId }, select: 'meeting { id state }' });
}
