import { Args, Context, Field, ID, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AssignCollection } from '../use-cases/assign-collection/assign-collection.use-case.js';
import { CancelPromise } from '../use-cases/cancel-promise/cancel-promise.use-case.js';
import { PlanCollection } from '../use-cases/plan-collection/plan-collection.use-case.js';
import { RecordCollectionContact } from '../use-cases/record-collection-contact/record-collection-contact.use-case.js';
import { AssignCollectionInput, CancelPromiseInput, contactRequest, NoteHardshipInput } from './collection.input.js';
import { PlanCollectionInput, RecordCollectionContactInput } from './collection.input.js';

@ObjectType({ isAbstract: true })
abstract class LateLoanPayload extends MutationPayload {
  @Field(() => ID, { nullable: true })
  readonly loanId?: string | null;
}

@ObjectType()
export class RecordCollectionContactPayload extends MutationPayload {
  @Field(() => ID, { nullable: true })
  readonly contactId?: string | null;
}

@ObjectType()
export class AssignCollectionPayload extends MutationPayload {
  @Field(() => [ID], { nullable: true })
  readonly loanIds?: readonly string[] | null;
}

@ObjectType()
export class PlanCollectionPayload extends LateLoanPayload {}

@ObjectType()
export class NoteHardshipPayload extends LateLoanPayload {}

@ObjectType()
export class CancelPromisePayload extends MutationPayload {
  @Field(() => ID, { nullable: true })
  readonly promiseId?: string | null;
}

/** What collectors write down. */
@Resolver()
export class CollectionResolver {
  constructor(
    private readonly record: RecordCollectionContact,
    private readonly assign: AssignCollection,
    private readonly plan: PlanCollection,
    private readonly cancel: CancelPromise,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RecordCollectionContactPayload, { description: 'Write down a contact about a late loan (登记催收)' })
  @Permit('finance.record-collection-contact')
  recordCollectionContact(@Args('input') input: RecordCollectionContactInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ contactId: await this.record.execute(context.actor, contactRequest(input)) }));
  }

  @Mutation(() => AssignCollectionPayload, { description: 'Give late loans to a collector (分派催收)' })
  @Permit('finance.assign-collection')
  assignCollection(@Args('input') input: AssignCollectionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ loanIds: await this.assign.execute(context.actor, input) }));
  }

  @Mutation(() => PlanCollectionPayload, { description: 'Say when the next action is due (安排下次跟进)' })
  @Permit('finance.plan-collection')
  planCollection(@Args('input') { nextActionOn = null, ...input }: PlanCollectionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ loanId: await this.plan.execute(context.actor, { ...input, nextActionOn }) }));
  }

  @Mutation(() => NoteHardshipPayload, { description: 'Note that a borrower cannot pay and why, or that it is over (登记困难)' })
  @Permit('finance.plan-collection')
  noteHardship(@Args('input') { reason = null, ...input }: NoteHardshipInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ loanId: await this.plan.noteHardship(context.actor, { ...input, reason }) }));
  }

  @Mutation(() => CancelPromisePayload, { description: 'Cancel a promise to pay that stands (取消还款承诺)' })
  @Permit('finance.cancel-promise')
  cancelPromise(@Args('input') input: CancelPromiseInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ promiseId: await this.cancel.execute(context.actor, input) }));
  }
}
