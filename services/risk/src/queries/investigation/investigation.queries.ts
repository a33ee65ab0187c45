import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { BureauInquiry } from '../../domain/bureau/bureau-inquiry.js';
import { contradictionsOf } from '../../domain/checks/contradictions.js';
import type { Contradiction } from '../../domain/checks/contradictions.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import type { InvestigationState } from '../../domain/investigation/investigation.machine.js';
import { bureauInquiryCollection } from '../../persistence/bureau/bureau-inquiry.schema.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { investigationCollection } from '../../persistence/investigation/investigation.schema.js';
import { applicationFactsCollection } from '../../persistence/projections.schema.js';
import type { NotedDecision } from '../../persistence/projections.repository.js';
import { investigationScope } from '../risk-scope.js';

export type { NotedDecision };

export interface InvestigationFilter extends PageRequest {
  readonly state?: InvestigationState | null;
}

export type InvestigationView = Investigation & { readonly contradictions: readonly Contradiction[] };
/** An inquiry as everybody in scope may see it: no number, no answer. */
export type InquiryView = Omit<BureauInquiry, 'identityNumber' | 'report'>;

/** The read side of investigations, always in the actor's scope. */
@Injectable()
export class InvestigationQueries {
  constructor(
    private readonly database: Database,
    private readonly investigations: Investigations,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<InvestigationView[]> {
    return this.find({ _id: { $in: [...ids] } }, actor);
  }

  /** The latest round of each application. */
  async latestOf(applicationIds: readonly string[], actor: Actor): Promise<InvestigationView[]> {
    const found = await this.find({ applicationId: { $in: [...applicationIds] } }, actor);
    const latest = new Map<string, InvestigationView>();
    for (const one of found) if ((latest.get(one.applicationId)?.round ?? 0) < one.round) latest.set(one.applicationId, one);
    return [...latest.values()];
  }

  list({ state, ...page }: InvestigationFilter, actor: Actor): Promise<Page<InvestigationView>> {
    const filter = { ...(state ? { state } : {}), ...investigationScope(actor) };
    return pageOf(this.database.model(investigationCollection), page, { filter, map: (row) => this.toView(row) });
  }

  /** All rounds of applications, first round first. */
  async roundsOf(applicationIds: readonly string[], actor: Actor): Promise<InvestigationView[]> {
    const found = await this.find({ applicationId: { $in: [...applicationIds] } }, actor);
    return found.sort((a, b) => a.round - b.round);
  }

  async inquiriesOf(investigationIds: readonly string[]): Promise<InquiryView[]> {
    return this.inquiries({ investigationId: { $in: [...investigationIds] } });
  }

  /** Inquiries whose investigation the actor may see. */
  async inquiriesByIds(ids: readonly string[], actor: Actor): Promise<InquiryView[]> {
    const found = await this.inquiries({ _id: { $in: [...ids] } });
    const visible = await this.byIds(
      found.map((one) => one.investigationId),
      actor,
    );
    return found.filter((one) => visible.some((investigation) => investigation.id === one.investigationId));
  }

  /** What the committee decided, oldest first, with the application it decided on. */
  async decisionsOf(applicationIds: readonly string[]): Promise<(readonly [string, NotedDecision])[]> {
    const rows = await this.database
      .model(applicationFactsCollection)
      .find({ _id: { $in: [...applicationIds] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.flatMap((row) => (row['decisions'] as NotedDecision[]).map((decision) => [row._id, decision] as const));
  }

  private async find(filter: Record<string, unknown>, actor: Actor): Promise<InvestigationView[]> {
    const rows = await this.database
      .model(investigationCollection)
      .find({ $and: [filter, investigationScope(actor)] } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => this.toView(row));
  }

  private async inquiries(filter: Record<string, unknown>): Promise<InquiryView[]> {
    const rows = await this.database
      .model(bureauInquiryCollection)
      .find(filter as never, { identityNumber: 0, report: 0 } as never)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(({ _id, ...rest }) => ({ id: _id, ...rest }) as unknown as InquiryView);
  }

  toView(row: Stored): InvestigationView {
    const investigation = this.investigations.fromRow(row);
    return { ...investigation, contradictions: contradictionsOf(investigation) };
  }
}
