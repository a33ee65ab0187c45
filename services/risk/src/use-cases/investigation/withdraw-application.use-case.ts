import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { endWithoutReport } from '../../domain/investigation/investigation.js';
import { BureauInquiries } from '../../persistence/bureau/bureau-inquiry.repository.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { ApplicationFactsStore } from '../../persistence/projections.repository.js';
import { stopInquiry } from '../bureau/stop-inquiry.js';

const BY = 'service:sales';

/** The customer withdrew: noted for good, the open investigation ends, work from sales is recalled. What is final stays final. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly facts: ApplicationFactsStore,
    private readonly investigations: Investigations,
    private readonly inquiries: BureauInquiries,
    private readonly handoffs: Handoffs,
  ) {}

  async apply({ applicationId, reason, withdrawnAt }: EventData<'sales.application-withdrawn.v1'>, tx: Tx): Promise<void> {
    const known = await this.facts.known(applicationId, tx);
    const withdrawal = known.withdrawal ?? { at: new Date(withdrawnAt), reason };
    await this.facts.put({ ...known, withdrawal }, tx);
    await this.end(applicationId, withdrawal, tx);
    await this.handoffs.recallAllAbout(applicationId, withdrawal.reason, tx);
  }

  /** Ends the open investigation of an application, if there is one. */
  async end(applicationId: string, withdrawal: { at: Date; reason: string }, tx: Tx): Promise<void> {
    const open = await this.investigations.openOf(applicationId, tx);
    if (!open) return;
    const ended = endWithoutReport(open, 'withdraw', { at: withdrawal.at, by: BY, reasons: [withdrawal.reason] });
    await this.investigations.save(await stopInquiry(ended, { inquiries: this.inquiries, reason: 'the customer withdrew' }, tx), tx);
  }
}
