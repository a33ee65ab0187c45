import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@weilend/graphql';
import { FoundKindEnum } from '../enum.type.js';

@ObjectType('SalesFound', { description: 'One row of a search: exactly one of the four is set (搜索结果)' })
export class SalesFoundType {
  @Field(() => FoundKindEnum)
  readonly kind!: string;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'Name of a customer, masked name of a lead, stage or state of the others' })
  readonly title!: string;
}

export const SalesFoundConnection = connectionOf(SalesFoundType, 'SalesFound');
