import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import { matterOfDisagreement } from './disagreement.js';
import type { Disagreement } from './disagreement.js';

const work = { id: 'hof_1', type: 'decide-application', from: 'risk', to: 'approval', subject: 'app_1' } as const;
const raised: Disagreement = {
  meetingId: 'mtg_1',
  issue: '授信额度分歧',
  raisedBy: 'risk',
  coordinates: false,
  departments: [],
  subject: null,
  work,
};

describe('a disagreement that a manager raises', () => {
  it('[8.6] about a piece of work calls both sides, with the issue on the agenda', () => {
    expect(matterOfDisagreement(raised)).toEqual({
      cause: 'DISAGREEMENT',
      causeKey: 'mtg_1',
      title: '部门分歧协调会',
      agenda: ['分歧：授信额度分歧', '交接 decide-application（risk → approval）：app_1', '各部门意见、解决方案与责任人'],
      departments: ['risk', 'approval'],
      subject: 'app_1',
      handoffId: 'hof_1',
    });
  });

  it.each([
    [
      'work about a contract: legal too',
      { work: { ...work, type: 'disburse-loan', from: 'sales', to: 'finance' } as const, raisedBy: 'finance' as const },
      ['sales', 'finance', 'compliance'],
    ],
    ['more departments', { departments: ['finance', 'risk'] as const }, ['risk', 'approval', 'finance']],
    ['a subject: one’s own and the named ones', { work: null, subject: 'app_2', departments: ['sales'] as const }, ['risk', 'sales']],
    ['nothing in particular', { work: null, departments: ['hr'] as const }, ['risk', 'hr']],
    ['what others disagree about, by the coordinator', { raisedBy: 'coordination' as const, coordinates: true }, ['risk', 'approval']],
    [
      'a subject, by the coordinator',
      { work: null, raisedBy: 'coordination' as const, coordinates: true, departments: ['risk', 'hr'] as const },
      ['risk', 'hr'],
    ],
  ])('[8.6] %s', (_name, change, departments) => {
    expect(matterOfDisagreement({ ...raised, ...change }).departments).toEqual(departments);
  });

  it.each([
    ['without an issue', { issue: ' ' }, 'REASON_MISSING'],
    ['with oneself', { work: null, departments: ['risk'] as const }, 'MEETING_DEPARTMENTS_TOO_FEW'],
    ['with nobody', { work: null }, 'MEETING_DEPARTMENTS_TOO_FEW'],
    ['about the work of others', { raisedBy: 'hr' as const }, 'DISAGREEMENT_OF_OTHERS'],
    ['by nobody of a department', { raisedBy: null }, 'DISAGREEMENT_OF_OTHERS'],
    [
      'between others, by nobody of a department',
      { raisedBy: null, work: null, departments: ['hr', 'risk'] as const },
      'DISAGREEMENT_OF_OTHERS',
    ],
  ])('[8.6] is not raised %s', (_name, change, code) => {
    expect(() => matterOfDisagreement({ ...raised, ...change })).toThrow(new DomainError(code));
  });
});
