import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import { warningDueAt } from '../../domain/after-loan/warning.js';
import type { LoanApplication } from '../../domain/application/application.js';
import type { DeskState } from '../../domain/application/desk.machine.js';
import { stageOf } from '../../domain/application/stage.js';
import { owedOn } from '../../domain/application/worklists.js';
import { applicationCollection } from './application.schema.js';

const COMPUTED = [
  ...['stage', 'inspectionDueOn', 'worklists', 'documentExpiresOn', 'supplementDueAt', 'taskDueAt', 'questionDueAt', 'conditionDueOn'],
  ...['warningDueAt', 'supplementOpenedAt', 'taskOpenedAt', 'questionOpenedAt'],
];

const OTHERS_MAY_WORK_ON: readonly DeskState[] = ['submitted', 'under-check', 'returned', 'resubmitted', 'passed'];

/** Applications; the stage and the due moments are computed at every save, so that lists can ask for them. */
@Injectable()
export class Applications extends Repository<LoanApplication> {
  constructor(database: Database) {
    super(database, applicationCollection, 'application');
  }

  /** All applications of a customer, oldest first. */
  ofCustomer(customerId: string, tx: Tx): Promise<LoanApplication[]> {
    return this.findMany({ customerId }, tx, { sort: { _id: 1 } });
  }

  /** Those among these that were handed in and are not signed or withdrawn: others work on them, or may again. */
  async handedIn(ids: readonly string[], tx: Tx): Promise<LoanApplication[]> {
    if (ids.length === 0) return [];
    return this.findMany({ _id: { $in: [...ids] }, desk: { $in: OTHERS_MAY_WORK_ON } }, tx, { sort: { _id: 1 }, limit: ids.length });
  }

  protected override toDocument(application: LoanApplication): Record<string, unknown> {
    const { id, ...rest } = application;
    const dueOn = (application.care?.inspections ?? []).filter((inspection) => !inspection.done).map((inspection) => inspection.dueOn);
    return {
      ...{ _id: id, ...rest, ...standingOf(application) },
      inspectionDueOn: dueOn.sort()[0] ?? null,
      warningDueAt: warningDueAt(application.warnings),
    };
  }

  protected override toEntity(document: Stored): LoanApplication {
    return applicationOf(document);
  }
}

/** Stage and what is owed, as they are stored beside the application; also for rows from before they were. */
export function standingOf(application: LoanApplication): Record<string, unknown> {
  return { stage: stageOf(application), ...owedOn(application) };
}

/** Row of the collection to an application; also for the read side. */
export function applicationOf({ _id, ...rest }: Stored): LoanApplication {
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !COMPUTED.includes(name)));
  return { id: _id, ...kept } as unknown as LoanApplication;
}
