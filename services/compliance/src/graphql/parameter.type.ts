import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import { ParameterStateEnum, ParameterUnitEnum } from './enum.type.js';

@ObjectType('Parameter', { description: 'A number of law or policy, in force from a date, with its basis (参数)' })
@Directive('@key(fields: "id")')
@Permit('compliance.read-parameter')
export class ParameterType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly key!: string;

  @Field(() => ParameterUnitEnum)
  readonly unit!: string;

  @Field(() => String, { description: 'As text in the form of its unit, e.g. 0.24, 3d, 90' })
  readonly value!: string;

  @Field(() => LocalDate)
  readonly effectiveFrom!: string;

  @Field(() => String, { description: 'The law, notice or decision that it rests on (依据)' })
  readonly basis!: string;

  @Field(() => ParameterStateEnum)
  readonly state!: string;

  @Field(() => DateTime, { nullable: true })
  readonly publishedAt!: Date | null;

  readonly proposedBy?: string | null;
  readonly approvedBy?: string | null;
}

@ObjectType({ isAbstract: true })
export abstract class ParameterPayload extends MutationPayload {
  @Field(() => ParameterType, { nullable: true })
  readonly parameter?: ParameterType | null;
}
