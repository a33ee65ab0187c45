import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@weilend/graphql';
import { ServiceKindEnum } from '../enum.type.js';

@ObjectType('ServiceTimeFigures', {
  description: 'How a promised time was kept, by everybody together or by one salesperson (服务时限达成)',
})
export class ServiceTimeFigures {
  @Field(() => ServiceKindEnum)
  readonly kind!: string;

  @Field(() => Int)
  readonly count!: number;

  @Field(() => Int)
  readonly done!: number;

  @Field(() => Int)
  readonly kept!: number;

  @Field(() => Float, { nullable: true, description: 'Of what is done or late; null when there is none' })
  readonly keptShare!: number | null;

  @Field(() => Int, { nullable: true, description: 'On the clock, from its opening until it was done' })
  readonly medianMinutes!: number | null;

  @Field(() => Int, { description: 'Open and past its moment' })
  readonly late!: number;

  readonly salespersonId!: string | null;
}

@ObjectType('LateService', { description: 'A customer who waits longer than was promised (超时未办)' })
export class LateServiceType {
  @Field(() => ServiceKindEnum)
  readonly kind!: string;

  @Field(() => ID, { description: 'The enquiry or the application' })
  readonly subjectId!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => DateTime)
  readonly dueAt!: Date;

  readonly salespersonId!: string;
}
