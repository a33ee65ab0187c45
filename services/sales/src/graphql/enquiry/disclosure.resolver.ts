import { Args, Context, Field, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { DisclosureQueries } from '../../queries/enquiry/disclosure.queries.js';
import { ConfirmDisclosure } from '../../use-cases/enquiry/confirm-disclosure.use-case.js';
import { LoanApplicationLoader } from '../application/application.loader.js';
import { LoanApplicationType } from '../application/application.type.js';
import { EmployeeStub } from '../stub.type.js';
import { ConfirmApplicationDisclosureInput, ConfirmProposalDisclosureInput } from './disclosure.input.js';
import { DisclosureConfirmationType, MandatoryDisclosure } from './disclosure.type.js';
import { ProposalLoader } from './proposal.loader.js';
import { ProposalType } from './proposal.type.js';

@ObjectType()
export class ConfirmProposalDisclosurePayload extends MutationPayload {
  @Field(() => ProposalType, { nullable: true })
  readonly proposal?: ProposalType | null;
}

@ObjectType()
export class ConfirmApplicationDisclosurePayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

/** What customers must be told, and that they were. */
@Resolver(() => DisclosureConfirmationType)
export class DisclosureResolver {
  constructor(
    private readonly disclosures: DisclosureQueries,
    private readonly proposals: ProposalLoader,
    private readonly applications: LoanApplicationLoader,
    private readonly confirmCase: ConfirmDisclosure,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => MandatoryDisclosure, { description: 'The text in force today (现行强制披露内容)' })
  @Permit('sales.read-disclosure')
  mandatoryDisclosure() {
    return this.disclosures.inForce();
  }

  @Mutation(() => ConfirmProposalDisclosurePayload, {
    description: 'The customer confirms what he was told with a proposal (方案披露确认)',
  })
  @Permit('sales.confirm-disclosure')
  confirmProposalDisclosure(@Args('input') input: ConfirmProposalDisclosureInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      proposal: await this.proposals.byId(context, await this.confirmCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ConfirmApplicationDisclosurePayload, {
    description: 'The customer confirms what he was told, on his application (申请披露确认)',
  })
  @Permit('sales.confirm-disclosure')
  confirmApplicationDisclosure(@Args('input') input: ConfirmApplicationDisclosureInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applications.byId(context, await this.confirmCase.onApplication(context.actor, input)),
    }));
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  recordedBy(@Parent() confirmation: DisclosureConfirmationType) {
    return { id: confirmation.by };
  }
}
