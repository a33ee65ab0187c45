import { Field, ObjectType } from '@nestjs/graphql';
import { DuplicateSignEnum } from '../enum.type.js';

@ObjectType('PossibleDuplicate', {
  description: 'A file that may be of the same customer; somebody else’s is shown only with whose it is (疑似重复客户)',
})
export class PossibleDuplicateType {
  @Field(() => [DuplicateSignEnum])
  readonly signs!: readonly string[];

  readonly customerId!: string | null;

  readonly ownerId!: string;
}
