import type { Investigation } from '../investigation/investigation.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import { scoreAndKeep } from '../scorecard/scorecards.js';
import { NO_FACTS } from '../scorecard/scoring-facts.js';
import type { ScoringFacts } from '../scorecard/scoring-facts.js';

// What the findings say together: the score by the card in use, computed again with every check. Where statements and findings do not fit
// is told by `contradictions.ts`.

type Findings = Pick<Investigation, 'terms' | 'purpose' | 'bureau' | 'dataAnalyses'>;

/** The investigation with its score computed again from everything known now, by the card in force. */
export function assess(investigation: Investigation, card: Scorecard, at: Date): Investigation {
  return { ...investigation, score: scoreAndKeep(scoringFactsOf(investigation), card, at) };
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
