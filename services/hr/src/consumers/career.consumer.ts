import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { AskTrainingAfterSheet } from '../use-cases/career/ask-training-after-sheet.use-case.js';
import { FollowEmployee } from '../use-cases/career/follow-employee.use-case.js';
import { NoteTrainedTopics } from '../use-cases/career/note-trained-topics.use-case.js';
import { NoteTrainingAnswer } from '../use-cases/career/note-training-answer.use-case.js';

/** Somebody was hired, moved or left: his place on the ladder and his talks follow. */
@Injectable()
export class FollowEmployeeWhenChanged extends EventConsumer<'hr.employee-changed.v1'> {
  readonly type = 'hr.employee-changed.v1';

  constructor(private readonly follow: FollowEmployee) {
    super();
  }

  handle({ data }: EventMessage<'hr.employee-changed.v1'>, tx: Tx): Promise<void> {
    return this.follow.apply(data.employeeId, tx);
  }
}

/** A sheet was closed: a weak one asks for a training. */
@Injectable()
export class LookAheadWhenAppraisalClosed extends EventConsumer<'hr.appraisal-closed.v1'> {
  readonly type = 'hr.appraisal-closed.v1';

  constructor(private readonly trainings: AskTrainingAfterSheet) {
    super();
  }

  handle({ data }: EventMessage<'hr.appraisal-closed.v1'>, tx: Tx): Promise<void> {
    return this.trainings.apply(data.appraisalId, tx);
  }
}

/** A training was evaluated: its topic counts for the ladder. */
@Injectable()
export class CountTopicWhenTrainingEvaluated extends EventConsumer<'training.evaluated.v1'> {
  readonly type = 'training.evaluated.v1';

  constructor(private readonly topics: NoteTrainedTopics) {
    super();
  }

  handle({ data }: EventMessage<'training.evaluated.v1'>, tx: Tx): Promise<void> {
    return this.topics.apply(data, tx);
  }
}

@Injectable()
export class NoteNominationWhenGiven extends EventConsumer<'training.handoff-completed.v1'> {
  readonly type = 'training.handoff-completed.v1';

  constructor(private readonly answer: NoteTrainingAnswer) {
    super();
  }

  handle({ data }: EventMessage<'training.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.answer.completed(data, tx);
  }
}

@Injectable()
export class NoteNominationWhenReturned extends EventConsumer<'training.handoff-returned.v1'> {
  readonly type = 'training.handoff-returned.v1';

  constructor(private readonly answer: NoteTrainingAnswer) {
    super();
  }

  handle({ data }: EventMessage<'training.handoff-returned.v1'>, tx: Tx): Promise<void> {
    return this.answer.returned(data, tx);
  }
}

@Injectable()
export class NoteNominationWhenRecalled extends EventConsumer<'training.handoff-recalled.v1'> {
  readonly type = 'training.handoff-recalled.v1';

  constructor(private readonly answer: NoteTrainingAnswer) {
    super();
  }

  handle({ data }: EventMessage<'training.handoff-recalled.v1'>, tx: Tx): Promise<void> {
    return this.answer.recalled(data, tx);
  }
}

/** The training that was asked for has another seat, none again, or is done. */
@Injectable()
export class NoteProgressWhenFollowed extends EventConsumer<'training.request-followed.v1'> {
  readonly type = 'training.request-followed.v1';

  constructor(private readonly answer: NoteTrainingAnswer) {
    super();
  }

  handle({ data }: EventMessage<'training.request-followed.v1'>, tx: Tx): Promise<void> {
    return this.answer.followed(data, tx);
  }
}

export const careerConsumers = [
  FollowEmployeeWhenChanged,
  LookAheadWhenAppraisalClosed,
  CountTopicWhenTrainingEvaluated,
  NoteNominationWhenGiven,
  NoteNominationWhenReturned,
  NoteNominationWhenRecalled,
  NoteProgressWhenFollowed,
];
