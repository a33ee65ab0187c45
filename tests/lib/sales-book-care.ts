// Invented care of a sales book: the visit that comes next, follow-ups, feedback, conversations, events, surveys; everything follows from the seed.
import { addDays } from '@weilend/kernel';
import type { CustomerEvent, EventInvitation } from '@weilend/sales-service/domain/care/customer-event.js';
import type { FollowUp } from '@weilend/sales-service/domain/care/follow-up.js';
import type { Questionnaire } from '@weilend/sales-service/domain/care/questionnaire.js';
import type { ReturnVisit } from '@weilend/sales-service/domain/care/return-visit.js';
import type { SatisfactionMark } from '@weilend/sales-service/domain/care/satisfaction.js';
import type { SurveyCampaign, SurveyInvitation } from '@weilend/sales-service/domain/care/survey.js';
import { openTicket } from '@weilend/sales-service/domain/care/ticket.js';
import type { FeedbackTicket } from '@weilend/sales-service/domain/care/ticket.js';
import { planVisit } from '@weilend/sales-service/domain/care/visit-plan.js';
import type { PlannedVisit } from '@weilend/sales-service/domain/care/visit-plan.js';
import type { Customer } from '@weilend/sales-service/domain/customer/customer-file.js';
import type { Interaction } from '@weilend/sales-service/domain/enquiry/interaction.js';
import { Random } from '../faults/lib/random.ts';
import { dayOf, idAt, momentOf } from './sales-book-people.ts';
import type { BookFrame } from './sales-book-people.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NO_NEEDS = { purpose: null, amountFen: null, termMonths: null, method: null };

const after = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR_MS);

/** A moment around now, for what is owed: one in five has passed. */
const around = ({ now }: BookFrame, random: Random): Date => after(now, random.between(-48, 192));

/** The visit that comes next for a customer. */
export function plannedVisitOf(frame: BookFrame, customer: Customer, n: number, of: number): PlannedVisit {
  const at = momentOf(frame, n, of);
  const { id: customerId, ownerId: salespersonId, nextVisitOn: plannedOn } = customer;
  return planVisit({ id: idAt('plv', at), customerId, salespersonId, origin: 'GRADE', plannedOn, plannedAt: at });
}

export function markOf(visit: ReturnVisit): SatisfactionMark | null {
  const { satisfaction: score, customerId, salespersonId, id: sourceId, visitedOn: recordedOn } = visit;
  if (score === null) return null;
  return { id: idAt('mrk', visit.recordedAt), version: 0, customerId, salespersonId, source: 'VISIT', sourceId, score, recordedOn };
}

/** Something that was promised after a visit; of the latest most is still owed. */
export function followUpOf(frame: BookFrame, customer: Customer, n: number, of: number): FollowUp {
  const random = new Random(frame.seed, `follow-up ${n}`);
  const at = momentOf(frame, n, of);
  const id = idAt('fup', at);
  const isOpen = n > of * 0.9 && random.chance(0.8);
  const plannedOn = isOpen ? addDays(frame.today, random.between(-2, 14)) : addDays(dayOf(at), 7);
  const closed = { result: '已为客户办理', by: customer.ownerId, at: after(at, 72) };
  return {
    ...{ id, version: 0, customerId: customer.id, ownerId: customer.ownerId, visitId: null, previousId: null, rootId: id },
    ...{ state: isOpen ? 'open' : 'done', text: '协助客户更新营业执照信息', plannedOn, openedBy: customer.ownerId, openedAt: at },
    closed: isOpen ? null : closed,
  };
}

/** What a customer asked or complained of; the latest wait for a word, an answer, or to be closed. */
export function ticketOf(frame: BookFrame, customer: Customer, n: number, of: number): FeedbackTicket {
  const random = new Random(frame.seed, `feedback ${n}`);
  const at = momentOf(frame, n, of);
  const kind = random.pick(['QUESTION', 'OPINION', 'COMPLAINT', 'PRAISE'] as const);
  const salespersonId = customer.ownerId;
  const by = kind === 'COMPLAINT' ? frame.managerId : salespersonId;
  const opened = openTicket({
    ...{ id: idAt('fbk', at), customerId: customer.id, salespersonId, applicationId: null, aboutEmployeeId: null, ownerId: by },
    ...{
      kind,
      channel: random.pick(['PHONE', 'VISIT', 'MESSAGE'] as const),
    },
    ...{
      severity: random.pick(['LOW', 'LOW', 'MEDIUM', 'HIGH'] as const),
      text: '希望缩短办理时间',
      openedBy: salespersonId,
      openedAt: at,
      openedOn: dayOf(at),
    },
    ...{ acknowledgeDueAt: after(at, 4), answerDueAt: after(at, 48) },
  });
  const known = { ...opened, acknowledgedAt: after(at, 2) };
  const replies = [{ text: '已向客户说明办理进度', way: 'PHONE' as const, by, at: after(at, 24) }];
  const isOpen = n > of * 0.92;
  if (!isOpen) {
    const words = { noMarkBecause: null, rootCause: '流程较长', improvement: '提前准备资料清单' };
    const closing = { id: idAt('fbc', at), satisfaction: random.between(3, 5), ...words, by, at: after(at, 70) };
    return { ...known, state: 'closed', replies, closings: [closing] };
  }
  const due = around(frame, random);
  const step = random.between(0, 2);
  if (step === 0) return { ...opened, acknowledgeDueAt: due };
  return step === 1 ? { ...known, state: 'acknowledged', answerDueAt: due } : { ...known, state: 'answered', replies, closeDueAt: due };
}

/** A conversation; what was promised in the latest ones is owed. */
export function interactionOf(frame: BookFrame, customer: Customer, n: number, of: number): Interaction {
  const random = new Random(frame.seed, `conversation ${n}`);
  const at = momentOf(frame, n, of);
  const isOwed = n > of * 0.985;
  const on = isOwed ? addDays(frame.today, random.between(-2, 7)) : addDays(dayOf(at), 5);
  const by = customer.ownerId;
  return {
    ...{ id: idAt('int', at), version: 0, customerId: customer.id, leadId: null, enquiryId: null, salespersonId: by, heldAt: at },
    ...{
      way: random.pick(['PHONE', 'IN_PERSON', 'MESSAGE'] as const),
      asked: '询问贷款利率',
      advised: '介绍产品并说明综合成本',
      needs: NO_NEEDS,
    },
    ...{ nextStep: isOwed || random.chance(0.4) ? { text: '发送产品资料', on } : null, nextStepDoneAt: isOwed ? null : after(at, 100) },
    ...{ recordedBy: by, recordedAt: at },
  };
}

/** A meeting of customers each month; the last ones are to come, one is overdue. */
export function eventOf(frame: BookFrame, n: number, of: number): CustomerEvent {
  const random = new Random(frame.seed, `event ${n}`);
  const at = momentOf(frame, n, of);
  const isOpen = n >= of - 6;
  const heldOn = isOpen ? addDays(frame.today, (n - (of - 5)) * 4) : addDays(dayOf(at), 20);
  const end = { costFen: 900_000, summary: '客户反响良好', by: frame.managerId, at: after(at, 500) };
  return {
    ...{ id: idAt('cev', at), version: 0, kind: 'THANK_YOU_MEETING', name: `第 ${n + 1} 次客户答谢会`, venue: '公司会议室', heldOn },
    ...{
      budgetFen: 1_000_000,
      hostId: random.pick(frame.salespeople),
      state: isOpen ? 'planned' : 'held',
      plannedBy: frame.managerId,
      plannedAt: at,
    },
    end: isOpen ? null : end,
  };
}

export function guestOf(event: CustomerEvent, customer: Customer, n: number): EventInvitation {
  const at = new Date(event.plannedAt.getTime() + n);
  const isOver = event.state === 'held';
  return {
    ...{
      id: idAt('cei', at),
      version: 0,
      eventId: event.id,
      customerId: customer.id,
      salespersonId: customer.ownerId,
      invitedOn: dayOf(at),
    },
    ...{ reply: n % 3 === 0 ? 'NONE' : 'ACCEPTED', attended: isOver ? n % 3 !== 0 : null },
  };
}

export function questionnaireOf(frame: BookFrame, n: number): Questionnaire {
  const at = momentOf(frame, n, 100);
  const questions = [
    { key: 'overall', kind: 'SCALE' as const, text: '您对我们的服务满意吗', choices: [], required: true, overall: true },
    { key: 'speed', kind: 'SCALE' as const, text: '办理速度如何', choices: [], required: false, overall: false },
  ];
  return {
    id: idAt('qst', at),
    version: 0,
    name: `满意度调查问卷 ${n + 1}`,
    versions: [{ no: 1, questions, publishedBy: frame.managerId, publishedAt: at }],
  };
}

export function surveyOf(frame: BookFrame, questionnaire: Questionnaire, n: number, of: number): SurveyCampaign {
  const at = momentOf(frame, n, of);
  const endsOn = n === of - 1 ? addDays(frame.today, 20) : addDays(dayOf(at), 30);
  const used = { questionnaireId: questionnaire.id, questionnaireVersion: 1 };
  return {
    id: idAt('svy', at),
    version: 0,
    name: `第 ${n + 1} 次满意度调查`,
    ...used,
    startedOn: dayOf(at),
    endsOn,
    startedBy: frame.managerId,
  };
}

export function askedOf(survey: SurveyCampaign, customer: Customer, n: number): SurveyInvitation {
  const at = new Date(Date.parse(`${survey.startedOn}T02:00:00Z`) + n);
  const score = 3 + (n % 3);
  const asked = {
    campaignId: survey.id,
    customerId: customer.id,
    salespersonId: customer.ownerId,
    invitedOn: survey.startedOn,
    link: null,
  };
  const open = { id: idAt('svi', at), version: 0, ...asked, state: 'invited' as const, answers: [], overall: null, answered: null };
  if (n % 5 < 2) return open;
  const answers = [{ key: 'overall', score, choice: null, text: null }];
  const answered = { way: 'VISIT' as const, by: customer.ownerId, at: new Date(at.getTime() + DAY_MS), on: addDays(survey.startedOn, 1) };
  return { ...open, state: 'answered', answers, overall: score, answered };
}
