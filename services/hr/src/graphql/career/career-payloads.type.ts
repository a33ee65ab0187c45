import { Field, ID, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@weilend/graphql';
import { CareerPlanType, CareerStandingType, CareerTalkType } from './career.type.js';

@ObjectType()
export class PublishCareerLadderPayload extends MutationPayload {
  @Field(() => ID, { nullable: true })
  readonly ladderId?: string | null;
}

@ObjectType()
export class ApproveCareerLadderPayload extends MutationPayload {
  @Field(() => ID, { nullable: true })
  readonly ladderId?: string | null;
}

@ObjectType()
export class ConfirmFirstLevelPayload extends MutationPayload {
  @Field(() => CareerStandingType, { nullable: true })
  readonly standing?: CareerStandingType | null;
}

@ObjectType()
export class SetFirstLevelPayload extends MutationPayload {
  @Field(() => CareerStandingType, { nullable: true })
  readonly standing?: CareerStandingType | null;
}

@ObjectType({ isAbstract: true })
abstract class CareerPlanPayload extends MutationPayload {
  @Field(() => CareerPlanType, { nullable: true })
  readonly careerPlan?: CareerPlanType | null;
}

@ObjectType()
export class MakeCareerPlanPayload extends CareerPlanPayload {}

@ObjectType()
export class ChangeCareerPlanPayload extends CareerPlanPayload {}

@ObjectType()
export class FinishCareerStepPayload extends CareerPlanPayload {}

@ObjectType()
export class NoteCareerProgressPayload extends CareerPlanPayload {}

@ObjectType()
export class CommentCareerPlanPayload extends CareerPlanPayload {}

@ObjectType()
export class EndCareerPlanPayload extends CareerPlanPayload {}

@ObjectType()
export class RequestCareerTrainingPayload extends CareerPlanPayload {}

@ObjectType()
export class RecordCareerTalkPayload extends MutationPayload {
  @Field(() => CareerTalkType, { nullable: true })
  readonly talk?: CareerTalkType | null;
}
