import { DomainError } from '@weilend/kernel';
import type { BureauFinding } from '../bureau/bureau-inquiry.js';
import type { Investigation } from '../investigation/investigation.js';
import type { AmountComparison } from './comparison.js';
import { AMOUNT_RULES, isTooGood, policyOf, STATEMENT_RULES } from './contradiction-rules.js';
import type { ContradictionCode, RulePolicy, Severity } from './contradiction-rules.js';
import type { DataAnalysis } from './data-analysis.js';
import { writtenText } from './written-text.js';

// Where what the customer stated does not fit what was found elsewhere (矛盾). A contradiction is answered with an explanation that rests on
// a check of the same investigation; a grave one that nobody explained stays in the report, and then nobody may recommend to approve.

export interface Contradiction {
  readonly code: ContradictionCode;
  /** Not there in reports from before contradictions were weighed. */
  readonly severity?: Severity;
  readonly stated: string;
  readonly found: string;
}

export interface ContradictionAnswer {
  readonly code: ContradictionCode;
  /** What it was about; an analysis with other figures has to be answered anew. */
  readonly stated: string;
  readonly found: string;
  readonly explanation: string;
  /** Checks of the investigation, or questions that sales answered. */
  readonly evidenceIds: readonly string[];
  readonly answeredBy: string;
  readonly answeredAt: Date;
}

type Findings = Pick<Investigation, 'bureau' | 'dataAnalyses'>;
type Found = Omit<Contradiction, 'severity'>;

/** Histories that admit trouble with earlier debts. */
const TROUBLED = ['PAST_DELAY', 'CRITICAL_OR_OTHER_CREDITS'];

/** Where statements and findings do not fit, by the rules of the day of the analysis; nothing before there is one. */
export function contradictionsOf({ bureau, dataAnalyses }: Findings): Contradiction[] {
  const analysis = dataAnalyses.at(-1);
  if (!analysis) return [];
  const rules = analysis.rules ?? [];
  const found = [
    ...incomeContradictions(analysis, rules),
    ...(bureau ? bureauContradictions(analysis, bureau) : []),
    ...amountContradictions(withBureau(analysis.comparison?.amounts ?? [], bureau), rules),
    ...statementContradictions(analysis),
  ];
  return found.map((one) => ({ ...one, severity: policyOf(rules, one.code).severity }));
}

/** Why a contradiction is none after all, if somebody explained exactly this one; the last explanation counts. */
export function answerTo(answers: readonly ContradictionAnswer[], { code, stated, found }: Found): ContradictionAnswer | null {
  return answers.filter((one) => one.code === code && one.stated === stated && one.found === found).at(-1) ?? null;
}

/** Grave contradictions that nobody explained. */
export function unanswered(investigation: Findings & Pick<Investigation, 'contradictionAnswers'>): Contradiction[] {
  return contradictionsOf(investigation).filter((one) => one.severity === 'HIGH' && !answerTo(investigation.contradictionAnswers, one));
}

/** All answers with one more; throws CONTRADICTION_UNKNOWN, CONTRADICTION_EVIDENCE_MISSING or a text refusal [4.9]. */
export function answerContradiction(
  investigation: Investigation,
  said: Pick<ContradictionAnswer, 'code' | 'explanation' | 'evidenceIds' | 'answeredBy' | 'answeredAt'>,
): ContradictionAnswer[] {
  const contradiction = contradictionsOf(investigation).find((one) => one.code === said.code);
  if (!contradiction) throw new DomainError('CONTRADICTION_UNKNOWN', {}, 'code');
  const known = evidenceOf(investigation);
  if (said.evidenceIds.length === 0 || said.evidenceIds.some((id) => !known.has(id)))
    throw new DomainError('CONTRADICTION_EVIDENCE_MISSING', {}, 'evidenceIds');
  const { stated, found } = contradiction;
  const answer = {
    ...said,
    stated,
    found,
    explanation: writtenText(said.explanation, 'explanation', 10),
    evidenceIds: [...said.evidenceIds],
  };
  return [...investigation.contradictionAnswers, answer];
}

/** An analysis found the contradiction and does not explain it: visits, calls and answers do. */
function evidenceOf({ siteVisits, phoneVerifications, informationRequests }: Investigation): ReadonlySet<string> {
  const answered = informationRequests.filter((one) => one.reply?.kind === 'ANSWERED').map((one) => one.requestId);
  return new Set([...siteVisits.map((one) => one.checkId), ...phoneVerifications.map((one) => one.checkId), ...answered]);
}

function bureauContradictions({ facts }: DataAnalysis, bureau: BureauFinding): Found[] {
  const found: Found[] = [];
  if (bureau.currentSeriousDelinquency && facts.creditHistory !== null && !TROUBLED.includes(facts.creditHistory))
    found.push({ code: 'DELINQUENCY_NOT_STATED', stated: facts.creditHistory, found: 'bureau: serious delinquency now' });
  if (bureau.openCredits !== null && facts.existingCredits !== null && bureau.openCredits > facts.existingCredits)
    found.push({ code: 'CREDITS_UNDERSTATED', stated: String(facts.existingCredits), found: `bureau: ${bureau.openCredits}` });
  if (bureau.ageInYears !== null && facts.ageInYears !== null && Math.abs(bureau.ageInYears - facts.ageInYears) > 1)
    found.push({ code: 'AGE_DIFFERS', stated: String(facts.ageInYears), found: `identity number: ${bureau.ageInYears}` });
  return found;
}

function incomeContradictions({ figures }: DataAnalysis, rules: readonly RulePolicy[]): Found[] {
  const { declaredIncomeFen: stated, verifiedIncomeFen: verified } = figures;
  const { tolerance } = policyOf(rules, 'INCOME_OVERSTATED');
  if (stated === null || verified === null || !isTooGood(stated, verified, { tooGood: 'above', tolerance })) return [];
  return [{ code: 'INCOME_OVERSTATED', stated: `${stated} fen a month`, found: `${verified} fen a month` }];
}

/** What the report itself adds up to takes the place of what somebody read off it; an income is in no report. */
function withBureau(amounts: readonly AmountComparison[], bureau: BureauFinding | null): readonly AmountComparison[] {
  const debts = bureau?.figures?.debts;
  if (!debts) return amounts;
  const known = { INCOME: null, TOTAL_DEBT: debts.balanceFen, MONTHLY_PAYMENTS: debts.monthlyPaymentFen };
  return amounts.map((one) => ({ ...one, bureauFen: known[one.subject] ?? one.bureauFen }));
}

function amountContradictions(amounts: readonly AmountComparison[], rules: readonly RulePolicy[]): Found[] {
  return AMOUNT_RULES.flatMap(({ code, subject, against, tooGood }) => {
    const line = amounts.find((one) => one.subject === subject);
    const foundFen = against === 'documents' ? line?.documentedFen : line?.bureauFen;
    if (!line || foundFen === null || foundFen === undefined) return [];
    const { tolerance } = policyOf(rules, code);
    if (!isTooGood(line.declaredFen, foundFen, { tooGood, tolerance })) return [];
    return [{ code, stated: `${line.declaredFen} fen`, found: `${against}: ${foundFen} fen` }];
  });
}

function statementContradictions({ comparison }: DataAnalysis): Found[] {
  return STATEMENT_RULES.flatMap(({ code, subject }) => {
    const line = comparison?.statements.find((one) => one.subject === subject);
    const against = [
      ...(line?.agreesWithDocuments === false ? ['documents'] : []),
      ...(line?.agreesWithBureau === false ? ['bureau'] : []),
    ];
    return against.length > 0 ? [{ code, stated: 'as declared', found: `differs: ${against.join(', ')}` }] : [];
  });
}
