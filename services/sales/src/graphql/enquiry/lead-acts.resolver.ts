import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CreateLead } from '../../use-cases/enquiry/create-lead.use-case.js';
import { LoseLead } from '../../use-cases/enquiry/lose-lead.use-case.js';
import { CreateLeadInput, LoseLeadInput } from './enquiry.input.js';
import { LeadType } from './enquiry.type.js';
import { LeadLoader } from './enquiry.loader.js';

@ObjectType()
export class CreateLeadPayload extends MutationPayload {
  @Field(() => LeadType, { nullable: true })
  readonly lead?: LeadType | null;
}

@ObjectType()
export class LoseLeadPayload extends MutationPayload {
  @Field(() => LeadType, { nullable: true })
  readonly lead?: LeadType | null;
}

/** What is done with leads. */
@Resolver()
export class LeadActsResolver {
  constructor(
    private readonly leadLoader: LeadLoader,
    private readonly createLeadCase: CreateLead,
    private readonly loseLeadCase: LoseLead,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => CreateLeadPayload, { description: 'Registers a prospect with the source of its channel (登记线索)' })
  @Permit('sales.create-lead')
  createLead(@Args('input') input: CreateLeadInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      lead: await this.leadLoader.byId(context, await this.createLeadCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => LoseLeadPayload, { description: 'Closes a lead that leads to nothing (关闭线索)' })
  @Permit('sales.lose-lead')
  loseLead(@Args('input') input: LoseLeadInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      lead: await this.leadLoader.byId(context, await this.loseLeadCase.execute(context.actor, input)),
    }));
  }
}
