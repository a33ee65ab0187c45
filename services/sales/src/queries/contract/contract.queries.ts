import { Injectable } from '@nestjs/common';
import { parameterDefinition } from '@weilend/contracts';
import { BusinessClock, DomainError, rmbCapitals } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { LoanContract, Recording } from '../../domain/contract/contract.js';
import { retainUntil } from '../../domain/contract/recording.js';
import type { MissingPart } from '../../domain/contract/signing.js';
import { contractCollection } from '../../persistence/contract/contract.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

const RETENTION = 'retention.recording-years';

export interface RecordingView extends Recording {
  readonly retainUntil: LocalDate;
}

export interface ContractView extends LoanContract {
  readonly recordings: readonly RecordingView[];
  readonly amountInCapitals: string;
  readonly missingForSigning: readonly MissingPart[];
}

/** What a list of something else shows of a contract. */
export const CONTRACT_HEAD = ['id', 'version', 'state', 'applicationId'] as const;
export type ContractHead = Pick<ContractView, (typeof CONTRACT_HEAD)[number]>;

export interface ContractFilter extends PageRequest {
  readonly state?: string | null;
  /** Drafts that wait for this part. */
  readonly awaiting?: MissingPart | null;
  readonly salespersonId?: string | null;
}

/** The read side of contracts, in the scope of who asks. */
@Injectable()
export class ContractQueries {
  constructor(
    private readonly database: Database,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<ContractView[]> {
    return this.read({ _id: { $in: [...ids] } }, actor);
  }

  async headsByIds(ids: readonly string[], actor: Actor): Promise<ContractHead[]> {
    const filter = { _id: { $in: [...ids] }, ...salesScope(actor, 'salespersonId') };
    return (await newestFirst(this.database.model(contractCollection), filter, CONTRACT_HEAD)).map((row) => toPlain<ContractHead>(row));
  }

  /** The contracts of applications, latest draft first. */
  async ofApplications(applicationIds: readonly string[], actor: Actor): Promise<ContractView[]> {
    return this.read({ applicationId: { $in: [...applicationIds] } }, actor);
  }

  /** Contracts newest first; each combination is one index in its order. A salesperson who asks for another one's sees nothing. */
  async list({ state, awaiting, salespersonId, ...page }: ContractFilter, actor: Actor): Promise<Page<ContractView>> {
    const wanted = {
      ...(salespersonId ? { salespersonId } : {}),
      ...(awaiting ? { state: 'draft', missingForSigning: awaiting } : {}),
      ...(state ? { state } : {}),
    };
    const contradicts = awaiting && state && state !== 'draft';
    const filter = { $and: [salesScope(actor, 'salespersonId'), contradicts ? { _id: '' } : wanted] };
    return pageOf(this.database.model(contractCollection), page, { filter, map: await this.view() });
  }

  private async read(filter: Record<string, unknown>, actor: Actor): Promise<ContractView[]> {
    const rows = await newestFirst(this.database.model(contractCollection), { ...filter, ...salesScope(actor, 'salespersonId') });
    return rows.map(await this.view());
  }

  /** Contracts can be read before compliance has published the parameter: then by the value that it begins with. */
  private async retentionYears(): Promise<number> {
    try {
      return await this.parameters.number(RETENTION, this.clock.today());
    } catch (error) {
      if (error instanceof DomainError && error.code === 'PARAMETER_UNKNOWN') return Number(parameterDefinition(RETENTION).initial);
      throw error;
    }
  }

  private async view(): Promise<(row: Stored) => ContractView> {
    const years = await this.retentionYears();
    return (row) => {
      const contract = toPlain<LoanContract & Pick<ContractView, 'missingForSigning'>>(row);
      const until = retainUntil(contract, years);
      const recordings = contract.recordings.map((recording) => ({ ...recording, retainUntil: until }));
      return { ...contract, recordings, amountInCapitals: rmbCapitals(contract.terms.amountFen) };
    };
  }
}
