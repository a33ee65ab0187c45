import type { Investigation } from '../investigation/investigation.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import { scoreAndKeep } from '../scorecard/scorecards.js';
import { NO_FACTS } from '../scorecard/scoring-facts.js';
import type { ScoringFacts } from '../scorecard/scoring-facts.js';
import type { BureauFinding } from '../bureau/bureau-inquiry.js';
import type { DataAnalysis } from './data-analysis.js';

// What the findings say together: the score by the card in use, and where what the customer stated does not fit what was found
// elsewhere. A contradiction decides nothing by itself; the report's section on truth of information has to deal with it.

export interface Contradiction {
  readonly code: 'DELINQUENCY_NOT_STATED' | 'CREDITS_UNDERSTATED' | 'AGE_DIFFERS' | 'INCOME_OVERSTATED';
  readonly stated: string;
  readonly found: string;
}

type Findings = Pick<Investigation, 'terms' | 'purpose' | 'bureau' | 'dataAnalyses'>;

/** Histories that admit trouble with earlier debts. */
const TROUBLED = ['PAST_DELAY', 'CRITICAL_OR_OTHER_CREDITS'];

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

/** Where statements and findings do not fit; nothing before there is an analysis. */
export function contradictionsOf({ bureau, dataAnalyses }: Pick<Findings, 'bureau' | 'dataAnalyses'>): Contradiction[] {
  const analysis = dataAnalyses.at(-1);
  if (!analysis) return [];
  return [...incomeContradictions(analysis), ...(bureau ? bureauContradictions(analysis, bureau) : [])];
}

function bureauContradictions({ facts }: DataAnalysis, bureau: BureauFinding): Contradiction[] {
  const found: Contradiction[] = [];
  if (bureau.currentSeriousDelinquency && facts.creditHistory !== null && !TROUBLED.includes(facts.creditHistory)) {
    found.push({ code: 'DELINQUENCY_NOT_STATED', stated: facts.creditHistory, found: 'bureau: serious delinquency now' });
  }
  if (bureau.openCredits !== null && facts.existingCredits !== null && bureau.openCredits > facts.existingCredits) {
    found.push({ code: 'CREDITS_UNDERSTATED', stated: String(facts.existingCredits), found: `bureau: ${bureau.openCredits}` });
  }
  if (bureau.ageInYears !== null && facts.ageInYears !== null && Math.abs(bureau.ageInYears - facts.ageInYears) > 1) {
    found.push({ code: 'AGE_DIFFERS', stated: String(facts.ageInYears), found: `identity number: ${bureau.ageInYears}` });
  }
  return found;
}

/** More than a fifth above what documents show. */
function incomeContradictions({ figures }: DataAnalysis): Contradiction[] {
  const { declaredIncomeFen: stated, verifiedIncomeFen: verified } = figures;
  if (stated === null || verified === null || stated * 5 <= verified * 6) return [];
  return [{ code: 'INCOME_OVERSTATED', stated: `${stated} fen a month`, found: `${verified} fen a month` }];
}
