import { RISK_RATINGS, RISK_RECOMMENDATIONS } from '@weilend/contracts';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { SCORECARD_STATES } from '../../domain/scorecard/scorecard.machine.js';
import { CARD_SEGMENTS } from '../../domain/scorecard/scorecard-version.js';

const originRecord = record({
  fittedOn: fields.date,
  dataSha256: fields.text,
  auc: { type: Number, required: true },
  ks: { type: Number, required: true },
  detail: fields.optionalJson,
});

export const scorecardCollection = defineCollection({
  name: 'scorecards',
  fields: {
    cardId: fields.text,
    cardVersion: fields.count,
    content: fields.json,
    hash: fields.text,
    segment: oneOf(CARD_SEGMENTS),
    state: oneOf(SCORECARD_STATES),
    challenger: fields.flag,
    reason: fields.text,
    origin: { type: originRecord, default: null },
    draftedBy: fields.text,
    draftedAt: fields.instant,
    proposedBy: fields.optionalText,
    proposedAt: fields.optionalInstant,
    approvedBy: fields.optionalText,
    approvedAt: fields.optionalInstant,
    activatedBy: fields.optionalText,
    activeFrom: fields.optionalDate,
    closedBy: fields.optionalText,
    closedAt: fields.optionalInstant,
    closingReason: fields.optionalText,
  },
  indexes: [
    {
      name: 'card',
      keys: { cardId: 1, cardVersion: 1 },
      why: 'a version of a card is written once, whatever races; the card that a stored score names',
      options: { unique: true },
    },
    {
      name: 'oneActive',
      keys: { segment: 1, state: 1 },
      why: 'one card decides for each kind of customer, whatever races',
      options: { unique: true, partialFilterExpression: { state: 'ACTIVE' } },
    },
    {
      name: 'oneChallenger',
      keys: { segment: 1, challenger: 1 },
      why: 'one card in the shadow for each kind of customer, whatever races',
      options: { unique: true, partialFilterExpression: { challenger: true } },
    },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the cards in a state, newest first' },
  ],
});

/** What the challenger said of each investigation; kept apart from it, so that it cannot decide anything. */
export const shadowScoreCollection = defineCollection({
  name: 'shadow_scores',
  fields: {
    investigationId: fields.id,
    championId: fields.id,
    challengerId: fields.id,
    championScore: fields.count,
    championRecommendation: oneOf(RISK_RECOMMENDATIONS),
    challengerHash: fields.text,
    challengerScore: fields.count,
    challengerRating: oneOf(RISK_RATINGS),
    challengerRecommendation: oneOf(RISK_RECOMMENDATIONS),
    scoredAt: fields.instant,
    scoredOn: fields.date,
  },
  indexes: [
    {
      name: 'investigation',
      keys: { investigationId: 1, challengerId: 1 },
      why: 'the latest word of a challenger on an investigation; one row for each, whatever races',
      options: { unique: true },
    },
    {
      name: 'comparison',
      keys: { challengerId: 1, scoredOn: 1, championId: 1, championRecommendation: 1, challengerRecommendation: 1 },
      why: 'the table of agreement over a period is counted from the index alone',
    },
  ],
});
