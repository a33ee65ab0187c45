// A disagreement between departments (分歧) that a manager raises: about a piece of work, also one that was declined, or about a subject. The
// departments that are concerned meet in the next free slot; about one piece of work they meet once at a time.
import { DomainError } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import { meetingDepartments } from '../board/who-is-told.js';
import type { MajorMatter } from './major-matter.js';

/** The work on the board that is disputed. */
export interface DisputedWork {
  readonly id: string;
  readonly type: string;
  readonly from: Department;
  readonly to: Department;
  readonly subject: string;
}

export interface Disagreement {
  readonly meetingId: string;
  readonly issue: string;
  readonly raisedBy: Department | null;
  /** The coordinator raises what others disagree about. */
  readonly coordinates: boolean;
  readonly departments: readonly Department[];
  readonly subject: string | null;
  readonly work: DisputedWork | null;
}

/** Throws REASON_MISSING, MEETING_DEPARTMENTS_TOO_FEW, DISAGREEMENT_OF_OTHERS. */
export function matterOfDisagreement(raised: Disagreement): MajorMatter {
  const issue = raised.issue.trim();
  if (issue === '') throw new DomainError('REASON_MISSING', { act: 'raising a disagreement' }, 'issue');
  const departments = departmentsOf(raised);
  if (departments.length < 2) throw new DomainError('MEETING_DEPARTMENTS_TOO_FEW', { count: departments.length }, 'departments');
  if (!raised.coordinates && (!raised.raisedBy || !departments.includes(raised.raisedBy)))
    throw new DomainError('DISAGREEMENT_OF_OTHERS', { departments: [...departments] });
  const { work } = raised;
  const subject = work?.subject ?? raised.subject ?? '';
  const about = work ? `交接 ${work.type}（${work.from} → ${work.to}）：${subject}` : `事项：${subject}`;
  return {
    cause: 'DISAGREEMENT',
    causeKey: raised.meetingId,
    title: '部门分歧协调会',
    agenda: [`分歧：${issue}`, ...(subject === '' ? [] : [about]), '各部门意见、解决方案与责任人'],
    departments,
    subject,
    handoffId: work?.id ?? null,
  };
}

/** The sides of the work and whoever is named; without a piece of work the department that raises it and those it names. */
function departmentsOf({ work, raisedBy, departments, coordinates }: Disagreement): readonly Department[] {
  if (work) return [...new Set([...meetingDepartments(work), ...departments])];
  return [...new Set([...(raisedBy && !coordinates ? [raisedBy] : []), ...departments])];
}
