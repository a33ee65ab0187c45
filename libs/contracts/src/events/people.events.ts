import { DEPARTMENTS } from '@weilend/kernel';
import { z } from 'zod';
import { defineEvents } from '../define.js';
import { dateField, id, instantField } from '../fields.js';
import { ROLES } from '../roles.js';

export const hrEvents = defineEvents({
  'hr.signing-keys-published.v1': {
    subject: 'key',
    to: 'everyone',
    description: 'The public keys (JWK) that verify access tokens; every service keeps them, so hr being down stops no one.',
    data: z.object({ keys: z.array(z.record(z.string(), z.string())) }),
  },
  'hr.employee-changed.v1': {
    subject: 'emp',
    to: 'everyone',
    description: 'An employee was hired, moved or changed roles.',
    data: z.object({
      employeeId: id('emp'),
      department: z.enum(DEPARTMENTS).nullable(),
      roles: z.array(z.enum(ROLES)),
      managerId: id('emp').nullable(),
      active: z.boolean(),
    }),
  },
  'hr.employee-deactivated.v1': {
    subject: 'emp',
    to: 'everyone',
    description: 'An employee may act no more; tokens issued before are refused everywhere.',
    data: z.object({ employeeId: id('emp'), deactivatedAt: instantField }),
  },
  'hr.reports-rehung-in-part.v1': {
    subject: 'emp',
    to: ['hr'],
    description: 'Some of those whom a leaver led have a new superior; the others are next.',
    data: z.object({ employeeId: id('emp') }),
  },
  'hr.sign-ins-ended.v1': {
    subject: 'emp',
    to: 'everyone',
    description: 'Devices of a person were signed out; tokens that were issued to them are refused everywhere.',
    data: z.object({ employeeId: id('emp'), signInIds: z.array(id('sgn')).min(1), endedAt: instantField }),
  },
  'hr.promotion-decided.v1': {
    subject: 'pmt',
    to: [],
    description: 'A promotion was decided; an approved one moved the person up one level of the career ladder.',
    data: z.object({
      promotionId: id('pmt'),
      employeeId: id('emp'),
      fromLevel: z.string(),
      toLevel: z.string(),
      decision: z.enum(['APPROVED', 'REJECTED']),
    }),
  },
  'hr.honour-confirmed.v1': {
    subject: 'hnr',
    to: [],
    description: 'An honour of a quarter or a year was confirmed, with who received it.',
    data: z.object({ honourId: id('hnr'), honour: z.string(), period: z.string(), employeeIds: z.array(id('emp')) }),
  },
  'hr.honour-revoked.v1': {
    subject: 'hnr',
    to: [],
    description: 'An honour was taken from somebody for a severe violation; the others keep theirs [5.4].',
    data: z.object({ honourId: id('hnr'), honour: z.string(), period: z.string(), employeeId: id('emp') }),
  },
  'hr.career-talk-reminded.v1': {
    subject: 'emp',
    to: [],
    description: 'A career talk comes due or is overdue; who has to hold it is told.',
    data: z.object({
      employeeId: id('emp'),
      managerIds: z.array(id('emp')),
      dueOn: dateField,
      notice: z.enum(['COMING', 'OVERDUE']),
    }),
  },
  'hr.appraisal-step-reminded.v1': {
    subject: 'apr',
    to: [],
    description: 'A step of a quarter sheet comes due or is late; who owes it is told, and when it is late those above him.',
    data: z.object({
      appraisalId: id('apr'),
      employeeId: id('emp'),
      step: z.enum(['SELF_VIEW', 'REVIEW', 'APPEAL_DECISION']),
      level: z.enum(['SOON', 'LATE']),
      dueAt: instantField,
      ownerIds: z.array(id('emp')),
      superiorIds: z.array(id('emp')),
    }),
  },
  'hr.appraisal-closed.v1': {
    subject: 'apr',
    to: ['hr', 'training'],
    description: 'A quarter sheet was closed and never changes again.',
    data: z.object({
      appraisalId: id('apr'),
      employeeId: id('emp'),
      quarter: z.string(),
      score: z.int(),
      exactScore: z.string().optional(),
    }),
  },
});

export const trainingEvents = defineEvents({
  'training.evaluated.v1': {
    subject: 'trs',
    to: ['hr'],
    description: 'A training session was evaluated; attendees and hours per person.',
    data: z.object({
      sessionId: id('trs'),
      topic: z.string(),
      hours: z.number(),
      attendeeIds: z.array(id('emp')),
      evaluatedOn: dateField,
    }),
  },
  'training.request-followed.v1': {
    subject: 'emp',
    to: ['hr'],
    description: 'What became of a training that hr asked for, after the first answer: another seat, open again, trained, or given back.',
    data: z.object({
      handoffId: id('hof'),
      employeeId: id('emp'),
      state: z.enum(['OPEN', 'NOMINATED', 'TRAINED', 'RETURNED']),
      sessionId: id('trs').nullable(),
      reason: z.string().nullable(),
      at: instantField,
    }),
  },
  'training.nominee-told.v1': {
    subject: 'trs',
    to: [],
    description:
      'Somebody who was nominated for a training is told what became of the seat, the day or the training; the notice that he reads.',
    data: z.object({
      sessionId: id('trs'),
      employeeId: id('emp'),
      news: z.enum(['SEATED', 'WAITING', 'PROMOTED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'RESCHEDULED', 'CANCELLED']),
      heldOn: dateField,
    }),
  },
  'training.certificate-reminded.v1': {
    subject: 'ctf',
    to: [],
    description: 'A certificate of a person runs out soon, or has run out; its holder is reminded, and reads it among his reminders.',
    data: z.object({ certificateId: id('ctf'), employeeId: id('emp'), expiresOn: dateField, daysBefore: z.int().nonnegative() }),
  },
  'training.job-mark-dropped.v1': {
    subject: 'trs',
    to: ['sales'],
    description: 'Somebody was excused from the evaluation of a training: his superior in sales need not mark his work any more.',
    data: z.object({ sessionId: id('trs'), employeeId: id('emp'), handoffId: id('hof'), reason: z.string() }),
  },
  'training.deadline-reminded.v1': {
    subject: 'trm',
    to: [],
    description: 'Somebody was told of a deadline of training that comes near or has passed; each person once for each.',
    data: z.object({
      kind: z.enum(['UNEVALUATED', 'EVALUATION', 'IMPROVEMENT', 'KNOWLEDGE', 'UNRECORDED', 'REQUEST', 'NOMINATION']),
      about: z.string(),
      level: z.enum(['SOON', 'LATE']),
      employeeId: id('emp'),
      escalated: z.boolean(),
      dueOn: dateField,
    }),
  },
});

export const complianceEvents = defineEvents({
  'compliance.parameter-published.v1': {
    subject: 'par',
    to: 'everyone',
    description: 'A number of law or policy, in force from a date, with its basis.',
    data: z.object({
      parameterId: id('par'),
      key: z.string(),
      value: z.string(),
      effectiveFrom: dateField,
      basis: z.string(),
    }),
  },
  'compliance.violation-confirmed.v1': {
    subject: 'vio',
    to: ['training'],
    description: 'A violation was confirmed after investigation; severe ones block bonus, promotion and honours.',
    data: z.object({ violationId: id('vio'), employeeId: id('emp'), kind: z.string(), severity: z.enum(['MINOR', 'SERIOUS', 'SEVERE']) }),
  },
});

export const coordinationEvents = defineEvents({
  'coordination.clock-moved.v1': {
    subject: 'clk',
    to: 'everyone',
    description: 'The controlled clock of the company was moved (never in production).',
    data: z.object({ offsetMs: z.int(), step: z.int() }),
  },
  'coordination.delivery-ruled.v1': {
    subject: 'msg',
    to: 'everyone',
    description: 'Somebody ruled that a message which a department had set aside is tried again or given up; the named department acts.',
    data: z.object({ messageId: id('msg'), department: z.enum(DEPARTMENTS), ruling: z.enum(['RETRY', 'DISCARD']) }),
  },
  'coordination.handoff-escalated.v1': {
    subject: 'hof',
    to: [],
    description: 'A level of the escalation ladder fired for a late handoff.',
    data: z.object({
      handoffId: id('hof'),
      level: z.int().min(0).max(3),
      department: z.enum(DEPARTMENTS),
      notify: z.array(id('emp')),
      dueAt: instantField,
    }),
  },
  'coordination.handoff-level-withdrawn.v1': {
    subject: 'hof',
    to: [],
    description: 'A level fired although the work had been completed before its moment; it is taken back.',
    data: z.object({ handoffId: id('hof'), level: z.int() }),
  },
  'coordination.handoff-moved.v1': {
    subject: 'hof',
    to: [],
    description: 'A handoff was accepted, assigned, paused or resumed.',
    data: z.object({
      handoffId: id('hof'),
      move: z.enum(['ACCEPTED', 'ASSIGNED', 'PAUSED', 'RESUMED']),
      employeeId: id('emp').nullable(),
      reason: z.string().nullable(),
    }),
  },
  'coordination.meeting-convened.v1': {
    subject: 'mtg',
    to: [],
    description: 'A cross-department meeting was convened with its participants and slot.',
    data: z.object({
      meetingId: id('mtg'),
      cause: z.string(),
      departments: z.array(z.enum(DEPARTMENTS)),
      startsAt: instantField,
      handoffId: id('hof').nullable(),
      /** Employees invited. */
      participants: z.array(id('emp')).optional(),
    }),
  },
  'coordination.meeting-held.v1': {
    subject: 'mtg',
    to: [],
    description: 'A meeting took place with a quorum of its departments.',
    data: z.object({ meetingId: id('mtg'), attendees: z.array(id('emp')) }),
  },
  'coordination.meeting-minuted.v1': {
    subject: 'mtg',
    to: [],
    description: 'The minutes of a meeting are written, with their four sections and what was resolved.',
    data: z.object({ meetingId: id('mtg'), resolutionIds: z.array(id('rsl')) }),
  },
  'coordination.meeting-closed.v1': {
    subject: 'mtg',
    to: [],
    description: 'Everything that a meeting resolved is done or withdrawn.',
    data: z.object({ meetingId: id('mtg') }),
  },
  'coordination.work-opened.v1': {
    subject: 'hof',
    to: [],
    description:
      'Work of coordination itself was put on the board with its deadline: a resolution, a collaboration request, a record of a meeting.',
    data: z.object({
      handoffId: id('hof'),
      kind: z.enum(['RESOLUTION', 'COLLABORATION', 'MEETING']),
      from: z.enum(DEPARTMENTS),
      to: z.enum(DEPARTMENTS),
      about: z.string(),
      dueAt: instantField,
    }),
  },
  'coordination.work-closed.v1': {
    subject: 'hof',
    to: [],
    description: 'Work of coordination itself was settled: a resolution, a collaboration request, a record of a meeting.',
    data: z.object({
      handoffId: id('hof'),
      kind: z.enum(['RESOLUTION', 'COLLABORATION', 'MEETING']),
      state: z.enum(['COMPLETED', 'RETURNED', 'RECALLED']),
    }),
  },
  'coordination.meeting-series-started.v1': {
    subject: 'mts',
    to: [],
    description: 'Departments will meet regularly from now on: a series of meetings was started.',
    data: z.object({
      seriesId: id('mts'),
      departments: z.array(z.enum(DEPARTMENTS)),
      activeFrom: dateField,
      activeUntil: dateField.nullable(),
    }),
  },
  'coordination.meeting-series-ended.v1': {
    subject: 'mts',
    to: [],
    description: 'A series of meetings was ended, with the reason; what it had convened and was not held yet is cancelled.',
    data: z.object({ seriesId: id('mts'), reason: z.string() }),
  },
  'coordination.meeting-cancelled.v1': {
    subject: 'mtg',
    to: [],
    description: 'A meeting was cancelled, with the reason.',
    data: z.object({ meetingId: id('mtg'), reason: z.string() }),
  },
});
