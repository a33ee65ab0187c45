import type { Investigation } from '../investigation/investigation.js';
import { currentCard, scoreAndKeep } from '../scorecard/scorecards.js';
import { NO_FACTS } from '../scorecard/scoring-facts.js';
import type { ScoringFacts } from '../scorecard/scoring-facts.js';

// What the findings say together: the score by the card in use, computed again with every check. Where statements and findings do not fit
// is told by `contradictions.ts`.

type Findings = Pick<Investigation, 'terms' | 'purpose' | 'bureau' | 'dataAnalyses'>;

/** The investigation with its score computed again from everything known now. */
export function assess(investigation: Investigation, at: Date): Investigation {
  return { ...investigation, score: scoreAndKeep(scoringFactsOf(investigation), currentCard, at) };
}

/** What the scorecard may see: verified facts, the loan as asked for, the bureau's answer; what is missing is null. */
export function scoringFactsOf({ terms, purpose, bureau, dataAnalyses }: Findings): ScoringFacts {
  return {
    ...(dataAnalyses.at(-1)?.facts ?? NO_FACTS),
    amountFen: terms.amountFen,
    termMonths: terms.termMonths,
    purpose,
    bureauScore: bureau?.score ?? null,
    bureauSeriousDelinquency: bureau?.currentSeriousDelinquency ?? null,
  };
}
