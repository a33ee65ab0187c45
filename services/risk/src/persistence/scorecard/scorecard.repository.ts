import { Injectable } from '@nestjs/common';
import { DomainError, invariant } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { cardFor, contentOf } from '../../domain/scorecard/scorecard-version.js';
import type { CardSegment, ScorecardVersion } from '../../domain/scorecard/scorecard-version.js';
import type { Scorecard } from '../../domain/scorecard/scorecard.js';
import type { StoredScore } from '../../domain/scorecard/scorecards.js';
import { scorecardCollection } from './scorecard.schema.js';

const DUPLICATE_KEY = 11_000;

/** The cards that score a customer now. */
export interface CardsInUse {
  readonly champion: ScorecardVersion;
  readonly challenger: ScorecardVersion | null;
}

/** The scorecards of the company; a card that is not as it was hashed is not given to anybody. */
@Injectable()
export class Scorecards extends Repository<ScorecardVersion> {
  constructor(database: Database) {
    super(database, scorecardCollection, 'scorecard');
  }

  /** The card that decides about a customer, and the one in its shadow. */
  async inUse(customerType: string, tx: Tx): Promise<CardsInUse> {
    const segment = { $in: ['ALL', customerType] };
    const champion = cardFor(await this.findMany({ segment, state: 'ACTIVE' }, tx), customerType);
    invariant(champion, 'a card for all customers is always in force');
    const challenger = cardFor(await this.findMany({ segment, challenger: true }, tx), customerType);
    return { champion, challenger };
  }

  /** The card that gave a stored score, as it was then. */
  async ofScore({ cardId, cardVersion }: StoredScore, tx: Tx): Promise<Scorecard> {
    const card = await this.findOne({ cardId, cardVersion }, tx);
    invariant(card, `no scorecard ${cardId} version ${cardVersion}`);
    return contentOf(card);
  }

  activeOf(segment: CardSegment, tx: Tx): Promise<ScorecardVersion | null> {
    return this.findOne({ segment, state: 'ACTIVE' }, tx);
  }

  challengerOf(segment: CardSegment, tx: Tx): Promise<ScorecardVersion | null> {
    return this.findOne({ segment, challenger: true }, tx);
  }

  /** Number of the next version of a card: 1 for a card that nobody has written before. */
  async nextVersion(cardId: string, tx: Tx): Promise<number> {
    const [last] = await this.findMany({ cardId }, tx, { sort: { cardVersion: -1 }, limit: 1 });
    return (last?.cardVersion ?? 0) + 1;
  }

  /** Two at once: the second one is asked to look again. */
  override async insert(card: ScorecardVersion, tx: Tx): Promise<ScorecardVersion> {
    return onlyOnce(() => super.insert(card, tx));
  }

  override async save(card: ScorecardVersion, tx: Tx): Promise<ScorecardVersion> {
    return onlyOnce(() => super.save(card, tx));
  }
}

async function onlyOnce<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new DomainError('CHANGED_MEANWHILE');
    throw error;
  }
}
