import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { checkRelatedParties } from '../../domain/checks/comparison.js';
import type { Compared, RelatedParty } from '../../domain/checks/comparison.js';
import type { RulePolicy } from '../../domain/checks/contradiction-rules.js';
import { dataAnalysis, figuresOf } from '../../domain/checks/data-analysis.js';
import type { HouseholdFigures } from '../../domain/checks/data-analysis.js';
import { requireInvestigator, withCheck } from '../../domain/investigation/investigation.js';
import { factsOf } from '../../domain/scorecard/scoring-facts.js';
import type { ApplicantFacts } from '../../domain/scorecard/scoring-facts.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { Scoring } from '../scorecard/scoring.js';

export interface RecordDataAnalysisRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  /** A fact that is left out was not verified, and refers. */
  readonly facts: Partial<ApplicantFacts>;
  readonly figures?: Partial<HouseholdFigures> | null;
  readonly sources: string;
  /** What the customer declared beside what was found. */
  readonly comparison?: Partial<Compared> | null;
  readonly relatedParties?: readonly RelatedParty[] | null;
}

/** Records the verified facts and figures and scores the application by the card in use [4.10]. */
@Injectable()
export class RecordDataAnalysis {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly scoring: Scoring,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordDataAnalysisRequest): Promise<string> {
    return this.work.once({ operation: 'record-data-analysis', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const recordedBy = employeeIdOf(actor);
      requireInvestigator(investigation, recordedBy);
      const recordedAt = this.clock.now();
      const rules = await this.parameters.json<RulePolicy[]>('investigation.contradiction-rules', this.clock.today());
      const found = { ...foundOf(input), rules, recordedBy, recordedAt };
      checkRelatedParties(found.relatedParties, investigation.customerId);
      const analysis = dataAnalysis({ checkId: newId('dan'), ...found }, investigation.terms);
      const recorded = withCheck(investigation, { dataAnalyses: [...investigation.dataAnalyses, analysis] });
      await this.investigations.save(await this.scoring.assess(recorded, recordedAt, tx), tx);
      return investigation.id;
    });
  }
}

function foundOf({ facts, figures, sources, comparison, relatedParties }: RecordDataAnalysisRequest) {
  return {
    facts: factsOf(facts),
    figures: figuresOf(figures ?? {}),
    sources,
    comparison: comparison ? { amounts: comparison.amounts ?? [], statements: comparison.statements ?? [] } : null,
    relatedParties: relatedParties ?? [],
  };
}
