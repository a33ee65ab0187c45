import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ReviewVerdict, WatchLevel } from '../../domain/watch/watch.js';
import type { WatchState } from '../../domain/watch/watch.machine.js';
import { ReviewVerdictEnum, WatchLevelEnum, WatchStateEnum } from '../enums.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType()
export class EnterWatchInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID, { description: 'A customer, or a loan or application of his' })
  readonly aboutId!: string;

  @Field(() => WatchLevelEnum)
  readonly level!: WatchLevel;

  @Field(() => String)
  readonly reason!: string;
}

@InputType({ isAbstract: true })
abstract class OnWatch {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly watchId!: string;
}

@InputType()
export class AssignWatchTrackerInput extends OnWatch {
  @Field(() => ID)
  readonly trackerId!: string;
}

@InputType()
export class SetWatchPlanInput extends OnWatch {
  @Field(() => String)
  readonly goal!: string;

  @Field(() => [String])
  readonly actions!: string[];

  @Field(() => Int, { description: 'Days from one review to the next' })
  readonly reviewEveryDays!: number;
}

@InputType()
export class ReviewWatchInput extends OnWatch {
  @Field(() => ReviewVerdictEnum)
  readonly verdict!: ReviewVerdict;

  @Field(() => String)
  readonly text!: string;
}

@InputType()
export class ProposeWatchEndInput extends OnWatch {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class DecideWatchEndInput extends OnWatch {
  @Field(() => Boolean)
  readonly agreed!: boolean;

  @Field(() => String)
  readonly reason!: string;
}

@ArgsType()
export class WatchFilterArgs {
  @Field(() => WatchStateEnum, { nullable: true })
  readonly state?: WatchState | null;

  @Field(() => WatchLevelEnum, { nullable: true })
  readonly level?: WatchLevel | null;

  @Field(() => ID, { nullable: true })
  readonly customerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The exception list: HIGH without dedicated person or plan (例外清单)' })
  readonly exceptions?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whom I track' })
  readonly mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whose review is late (超期未复核)' })
  readonly reviewOverdue?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}
