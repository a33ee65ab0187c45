import { Args, ArgsType, Field, Float, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import { TrainingEffectQueries } from '../../queries/effect/training-effect.queries.js';
import { TrainingTopicEnum } from '../enums.type.js';

const EffectSilenceEnum = { TOO_FEW_ATTENDEES: 'TOO_FEW_ATTENDEES', TOO_FEW_OTHERS: 'TOO_FEW_OTHERS' };
registerEnumType(EffectSilenceEnum, { name: 'TrainingEffectSilence', description: 'Why no effect is claimed (样本不足)' });

@ObjectType('TrainingEffectFigures', { description: 'Mean changes of the appraisal score in points, to four decimals' })
export class EffectFiguresType {
  @Field(() => Float)
  readonly attendeesChange!: number;

  @Field(() => Float, { description: 'Of others with the same roles and in the same band of ten points before' })
  readonly othersChange!: number;

  @Field(() => Float, { description: 'The difference' })
  readonly effect!: number;
}

@ObjectType('TrainingEffect', { description: 'How the scores of attendees changed against comparable others (培训效果)' })
export class TrainingEffectType {
  @Field(() => String)
  readonly beforeQuarter!: string;

  @Field(() => String)
  readonly afterQuarter!: string;

  @Field(() => Int)
  readonly attendees!: number;

  @Field(() => Int, { description: 'Attendees with a score in both quarters' })
  readonly scored!: number;

  @Field(() => Int, { description: 'Of those, with somebody comparable (样本数)' })
  readonly compared!: number;

  @Field(() => Int, { description: 'Comparable others (对照样本数)' })
  readonly others!: number;

  @Field(() => Int, { description: 'From how many people on something is claimed' })
  readonly least!: number;

  @Field(() => EffectSilenceEnum, { nullable: true })
  readonly silentBecause!: string | null;

  @Field(() => EffectFiguresType, { nullable: true })
  readonly figures!: EffectFiguresType | null;
}

@ArgsType()
class TrainingEffectArgs {
  @Field(() => TrainingTopicEnum)
  readonly topic!: string;

  @Field(() => String, { description: 'In which the trainings were held, for instance 2026-Q2' })
  readonly quarter!: string;

  @Field(() => ID, { nullable: true, description: 'One of them; all of the topic when none is named' })
  readonly sessionId?: string | null;
}

@Resolver(() => TrainingEffectType)
export class TrainingEffectResolver {
  constructor(private readonly effects: TrainingEffectQueries) {}

  @Query(() => TrainingEffectType, { description: 'The effect of trainings on appraisal scores (培训效果报告)' })
  @Permit('training.read-effect')
  trainingEffect(@Args() wanted: TrainingEffectArgs) {
    return this.effects.effect(wanted);
  }
}
