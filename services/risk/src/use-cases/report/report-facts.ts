import type { Participant } from '@weilend/contracts';
import type { Investigation } from '../../domain/investigation/investigation.js';
import type { RiskReport } from '../../domain/report/risk-report.js';

/** What sales and approval learn of a final report: its figures, and who took part so far, the two investigators included. */
export function reportFigures({ participants, salespersonId }: Investigation, report: RiskReport) {
  const { applicationId, investigationId, id: reportId, reportVersion, hash: reportHash, rating, recommendation, recommended } = report;
  const { score, cardId: scorecardId, cardVersion: scorecardVersion, cardHash: scorecardHash } = report.score;
  const sold: Participant = { role: 'SALESPERSON', employeeId: salespersonId };
  const investigated = report.investigatorIds.map((employeeId): Participant => ({ role: 'INVESTIGATOR', employeeId }));
  const before = (participants as readonly Participant[]).filter((one) => one.role !== 'INVESTIGATOR');
  const known = before.some((one) => one.role === 'SALESPERSON') ? before : [sold, ...before];
  return {
    ...{
      applicationId,
      investigationId,
      reportId,
      reportVersion,
      reportHash,
      rating,
      recommendation,
      score,
      scorecardId,
      scorecardVersion,
      ...(scorecardHash === undefined ? {} : { scorecardHash }),
    },
    recommendedAmountFen: recommended.amountFen,
    recommendedTermMonths: recommended.termMonths,
    recommendedAnnualRate: recommended.annualRate,
    participants: [...known, ...investigated],
  };
}
