import { FACT_WORDS } from '../../domain/scorecard/score-words.js';
import type { Band, Condition } from '../../domain/scorecard/scorecard.js';
import type { ScorecardVersion } from '../../domain/scorecard/scorecard-version.js';
import type { FactName } from '../../domain/scorecard/scoring-facts.js';
import type { EmployeeStub } from '../references.type.js';
import type { ScorecardType } from './scorecard.type.js';

/** A stored card as the graph shows it: lists in place of a map, values as they are written. */
export function viewOf(card: ScorecardVersion): ScorecardType {
  const { content, draftedBy, proposedBy, approvedBy, activatedBy, ...rest } = card;
  const { required, attributes, knockOuts, refer, grades } = content;
  const bandsOf = (bands: readonly Band[]) => bands.map((band) => ({ ...conditionOf(band), points: band.points }));
  return {
    ...rest,
    ...{ required, grades },
    attributes: (Object.entries(attributes) as [FactName, readonly Band[]][]).map(([fact, bands]) => ({
      ...{ fact, name: FACT_WORDS[fact] ?? fact },
      bands: bandsOf(bands),
    })),
    knockOuts: knockOuts.map((rule) => ({ code: rule.code, fact: rule.fact, ...conditionOf(rule) })),
    refer: refer.map((rule) => ({ code: rule.code, fact: rule.fact, ...conditionOf(rule) })),
    draftedBy: personOf(draftedBy),
    proposedBy: personOf(proposedBy),
    approvedBy: personOf(approvedBy),
    activatedBy: personOf(activatedBy),
  };
}

function conditionOf(condition: Condition): { values: readonly string[] | null; from: number | null; below: number | null } {
  if ('values' in condition) return { values: condition.values.map(String), from: null, below: null };
  return { values: null, from: condition.from ?? null, below: condition.below ?? null };
}

/** Nobody for what came with the product. */
function personOf(by: string | null): EmployeeStub | null {
  return by === null || by.startsWith('service:') ? null : { id: by };
}
