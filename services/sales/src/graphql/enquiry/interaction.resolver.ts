import { Args, ArgsType, Context, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { InteractionQueries } from '../../queries/enquiry/interaction.queries.js';
import { RecordInteraction } from '../../use-cases/enquiry/record-interaction.use-case.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { EmployeeStub } from '../stub.type.js';
import { EnquiryLoader } from './enquiry.loader.js';
import { LeadLoader } from '../acquisition/acquisition.loader.js';
import { EnquiryType } from './enquiry.type.js';
import { LeadType } from '../acquisition/lead.type.js';
import { RecordInteractionInput } from './interaction.input.js';
import { InteractionLoader } from './interaction.loader.js';
import { InteractionConnection, InteractionType } from './interaction.type.js';

@ArgsType()
class PageOfInteractions {
  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
class InteractionsArgs extends PageOfInteractions {
  @Field(() => ID, { nullable: true })
  readonly customerId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly leadId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly enquiryId?: string | null;
}

@ArgsType()
class NextStepsArgs extends PageOfInteractions {
  @Field(() => Boolean, { nullable: true, description: 'Only what should have been done before today' })
  readonly late?: boolean | null;
}

@ObjectType()
export class RecordInteractionPayload extends MutationPayload {
  @Field(() => InteractionType, { nullable: true })
  readonly interaction?: InteractionType | null;
}

/** Conversations and what was promised in them. */
@Resolver()
export class InteractionListResolver {
  constructor(
    private readonly loader: InteractionLoader,
    private readonly queries: InteractionQueries,
    private readonly recordCase: RecordInteraction,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => InteractionConnection, { description: 'Conversations that one may see, newest first (沟通记录)' })
  @Permit('sales.read-interaction')
  interactions(@Args() wanted: InteractionsArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @Query(() => InteractionConnection, { description: 'Conversations whose next step is still owed (待跟进)' })
  @Permit('sales.read-interaction')
  openNextSteps(@Args() wanted: NextStepsArgs, @Context() context: GraphContext) {
    return this.queries.promised(wanted, context.actor);
  }

  @Mutation(() => RecordInteractionPayload, { description: 'Keeps a conversation with a prospect or a customer (登记沟通)' })
  @Permit('sales.record-interaction')
  recordInteraction(@Args('input') input: RecordInteractionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      interaction: await this.loader.byId(context, await this.recordCase.execute(context.actor, input)),
    }));
  }
}

@Resolver(() => InteractionType)
export class InteractionResolver {
  constructor(
    private readonly customers: CustomerLoader,
    private readonly leads: LeadLoader,
    private readonly enquiries: EnquiryLoader,
  ) {}

  @ResolveField(() => CustomerType, { nullable: true })
  @Permit('sales.read-customer')
  customer(@Parent() interaction: InteractionType, @Context() context: GraphContext) {
    return interaction.customerId && this.customers.byId(context, interaction.customerId);
  }

  @ResolveField(() => LeadType, { nullable: true })
  @Permit('sales.read-lead')
  lead(@Parent() interaction: InteractionType, @Context() context: GraphContext) {
    return interaction.leadId && this.leads.byId(context, interaction.leadId);
  }

  @ResolveField(() => EnquiryType, { nullable: true })
  @Permit('sales.read-enquiry')
  enquiry(@Parent() interaction: InteractionType, @Context() context: GraphContext) {
    return interaction.enquiryId && this.enquiries.byId(context, interaction.enquiryId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() interaction: InteractionType) {
    return { id: interaction.salespersonId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  recorder(@Parent() interaction: InteractionType) {
    return { id: interaction.recordedBy };
  }
}
