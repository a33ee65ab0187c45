import { canonicalHash } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { findingOf, requestedFinding, reusing } from '../../domain/bureau/bureau-inquiry.js';
import type { BureauInquiry, Reuse } from '../../domain/bureau/bureau-inquiry.js';
import { withCheck } from '../../domain/investigation/investigation.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import type { InquiryRecords } from './inquiry-records.js';

/** Takes over a stored report: the investigation has its finding at once, the access log says who used it and under which consent. */
export async function reuseReport(
  investigation: Investigation,
  by: { source: BureauInquiry; reuse: Reuse; records: InquiryRecords; age: number | null },
  tx: Tx,
): Promise<string> {
  const { source, reuse, records } = by;
  const inquiry = await records.inquiries.insert(reusing(source, reuse), tx);
  const bureau = findingOf(requestedFinding(inquiry, by.age), inquiry, source.report);
  const assessed = await records.scoring.assess(withCheck(investigation, { bureau }), reuse.requestedAt, tx);
  await records.investigations.save(assessed, tx);
  const { customerId, applicationId, consentId, purpose: reason } = inquiry;
  const resultHash = canonicalHash(source.report);
  await records.accessLog.note(
    { kind: 'BUREAU_REUSE', customerId, applicationId, objectId: inquiry.id, consentId, reason, resultHash },
    tx,
  );
  return inquiry.id;
}
