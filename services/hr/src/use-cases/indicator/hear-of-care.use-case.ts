import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { addMs, businessDateOf, parseLocalDate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { FactKind } from '../../domain/appraisal/indicator.js';
import { AppraisalFacts } from '../../persistence/appraisal/appraisal.repository.js';
import { Hear } from './hear.use-case.js';

interface Promised {
  readonly employeeId: string;
  readonly aboutId: string;
  readonly on: LocalDate;
}

/** What sales tells of care: the customers' marks, and the deadlines of return visits and complaints, due and kept [3.11, 3.12, 5.2]. */
@Injectable()
export class HearOfCare {
  constructor(
    private readonly facts: AppraisalFacts,
    private readonly hear: Hear,
  ) {}

  async marked(data: EventData<'sales.satisfaction-recorded.v1'>, tx: Tx): Promise<void> {
    const { customerId: aboutId, salespersonId: employeeId, score: value, recordedOn } = data;
    const on = parseLocalDate(recordedOn);
    await this.hear.apply({ employeeId, aboutId, saying: { kind: 'PLAIN', fact: 'SATISFACTION', value, marked: false, on } }, tx);
  }

  /** The visit that was due counts to whose customer it was; it is kept when it was made by its day. */
  async visited(
    { customerId: aboutId, salespersonId: employeeId, dueOn, visitedOn }: EventData<'sales.return-visit-made.v1'>,
    tx: Tx,
  ): Promise<void> {
    const promised = { employeeId, aboutId, on: parseLocalDate(dueOn) };
    await this.due(promised, tx);
    if (visitedOn <= dueOn) await this.once('DEADLINE_KEPT', promised, tx);
  }

  /** A visit that its day went by without: sales says so once to its owner, whether it is ever made or not. */
  async late(
    { kind, about: aboutId, level, employeeId, escalated, dueAt }: EventData<'sales.deadline-reminded.v1'>,
    tx: Tx,
  ): Promise<void> {
    if (kind !== 'RETURN_VISIT' || level !== 'LATE' || escalated) return;
    await this.due({ employeeId, aboutId, on: lastDayOf(dueAt) }, tx);
  }

  /** Of feedback only complaints are counted, to who owes the answer. */
  async complained(
    { ticketId: aboutId, kind, ownerId, salespersonId, answerDueAt }: EventData<'sales.feedback-opened.v1'>,
    tx: Tx,
  ): Promise<void> {
    if (kind === 'COMPLAINT') await this.due({ employeeId: ownerId ?? salespersonId, aboutId, on: lastDayOf(answerDueAt) }, tx);
  }

  /** What was answered in time keeps the deadline that was set last; one that was set before hr listened is not counted. */
  async answered({ ticketId: aboutId, answeredInTime }: EventData<'sales.feedback-closed.v1'>, tx: Tx): Promise<void> {
    const due = answeredInTime ? await this.facts.latest({ kind: 'DEADLINE_DUE', aboutId }, tx) : null;
    if (due) await this.once('DEADLINE_KEPT', { employeeId: due.employeeId, aboutId, on: parseLocalDate(due.occurredOn) }, tx);
  }

  private due(promised: Promised, tx: Tx): Promise<void> {
    return this.once('DEADLINE_DUE', promised, tx);
  }

  private async once(fact: FactKind, { employeeId, aboutId, on }: Promised, tx: Tx): Promise<void> {
    if (await this.facts.onDay({ kind: fact, aboutId, occurredOn: on }, tx)) return;
    await this.hear.apply({ employeeId, aboutId, saying: { kind: 'PLAIN', fact, value: 1, marked: false, on } }, tx);
  }
}

/** The last day that belongs to a deadline: one at midnight belongs to the day before. */
const lastDayOf = (dueAt: string): LocalDate => businessDateOf(addMs(new Date(dueAt), -1));
