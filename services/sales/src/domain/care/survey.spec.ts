import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { answerInvitation, judgeLink, requireOpen, requireDisinterested, requireRunning } from './survey.js';
import type { SurveyInvitation } from './survey.js';

const on = parseLocalDate('2026-11-23');
const at = new Date('2026-11-23T02:00:00Z');
const link = {
  hash: 'good',
  expiresAt: new Date('2026-12-01T00:00:00Z'),
  failures: 0,
  issuedBy: 'emp_m',
  issuedAt: new Date('2026-11-01T00:00:00Z'),
};
const invitation: SurveyInvitation = {
  ...{ id: 'svi_1', version: 1, campaignId: 'svy_1', customerId: 'cus_1', salespersonId: 'emp_1', state: 'invited', invitedOn: on },
  ...{ link, answers: [], overall: null, answered: null },
};
const answered = answerInvitation(invitation, { answers: [], overall: 4 }, { way: 'LINK', by: null, at, on });

test.each([
  ['none was made', null, 'good', 'LOCKED'],
  ['the right secret', link, 'good', 'GOOD'],
  ['a wrong secret', link, 'bad', 'WRONG'],
  [
    'the right secret after four wrong ones',
    { ...link, failures: 4, issuedBy: 'emp_m', issuedAt: new Date('2026-11-01T00:00:00Z') },
    'good',
    'GOOD',
  ],
  [
    'the right secret after five wrong ones',
    { ...link, failures: 5, issuedBy: 'emp_m', issuedAt: new Date('2026-11-01T00:00:00Z') },
    'good',
    'LOCKED',
  ],
])('[5.2] a link with %s is judged', (_title, one, hash, expected) => {
  expect(judgeLink(one, hash, 5)).toBe(expected);
});

test('[5.2] a survey is answered once, in time', () => {
  expect(answered).toMatchObject({ state: 'answered', overall: 4, answered: { way: 'LINK' } });
  expect(() => requireOpen(invitation, at)).not.toThrow();
  expect(() => requireOpen(answered, at)).toThrow('SURVEY_ANSWERED');
  expect(() => answerInvitation(answered, { answers: [], overall: 1 }, { way: 'VISIT', by: 'emp_1', at, on })).toThrow('SURVEY_ANSWERED');
  expect(() => requireOpen(invitation, link.expiresAt)).toThrow('SURVEY_LINK_EXPIRED');
  expect(() => requireRunning({ endsOn: on }, on)).not.toThrow();
  expect(() => requireRunning({ endsOn: on }, parseLocalDate('2026-11-24'))).toThrow('SURVEY_ENDED');
});

test.each([
  ['who served him when he was asked', 'emp_1'],
  ['who serves him now', 'emp_2'],
])('[5.2] %s hands out no link', (_title, employeeId) => {
  const act = () => requireDisinterested(employeeId, { salespersonId: 'emp_1' }, 'emp_2');
  expect(act).toThrow(expect.objectContaining({ code: 'SURVEY_LINK_OWN_CUSTOMER' }));
});

test('[5.2] somebody else hands it out', () => {
  expect(() => requireDisinterested('emp_9', { salespersonId: 'emp_1' }, 'emp_2')).not.toThrow();
});
