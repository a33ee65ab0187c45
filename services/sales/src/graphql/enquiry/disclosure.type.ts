import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '@weilend/graphql';
import { InformingWayEnum } from '../enum.type.js';

@ObjectType('DisclosureItem', { description: 'One thing that a customer must know (披露事项)' })
export class DisclosureItemType {
  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly text!: string;
}

@ObjectType('MandatoryDisclosure', { description: 'What every customer is told before he applies (强制披露)' })
export class MandatoryDisclosure {
  @Field(() => LocalDate, { description: 'The day from which it holds' })
  readonly version!: string;

  @Field(() => String, { description: 'Names the text when it is confirmed' })
  readonly hash!: string;

  @Field(() => [DisclosureItemType])
  readonly items!: readonly DisclosureItemType[];
}

@ObjectType('DisclosureConfirmation', { description: 'Which text a customer confirmed, for which product, when and how (披露确认)' })
export class DisclosureConfirmationType {
  @Field(() => ID)
  readonly productId!: string;

  @Field(() => LocalDate)
  readonly textVersion!: string;

  @Field(() => String)
  readonly textHash!: string;

  @Field(() => InformingWayEnum)
  readonly how!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}
