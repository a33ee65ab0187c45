import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import { warningDueAt } from '../../domain/after-loan/warning.js';
import type { LoanApplication } from '../../domain/application/application.js';
import { stageOf } from '../../domain/application/stage.js';
import { applicationCollection } from './application.schema.js';

const COMPUTED = ['stage', 'taskDueAt', 'inspectionDueOn', 'warningDueAt'];

/** Applications; the stage and the due moments are computed at every save, so that lists can ask for them. */
@Injectable()
export class Applications extends Repository<LoanApplication> {
  constructor(database: Database) {
    super(database, applicationCollection, 'application');
  }

  protected override toDocument(application: LoanApplication): Record<string, unknown> {
    const { id, ...rest } = application;
    const dueAt = application.tasks.filter((task) => !task.done).map((task) => task.dueAt.getTime());
    const dueOn = (application.care?.inspections ?? []).filter((inspection) => !inspection.done).map((inspection) => inspection.dueOn);
    return {
      ...{ _id: id, ...rest, stage: stageOf(application) },
      taskDueAt: dueAt.length > 0 ? new Date(Math.min(...dueAt)) : null,
      inspectionDueOn: dueOn.sort()[0] ?? null,
      warningDueAt: warningDueAt(application.warnings),
    };
  }

  protected override toEntity(document: Stored): LoanApplication {
    return applicationOf(document);
  }
}

/** Row of the collection to an application; also for the read side. */
export function applicationOf({ _id, ...rest }: Stored): LoanApplication {
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !COMPUTED.includes(name)));
  return { id: _id, ...kept } as unknown as LoanApplication;
}
