import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CloseEnquiry } from '../../use-cases/enquiry/close-enquiry.use-case.js';
import { OpenEnquiry } from '../../use-cases/enquiry/open-enquiry.use-case.js';
import { RespondToEnquiry } from '../../use-cases/enquiry/respond-to-enquiry.use-case.js';
import { CloseEnquiryInput, OpenEnquiryInput, RespondToEnquiryInput } from './enquiry.input.js';
import { EnquiryType } from './enquiry.type.js';
import { EnquiryLoader } from './enquiry.loader.js';

@ObjectType()
export class OpenEnquiryPayload extends MutationPayload {
  @Field(() => EnquiryType, { nullable: true })
  readonly enquiry?: EnquiryType | null;
}

@ObjectType()
export class RespondToEnquiryPayload extends MutationPayload {
  @Field(() => EnquiryType, { nullable: true })
  readonly enquiry?: EnquiryType | null;
}

@ObjectType()
export class CloseEnquiryPayload extends MutationPayload {
  @Field(() => EnquiryType, { nullable: true })
  readonly enquiry?: EnquiryType | null;
}

/** What is done with enquiries. */
@Resolver()
export class EnquiryActsResolver {
  constructor(
    private readonly enquiryLoader: EnquiryLoader,
    private readonly openEnquiryCase: OpenEnquiry,
    private readonly respondToEnquiryCase: RespondToEnquiry,
    private readonly closeEnquiryCase: CloseEnquiry,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => OpenEnquiryPayload, { description: 'Receives an enquiry; the first answer has a deadline (受理咨询)' })
  @Permit('sales.open-enquiry')
  openEnquiry(@Args('input') input: OpenEnquiryInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      enquiry: await this.enquiryLoader.byId(context, await this.openEnquiryCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RespondToEnquiryPayload, { description: 'Presents products and learns the four needs (答复咨询)' })
  @Permit('sales.respond-to-enquiry')
  respondToEnquiry(@Args('input') input: RespondToEnquiryInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      enquiry: await this.enquiryLoader.byId(context, await this.respondToEnquiryCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CloseEnquiryPayload, { description: 'Ends an enquiry with what became of it (结束咨询)' })
  @Permit('sales.close-enquiry')
  closeEnquiry(@Args('input') input: CloseEnquiryInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      enquiry: await this.enquiryLoader.byId(context, await this.closeEnquiryCase.execute(context.actor, input)),
    }));
  }
}
