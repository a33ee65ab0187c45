import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AcknowledgeCostSheet } from '../../use-cases/contract/acknowledge-cost-sheet.use-case.js';
import { AttachRecording } from '../../use-cases/contract/attach-recording.use-case.js';
import { DraftContract } from '../../use-cases/contract/draft-contract.use-case.js';
import { RecordExplanation } from '../../use-cases/contract/record-explanation.use-case.js';
import { AcknowledgeCostSheetInput, AttachRecordingInput, DraftContractInput, RecordExplanationInput } from './contract.input.js';
import { LoanContractType } from './contract.type.js';
import { LoanContractLoader } from './contract.loader.js';

@ObjectType()
export class DraftContractPayload extends MutationPayload {
  @Field(() => LoanContractType, { nullable: true })
  readonly contract?: LoanContractType | null;
}

@ObjectType()
export class AcknowledgeCostSheetPayload extends MutationPayload {
  @Field(() => LoanContractType, { nullable: true })
  readonly contract?: LoanContractType | null;
}

@ObjectType()
export class RecordExplanationPayload extends MutationPayload {
  @Field(() => LoanContractType, { nullable: true })
  readonly contract?: LoanContractType | null;
}

@ObjectType()
export class AttachRecordingPayload extends MutationPayload {
  @Field(() => LoanContractType, { nullable: true })
  readonly contract?: LoanContractType | null;
}

/** A contract before it is signed. */
@Resolver()
export class ContractDraftResolver {
  constructor(
    private readonly contractLoader: LoanContractLoader,
    private readonly draftContractCase: DraftContract,
    private readonly acknowledgeCostSheetCase: AcknowledgeCostSheet,
    private readonly recordExplanationCase: RecordExplanation,
    private readonly attachRecordingCase: AttachRecording,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => DraftContractPayload, { description: 'Drafts a contract on an approval in force (起草合同)' })
  @Permit('sales.draft-contract')
  draftContract(@Args('input') input: DraftContractInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contract: await this.contractLoader.byId(context, await this.draftContractCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AcknowledgeCostSheetPayload, { description: 'The customer confirms the cost sheet (确认成本明示表)' })
  @Permit('sales.acknowledge-cost-sheet')
  acknowledgeCostSheet(@Args('input') input: AcknowledgeCostSheetInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contract: await this.contractLoader.byId(context, await this.acknowledgeCostSheetCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordExplanationPayload, { description: 'The customer confirms that he understands (合同说明)' })
  @Permit('sales.record-explanation')
  recordExplanation(@Args('input') input: RecordExplanationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contract: await this.contractLoader.byId(context, await this.recordExplanationCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AttachRecordingPayload, { description: 'Sound or picture of the signing (录音录像归档)' })
  @Permit('sales.attach-recording')
  attachRecording(@Args('input') input: AttachRecordingInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      contract: await this.contractLoader.byId(context, await this.attachRecordingCase.execute(context.actor, input)),
    }));
  }
}
