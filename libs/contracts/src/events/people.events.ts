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
