import { addDays, DomainError, refuseAll } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { schedule } from './standing.js';
import type { Standing, TalkRhythm } from './standing.js';

/**
 * A talk between a person and his superior on his career: what he needs, what he was advised, and what support was agreed on by when [6.12].
 * It is written down once and moves the day on which the next one is due.
 */
export interface AgreedSupport {
  readonly what: string;
  readonly dueOn: LocalDate | null;
}

export interface CareerTalk {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly heldBy: string;
  readonly heldOn: LocalDate;
  readonly needs: string;
  readonly guidance: string;
  readonly support: readonly AgreedSupport[];
  readonly recordedAt: Date;
}

const LEAST_TEXT = 5;
const MOST_SUPPORT = 20;

/** Refuses a talk with oneself or with somebody whom another leads, one of the future or of too long ago, and one without its three topics. */
export function recordTalk(
  talk: CareerTalk,
  of: { standing: Standing; mayStandIn: boolean; today: LocalDate; lateDays: number; rhythm: TalkRhythm },
): Standing {
  const { standing, today } = of;
  if (talk.heldBy === standing.id) throw new DomainError('TALK_WITH_ONESELF');
  if (!standing.active) throw new DomainError('NOT_ON_LADDER', { employeeId: standing.id }, 'employeeId');
  if (standing.managerId !== talk.heldBy && !of.mayStandIn) throw new DomainError('TALK_NOT_HIS_OWN', {}, 'employeeId');
  const found: DomainError[] = [];
  if (talk.heldOn > today) found.push(new DomainError('TALK_IN_FUTURE', { heldOn: talk.heldOn }, 'heldOn'));
  if (talk.heldOn < addDays(today, -of.lateDays)) found.push(new DomainError('TALK_TOO_OLD', { days: of.lateDays }, 'heldOn'));
  if (standing.lastTalkOn !== null && talk.heldOn < standing.lastTalkOn)
    found.push(new DomainError('TALK_BEFORE_LAST', { lastTalkOn: standing.lastTalkOn }, 'heldOn'));
  for (const field of ['needs', 'guidance'] as const)
    if ([...talk[field].trim()].length < LEAST_TEXT) found.push(new DomainError('CAREER_TEXT_TOO_SHORT', { least: LEAST_TEXT }, field));
  if (talk.support.length < 1 || talk.support.length > MOST_SUPPORT)
    found.push(new DomainError('TALK_SUPPORT_MISSING', { most: MOST_SUPPORT }, 'support'));
  for (const [place, { what, dueOn }] of talk.support.entries()) {
    if ([...what.trim()].length < LEAST_TEXT)
      found.push(new DomainError('CAREER_TEXT_TOO_SHORT', { least: LEAST_TEXT }, `support.${place}.what`));
    if (dueOn !== null && dueOn < talk.heldOn) found.push(new DomainError('TALK_SUPPORT_PAST', { dueOn }, `support.${place}.dueOn`));
  }
  refuseAll(found);
  return schedule({ ...standing, lastTalkOn: talk.heldOn }, talk.heldOn, of.rhythm);
}
