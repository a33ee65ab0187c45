import { Injectable } from '@nestjs/common';
import { rowScope } from '@weilend/auth';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { ConflictDeclaration } from '../../domain/investigation/conflict.js';
import { rankCandidates } from '../../domain/investigation/pair-proposal.js';
import type { RankedCandidate } from '../../domain/investigation/pair-proposal.js';
import { Conflicts } from '../../persistence/investigation/conflict.repository.js';
import { conflictCollection } from '../../persistence/investigation/conflict.schema.js';
import { PairFactsStore } from '../../persistence/investigation/pair-facts.repository.js';
import { InvestigationQueries } from './investigation.queries.js';

export interface ConflictFilter extends PageRequest {
  readonly customerId?: string | null;
  readonly employeeId?: string | null;
}

export interface PairProposal {
  /** Null when there are not enough who may. */
  readonly investigatorIds: readonly string[] | null;
  readonly ranked: readonly RankedCandidate[];
}

/** Declared conflicts, and the pair that load and conflicts propose. */
@Injectable()
export class ConflictQueries {
  constructor(
    private readonly database: Database,
    private readonly conflicts: Conflicts,
    private readonly pairs: PairFactsStore,
    private readonly investigations: InvestigationQueries,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<ConflictDeclaration[]> {
    const rows = await this.model()
      .find({ $and: [{ _id: { $in: [...ids] } }, conflictScope(actor)] } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => this.conflicts.fromRow(row));
  }

  /** Newest first: index `customer` or `employee`, the primary one for all of them. */
  list({ customerId, employeeId, ...page }: ConflictFilter, actor: Actor): Promise<Page<ConflictDeclaration>> {
    const wanted = { ...(customerId ? { customerId } : {}), ...(employeeId ? { employeeId } : {}) };
    return pageOf(this.model(), page, { filter: { $and: [wanted, conflictScope(actor)] }, map: (row) => this.conflicts.fromRow(row) });
  }

  /** Null when the investigation is not visible. */
  async proposal(investigationId: string, absent: readonly string[], actor: Actor): Promise<PairProposal | null> {
    const [investigation] = await this.investigations.byIds([investigationId], actor);
    if (!investigation) return null;
    const ranked = rankCandidates(await this.pairs.of(investigation, { absent, on: this.clock.today() }));
    const free = ranked.filter((one) => one.excluded === null).map((one) => one.employeeId);
    return { ranked, investigatorIds: free.length < 2 ? null : free.slice(0, 2) };
  }

  private model() {
    return this.database.model(conflictCollection);
  }
}

/** Everybody sees what he declared or what was declared of him; who supervises sees all. */
function conflictScope(actor: Actor): Record<string, unknown> {
  const scope = rowScope(actor, ['risk-manager', 'compliance-officer', 'auditor']);
  return scope.kind === 'all' ? {} : { employeeId: scope.employeeId };
}
