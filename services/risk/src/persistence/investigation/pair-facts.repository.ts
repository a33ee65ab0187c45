import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import type { Participant } from '@weilend/contracts';
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory, Parameters } from '@weilend/service';
import { conflicted } from '../../domain/investigation/conflict.js';
import type { ConflictDeclaration } from '../../domain/investigation/conflict.js';
import { waitingReasons } from '../../domain/investigation/information-request.js';
import { isOpen } from '../../domain/investigation/investigation.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import { INVESTIGATION_STATES } from '../../domain/investigation/investigation.machine.js';
import type { LoadWeights, OpenWork, PairFacts } from '../../domain/investigation/pair-proposal.js';
import { conflictCollection } from './conflict.schema.js';
import { investigationCollection } from './investigation.schema.js';

type AboutCustomer = Pick<Investigation, 'customerId' | 'dataAnalyses'>;
type Applied = AboutCustomer & Pick<Investigation, 'salespersonId' | 'participants'>;
type Open = Pick<Investigation, 'investigatorIds' | 'state' | 'informationRequests'>;

const OPEN_STATES = INVESTIGATION_STATES.filter(isOpen);

/** The borrower and who is one risk with him: nobody close to one of them investigates. */
export function customersOf({ customerId, dataAnalyses }: AboutCustomer): string[] {
  return [customerId, ...(dataAnalyses.at(-1)?.relatedParties ?? []).map((one) => one.customerId)];
}

/** What a pair is proposed from: who investigates, how much of it each has open, who is kept out and why [4.11]. */
@Injectable()
export class PairFactsStore {
  constructor(
    private readonly database: Database,
    private readonly directory: EmployeeDirectory,
    private readonly parameters: Parameters,
  ) {}

  /** Throws DomainError PARAMETER_UNKNOWN. */
  async of(investigation: Applied, { absent, on }: { absent: readonly string[]; on: LocalDate }, tx?: Tx): Promise<PairFacts> {
    const rows = await this.directory.holding('investigator', tx);
    const candidates = rows.map(({ _id: employeeId, active, roles }) => ({ employeeId, active, roles }));
    const participants = investigation.participants as readonly Participant[];
    const apart = candidates.filter(({ employeeId }) => heldApart(participants, employeeId));
    return {
      candidates,
      work: await this.openWork(
        candidates.map((one) => one.employeeId),
        tx,
      ),
      weights: await this.parameters.json<LoadWeights>('investigation.load-weights', on),
      salespersonId: investigation.salespersonId,
      otherRoles: new Set(apart.map((one) => one.employeeId)),
      conflicted: await this.conflicted(investigation, tx),
      absent: new Set(absent),
    };
  }

  /** Who has declared a conflict about the borrower or a related party. */
  async conflicted(investigation: AboutCustomer, tx?: Tx): Promise<ReadonlySet<string>> {
    const customerIds = customersOf(investigation);
    const rows = await this.database
      .model(conflictCollection)
      .collection.find({ customerId: { $in: customerIds }, endedAt: null } as never, { session: tx?.session })
      .toArray();
    return conflicted(rows as unknown as ConflictDeclaration[], customerIds);
  }

  /** By the index of an investigator's open work. */
  async openWork(employeeIds: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, OpenWork>> {
    const rows = await this.database
      .model(investigationCollection)
      .collection.find({ investigatorIds: { $in: [...employeeIds] }, state: { $in: OPEN_STATES } } as never, {
        session: tx?.session,
        projection: { investigatorIds: 1, state: 1, informationRequests: 1 },
      })
      .toArray();
    const work = new Map<string, { assigned: number; investigating: number; waiting: number }>();
    for (const row of rows as unknown as Open[])
      for (const employeeId of row.investigatorIds) {
        const own = work.get(employeeId) ?? { assigned: 0, investigating: 0, waiting: 0 };
        own[stageOf(row)] += 1;
        work.set(employeeId, own);
      }
    return work;
  }
}

/** Whether the company-wide rule keeps a person out because of what he did on the application already. */
function heldApart(participants: readonly Participant[], employeeId: string): boolean {
  try {
    checkSegregation(participants, { role: 'INVESTIGATOR', employeeId });
    return false;
  } catch (error) {
    if (error instanceof DomainError) return true;
    throw error;
  }
}

function stageOf(row: Open): keyof OpenWork {
  if (waitingReasons(row).length > 0) return 'waiting';
  return row.state === 'INVESTIGATING' ? 'investigating' : 'assigned';
}
