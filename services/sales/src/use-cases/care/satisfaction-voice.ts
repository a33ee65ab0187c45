import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { SatisfactionMark } from '../../domain/care/satisfaction.js';
import { SatisfactionMarks } from '../../persistence/care/visit.repository.js';

export type GivenMark = Omit<SatisfactionMark, 'id' | 'version'>;

/** Keeps what a customer thinks of us, and tells it: each source once [2.13, 5.2]. */
@Injectable()
export class SatisfactionVoice {
  constructor(
    private readonly marks: SatisfactionMarks,
    private readonly outbox: Outbox,
  ) {}

  async keep(mark: GivenMark, tx: Tx): Promise<void> {
    await this.marks.insert({ id: newId('mrk'), version: 0, ...mark }, tx);
  }

  /** A customer's mark of a visit counts once a day, whoever visits him how often. Throws DomainError VISIT_MARK_TAKEN. */
  async requireFirstOfDay(customerId: string, on: LocalDate, tx: Tx): Promise<void> {
    if (await this.marks.visitMarked(customerId, on, tx)) throw new DomainError('VISIT_MARK_TAKEN', { on }, 'satisfaction');
  }

  /** Kept, and told to the appraisal. */
  async tell(mark: GivenMark, tx: Tx): Promise<void> {
    await this.keep(mark, tx);
    const { customerId, salespersonId, score, recordedOn } = mark;
    await this.outbox.add(event('sales.satisfaction-recorded.v1', customerId, { customerId, salespersonId, score, recordedOn }), tx);
  }
}
