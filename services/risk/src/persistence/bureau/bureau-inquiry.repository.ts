import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { BureauInquiry } from '../../domain/bureau/bureau-inquiry.js';
import type { BureauReport } from '../../domain/bureau/bureau-report.js';
import { bureauInquiryCollection } from './bureau-inquiry.schema.js';

const COLLECTION = bureauInquiryCollection.name;

/** Inquiries with the identity number and the answer encrypted at rest. */
@Injectable()
export class BureauInquiries extends Repository<BureauInquiry> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, bureauInquiryCollection, 'bureau inquiry');
  }

  /** The inquiry that has waited longest for its next attempt, or null. */
  async nextDue(now: Date, tx: Tx): Promise<BureauInquiry | null> {
    const [first] = await this.findMany({ state: 'REQUESTED', nextAttemptAt: { $lte: now } }, tx, { sort: { nextAttemptAt: 1 }, limit: 1 });
    return first ?? null;
  }

  /** The inquiry about a person that the bureau has not answered yet, or null. */
  async pendingOf(identityIndex: string, tx: Tx): Promise<BureauInquiry | null> {
    return this.findOne({ identityIndex, state: 'REQUESTED' }, tx);
  }

  /** The latest question about a person, whatever became of it, or null. */
  async latestAsked(identityIndex: string, tx: Tx): Promise<BureauInquiry | null> {
    const [latest] = await this.findMany({ identityIndex, reusedFrom: null }, tx, { sort: { _id: -1 }, limit: 1 });
    return latest ?? null;
  }

  /** The latest inquiry about a person that was asked and answered, or null. */
  async latestAnswer(identityIndex: string, tx: Tx): Promise<BureauInquiry | null> {
    const filter = { identityIndex, state: 'ANSWERED', reusedFrom: null };
    const [latest] = await this.findMany(filter, tx, { sort: { answeredAt: -1 }, limit: 1 });
    return latest ?? null;
  }

  protected override toDocument(inquiry: BureauInquiry): Record<string, unknown> {
    const { id, identityNumber, report } = inquiry;
    const seal = (field: string, text: string): string => this.cipher.encrypt(text, { collection: COLLECTION, id, field });
    return {
      ...super.toDocument(inquiry),
      identityNumber: identityNumber === null ? null : seal('identityNumber', identityNumber),
      report: report === null ? null : seal('report', JSON.stringify(report)),
    };
  }

  protected override toEntity(document: Stored): BureauInquiry {
    const entity = super.toEntity(document);
    const open = (field: 'identityNumber' | 'report'): string | null => {
      const sealed = document[field] as string | null;
      return sealed === null ? null : this.cipher.decrypt(sealed, { collection: COLLECTION, id: document._id, field });
    };
    const report = open('report');
    return { ...entity, identityNumber: open('identityNumber'), report: report === null ? null : reportIn(report) };
  }
}

/** Reports from before details were delivered have none. */
function reportIn(text: string): BureauReport {
  return { details: null, ...(JSON.parse(text) as Omit<BureauReport, 'details'> & Partial<BureauReport>) };
}
