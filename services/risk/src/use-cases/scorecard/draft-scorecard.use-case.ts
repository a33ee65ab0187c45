import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { draftScorecard } from '../../domain/scorecard/scorecard-version.js';
import type { CardSegment } from '../../domain/scorecard/scorecard-version.js';
import type { Scorecard } from '../../domain/scorecard/scorecard.js';
import { Scorecards } from '../../persistence/scorecard/scorecard.repository.js';

export interface DraftScorecardRequest {
  readonly requestKey?: string | null;
  readonly cardId: string;
  readonly segment: CardSegment;
  readonly content: Omit<Scorecard, 'id' | 'version'>;
  readonly reason: string;
  /** Where fitted points come from; null for points set by people. */
  readonly origin?: {
    readonly fittedOn: LocalDate;
    readonly dataSha256: string;
    readonly auc: number;
    readonly ks: number;
  } | null;
}

const CARD_ID = /^[a-z][a-z0-9-]{2,39}$/;

/** Writes down the next version of a card; it is checked when it is proposed [4.10]. */
@Injectable()
export class DraftScorecard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scorecards: Scorecards,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: DraftScorecardRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'draft-scorecard', actor, input }, async (tx) => {
      const { cardId: id, content, segment, reason, origin } = input;
      if (!CARD_ID.test(id)) throw new DomainError('SCORECARD_NAME_INVALID', {}, 'cardId');
      const version = await this.scorecards.nextVersion(id, tx);
      const draft = { id: newId('scd'), content: { id, version, ...content }, segment, reason };
      const from = origin ? { ...origin, detail: null } : null;
      return (await this.scorecards.insert(draftScorecard({ ...draft, origin: from }, { by, at: this.clock.now() }), tx)).id;
    });
  }
}
