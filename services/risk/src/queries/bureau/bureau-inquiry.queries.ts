import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { BureauState } from '../../domain/bureau/bureau-inquiry.machine.js';
import type { BureauTrouble } from '../../domain/bureau/bureau-trouble.js';
import { stateOfChannel } from '../../domain/bureau/circuit.js';
import type { BureauChannelState } from '../../domain/bureau/circuit.js';
import { BUREAU_CHANNEL } from '../../persistence/bureau/bureau-channel.repository.js';
import { bureauChannelCollection } from '../../persistence/bureau/bureau-channel.schema.js';
import { bureauInquiryCollection } from '../../persistence/bureau/bureau-inquiry.schema.js';
import type { InquiryView } from '../investigation/investigation.queries.js';

export interface InquiryFilter extends PageRequest {
  readonly state?: BureauState | null;
  readonly trouble?: BureauTrouble | null;
  /** Unanswered past their due moment. */
  readonly overdue?: boolean | null;
  /** Only a person can carry them on. */
  readonly waitingForPerson?: boolean | null;
}

/** Of the unanswered ones. */
export interface InquiryCounts {
  readonly requested: number;
  readonly overdue: number;
  readonly waitingForPerson: number;
}

/** The bureau as those see it who supervise: every inquiry, and whether it is being asked at all. */
@Injectable()
export class BureauInquiryQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  list({ state, trouble, overdue, waitingForPerson, ...page }: InquiryFilter): Promise<Page<InquiryView>> {
    const filters: Record<string, unknown>[] = [];
    if (state) filters.push({ state });
    if (trouble) filters.push({ trouble });
    if (overdue) filters.push(this.overdue());
    if (waitingForPerson) filters.push(WAITING);
    const filter = filters.length > 0 ? { $and: filters } : {};
    return pageOf(this.database.model(bureauInquiryCollection), page, { filter, map: toView });
  }

  async counts(): Promise<InquiryCounts> {
    const inquiries = this.database.model(bureauInquiryCollection);
    const count = (filter: Record<string, unknown>) => inquiries.countDocuments(filter as never);
    const [requested, overdue, waitingForPerson] = [await count(REQUESTED), await count(this.overdue()), await count(WAITING)];
    return { requested, overdue, waitingForPerson };
  }

  /** Where the circuit stands by the last word of the processes that ask. */
  async channel() {
    const [row] = await this.database
      .model(bureauChannelCollection)
      .find({ _id: BUREAU_CHANNEL } as never)
      .lean<Stored[]>()
      .exec();
    const known = (row ?? null) as unknown as BureauChannelState | null;
    const { since = null, probeFrom = null, lastTrouble = null } = known ?? {};
    return { state: stateOfChannel(known, await this.database.now()), since, probeFrom, lastTrouble, ...(await this.counts()) };
  }

  private overdue(): Record<string, unknown> {
    return { ...REQUESTED, dueAt: { $lt: this.clock.now() } };
  }
}

const REQUESTED = { state: 'REQUESTED' };
const WAITING = { ...REQUESTED, nextAttemptAt: null };

function toView({ _id, identityNumber, report, ...rest }: Stored & Record<string, unknown>): InquiryView {
  return { id: _id, ...rest } as unknown as InquiryView;
}
