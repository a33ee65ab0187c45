import { Field, ID, InputType } from '@nestjs/graphql';
import type { InformingWay } from '../../domain/application/informing.js';
import { InformingWayEnum } from '../enum.type.js';

@InputType({ isAbstract: true })
abstract class ConfirmedDisclosure {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'Hash of the text that the customer was shown' })
  readonly textHash!: string;

  @Field(() => Boolean)
  readonly confirmedByCustomer!: boolean;

  @Field(() => InformingWayEnum)
  readonly how!: InformingWay;
}

@InputType()
export class ConfirmProposalDisclosureInput extends ConfirmedDisclosure {
  @Field(() => ID)
  readonly proposalId!: string;
}

@InputType()
export class ConfirmApplicationDisclosureInput extends ConfirmedDisclosure {
  @Field(() => ID)
  readonly applicationId!: string;
}
