import { businessDateOf, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Database, Migration } from '@weilend/mongo';
import type { CardProvenance } from '../../domain/scorecard/card-provenance.js';
import { checkScorecard } from '../../domain/scorecard/check-scorecard.js';
import { draftScorecard } from '../../domain/scorecard/scorecard-version.js';
import type { CardOrigin, ScorecardVersion } from '../../domain/scorecard/scorecard-version.js';
import type { Scorecard } from '../../domain/scorecard/scorecard.js';
import { CARDS, currentCard, hashOfCard, PROVENANCES } from '../../domain/scorecard/scorecards.js';
import { investigationCollection } from '../investigation/investigation.schema.js';
import { scorecardCollection } from '../scorecard/scorecard.schema.js';

const PRODUCT = 'service:risk';

/** One step for each card of the product, so that a card that comes with a later release becomes a row with the next start. */
function seedOf(card: Scorecard): Migration {
  return {
    name: `0003-scorecard-${card.id}-${card.version}`,
    async up(database: Database): Promise<void> {
      const { id: _id, ...row } = { ...seeded(card, new Date()), version: 1 };
      await database
        .collection(scorecardCollection.name)
        .updateOne({ cardId: card.id, cardVersion: card.version } as never, { $setOnInsert: { _id, ...row } } as never, { upsert: true });
    },
  };
}

/** The expert card decides from the first day; every other one waits for people to approve it. */
function seeded(card: Scorecard, at: Date): ScorecardVersion {
  checkScorecard(card);
  const by = { by: PRODUCT, at };
  const reason = 'comes with the product';
  const draft = draftScorecard({ id: newId('scd'), content: card, segment: 'ALL', reason, origin: originOf(card) }, by);
  const proposed = { ...draft, state: 'PROPOSED' as const, proposedBy: PRODUCT, proposedAt: at };
  if (card !== currentCard) return proposed;
  const decided = { approvedBy: PRODUCT, approvedAt: at, activatedBy: PRODUCT, activeFrom: businessDateOf(at) };
  return { ...proposed, ...decided, state: 'ACTIVE' };
}

function originOf({ id, version }: Scorecard): CardOrigin | null {
  const found = PROVENANCES.find(({ card }) => card.id === id && card.version === version);
  return found ? { ...figuresOf(found), detail: found } : null;
}

function figuresOf({ fittedOn, dataSha256, aucCrossValidated: auc, ksCrossValidated: ks }: CardProvenance): Omit<CardOrigin, 'detail'> {
  return { fittedOn: fittedOn as LocalDate, dataSha256, auc, ks };
}

/** Scores of before name their card by hash too; a report of before is what it was, because its own hash covers the score in it. */
const hashOfScores: Migration = {
  name: '0003-stored-scores',
  async up(database: Database): Promise<void> {
    for (const card of CARDS) {
      await database
        .collection(investigationCollection.name)
        .updateMany(
          { 'score.cardId': card.id, 'score.cardVersion': card.version, 'score.cardHash': { $exists: false } } as never,
          { $set: { 'score.cardHash': hashOfCard(card) } } as never,
        );
    }
  },
};

export const storedScorecards: readonly Migration[] = [...CARDS.map(seedOf), hashOfScores];
