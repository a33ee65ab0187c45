import type { Tx } from '@weilend/mongo';
import { calledOff, findingOf } from '../../domain/bureau/bureau-inquiry.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import type { BureauInquiries } from '../../persistence/bureau/bureau-inquiry.repository.js';

/** Calls an unanswered inquiry off: without an investigation there is no purpose left to ask for. */
export async function stopInquiry(
  investigation: Investigation,
  by: { inquiries: BureauInquiries; reason: string },
  tx: Tx,
): Promise<Investigation> {
  const { bureau } = investigation;
  if (bureau?.state !== 'REQUESTED') return investigation;
  const stopped = await by.inquiries.save(calledOff(await by.inquiries.get(bureau.inquiryId, tx), by.reason), tx);
  return { ...investigation, bureau: findingOf(bureau, stopped) };
}
