import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, DomainError } from '@weilend/kernel';
import type { Actor, EmployeeActor } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { Certificate } from '../../domain/certificate/certificate.js';
import { looksAfterTraining, maySeeTrainingOf } from '../../domain/session/who-may-see.js';
import { Certificates } from '../../persistence/certificate/certificate.repository.js';
import { certificateCollection } from '../../persistence/certificate/certificate.schema.js';

const MOST_DAYS = 3_660;

/** The read side of certificates. */
@Injectable()
export class CertificateQueries {
  constructor(
    private readonly database: Database,
    private readonly certificates: Certificates,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<Certificate[]> {
    const rows = await this.rows()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(this.map).filter(({ employeeId }) => actor.kind === 'employee' && maySeeTrainingOf(actor, employeeId));
  }

  /** Throws NOT_FOUND for somebody whose certificates are not the actor's to see. */
  async ofPerson(actor: EmployeeActor, employeeId: string | null, page: PageRequest): Promise<Page<Certificate>> {
    const person = employeeId ?? actor.employeeId;
    if (!maySeeTrainingOf(actor, person)) throw new DomainError('NOT_FOUND', { noun: 'employee', id: person });
    return pageOf(this.rows(), page, { filter: { employeeId: person }, map: this.map });
  }

  /** Valid certificates that run out within so many days, and those that have, the first to run out first; own ones for everybody else. */
  async expiring(actor: EmployeeActor, withinDays: number, page: PageRequest): Promise<Page<Certificate>> {
    if (withinDays < 0 || withinDays > MOST_DAYS)
      throw new DomainError('INPUT_INVALID', { problem: `withinDays must be between 0 and ${MOST_DAYS}` }, 'withinDays');
    const own = looksAfterTraining(actor) ? {} : { employeeId: actor.employeeId };
    const until = addDays(this.clock.today(), withinDays);
    return duePageOf(this.rows(), page, { field: 'expiresOn', type: 'string', filter: { state: 'VALID', ...own }, until, map: this.map });
  }

  private readonly map = (row: Stored): Certificate => this.certificates.fromRow(row);

  private rows() {
    return this.database.model(certificateCollection);
  }
}
