import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { DeleteRecording } from '../../use-cases/contract/delete-recording.use-case.js';
import { RepeatPaymentOrder } from '../../use-cases/contract/repeat-payment-order.use-case.js';
import { SignContract } from '../../use-cases/contract/sign-contract.use-case.js';
import { DeleteRecordingInput, RepeatPaymentOrderInput, SignContractInput } from './contract.input.js';
import { LoanContractType } from './contract.type.js';
import { LoanContractLoader } from './contract.loader.js';

@ObjectType()
export class SignContractPayload extends MutationPayload {
  @Field(() => LoanContractType, { nullable: true })
  readonly contract?: LoanContractType | null;
}

@ObjectType()
export class RepeatPaymentOrderPayload extends MutationPayload {
  @Field(() => LoanContractType, { nullable: true })
  readonly contract?: LoanContractType | null;
}

@ObjectType()
export class DeleteRecordingPayload extends MutationPayload {
  @Field(() => LoanContractType, { nullable: true })
  readonly contract?: LoanContractType | null;
}

/** The signing of a contract, its payment order, and the end of its evidence. */
@Resolver()
export class ContractSigningResolver {
  constructor(
    private readonly contractLoader: LoanContractLoader,
    private readonly signContractCase: SignContract,
    private readonly repeatPaymentOrderCase: RepeatPaymentOrder,
    private readonly deleteRecordingCase: DeleteRecording,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => SignContractPayload, { description: 'Signs a contract through gates G5 and G6 (签署合同)' })
  @Permit('sales.sign-contract')
  signContract(@Args('input') input: SignContractInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contract: await this.contractLoader.byId(context, await this.signContractCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RepeatPaymentOrderPayload, { description: 'Orders the payout again after finance sent it back (重新下达放款指令)' })
  @Permit('sales.repeat-payment-order')
  repeatPaymentOrder(@Args('input') input: RepeatPaymentOrderInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contract: await this.contractLoader.byId(context, await this.repeatPaymentOrderCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => DeleteRecordingPayload, { description: 'Deletes a recording whose retention is over (删除到期录制文件)' })
  @Permit('sales.delete-recording')
  deleteRecording(@Args('input') input: DeleteRecordingInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contract: await this.contractLoader.byId(context, await this.deleteRecordingCase.execute(context.actor, input)),
    }));
  }
}
