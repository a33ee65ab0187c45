import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { OFFICES } from '../../domain/member/member.js';
import { AGENDA_OUTCOMES, SESSION_STATES } from '../../domain/session/session.js';

const invitation = record({ employeeId: fields.id, office: oneOf(OFFICES) });
const outcome = record({ caseId: fields.id, applicationId: fields.text, result: oneOf(Object.keys(AGENDA_OUTCOMES)) });

export const sessionCollection = defineCollection({
  name: 'committee_sessions',
  fields: {
    state: oneOf(SESSION_STATES),
    heldAt: fields.instant,
    openedBy: fields.id,
    agenda: fields.texts,
    invited: { type: [invitation], required: true },
    present: { type: [String], default: null },
    moved: fields.texts,
    cancelledReason: fields.optionalText,
    outcomes: { type: [outcome], required: true },
    closedAt: fields.optionalInstant,
    minutesHtml: fields.optionalText,
  },
  indexes: [
    { name: 'agenda', keys: { agenda: 1, state: 1 }, why: 'a case is on one open agenda' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the sittings still open' },
    { name: 'ahead', keys: { state: 1, heldAt: 1, _id: 1 }, why: 'sittings ahead, the next first' },
  ],
});
