import { DEPARTMENTS } from '@weilend/kernel';
import { z } from 'zod';
import { defineEvents } from '../define.js';
import { dateField, id, instantField } from '../fields.js';

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
