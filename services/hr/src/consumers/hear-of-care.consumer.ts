import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { HearOfCare } from '../use-cases/indicator/hear-of-care.use-case.js';
import { HearOfLoan } from '../use-cases/indicator/hear-of-loan.use-case.js';

@Injectable()
export class CountSatisfactionWhenRecorded extends EventConsumer<'sales.satisfaction-recorded.v1'> {
  readonly type = 'sales.satisfaction-recorded.v1';

  constructor(private readonly hear: HearOfCare) {
    super();
  }

  handle({ data }: EventMessage<'sales.satisfaction-recorded.v1'>, tx: Tx): Promise<void> {
    return this.hear.marked(data, tx);
  }
}

@Injectable()
export class CountVisitWhenMade extends EventConsumer<'sales.return-visit-made.v1'> {
  readonly type = 'sales.return-visit-made.v1';

  constructor(private readonly hear: HearOfCare) {
    super();
  }

  handle({ data }: EventMessage<'sales.return-visit-made.v1'>, tx: Tx): Promise<void> {
    return this.hear.visited(data, tx);
  }
}

@Injectable()
export class CountVisitWhenLate extends EventConsumer<'sales.deadline-reminded.v1'> {
  readonly type = 'sales.deadline-reminded.v1';

  constructor(private readonly hear: HearOfCare) {
    super();
  }

  handle({ data }: EventMessage<'sales.deadline-reminded.v1'>, tx: Tx): Promise<void> {
    return this.hear.late(data, tx);
  }
}

@Injectable()
export class CountComplaintWhenOpened extends EventConsumer<'sales.feedback-opened.v1'> {
  readonly type = 'sales.feedback-opened.v1';

  constructor(private readonly hear: HearOfCare) {
    super();
  }

  handle({ data }: EventMessage<'sales.feedback-opened.v1'>, tx: Tx): Promise<void> {
    return this.hear.complained(data, tx);
  }
}

@Injectable()
export class CountComplaintWhenClosed extends EventConsumer<'sales.feedback-closed.v1'> {
  readonly type = 'sales.feedback-closed.v1';

  constructor(private readonly hear: HearOfCare) {
    super();
  }

  handle({ data }: EventMessage<'sales.feedback-closed.v1'>, tx: Tx): Promise<void> {
    return this.hear.answered(data, tx);
  }
}

@Injectable()
export class RecountFirstLoansWhenMerged extends EventConsumer<'sales.customer-merged.v1'> {
  readonly type = 'sales.customer-merged.v1';

  constructor(private readonly hear: HearOfLoan) {
    super();
  }

  handle({ data }: EventMessage<'sales.customer-merged.v1'>, tx: Tx): Promise<void> {
    return this.hear.merged(data, tx);
  }
}
