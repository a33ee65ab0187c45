import { Args, Context, Field, ID, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AssignLeads } from '../../use-cases/acquisition/assign-leads.use-case.js';
import { ConvertLead } from '../../use-cases/acquisition/convert-lead.use-case.js';
import { ReassignLead } from '../../use-cases/acquisition/reassign-lead.use-case.js';
import { ReassignLeads } from '../../use-cases/acquisition/reassign-leads.use-case.js';
import { RecordLeadContact } from '../../use-cases/acquisition/record-lead-contact.use-case.js';
import { RecountLeads } from '../../use-cases/acquisition/recount-leads.use-case.js';
import { ReopenLead } from '../../use-cases/acquisition/reopen-lead.use-case.js';
import { RevealContact } from '../../use-cases/acquisition/reveal-contact.use-case.js';
import { CreateLead } from '../../use-cases/enquiry/create-lead.use-case.js';
import { LoseLead } from '../../use-cases/enquiry/lose-lead.use-case.js';
import { LeadLoader } from './acquisition.loader.js';
import {
  AssignLeadsInput,
  ConvertLeadInput,
  CreateLeadInput,
  LoseLeadInput,
  ReassignLeadInput,
  ReassignLeadsInput,
  RecordLeadContactInput,
  RecountLeadsInput,
  ReopenLeadInput,
  RevealContactInput,
} from './lead.input.js';
import { LeadType, RevealedContactType } from './lead.type.js';

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

@ObjectType()
export class ReopenLeadPayload extends MutationPayload {
  @Field(() => LeadType, { nullable: true })
  readonly lead?: LeadType | null;
}

@ObjectType()
export class ConvertLeadPayload extends MutationPayload {
  @Field(() => LeadType, { nullable: true })
  readonly lead?: LeadType | null;
}

@ObjectType()
export class ReassignLeadPayload extends MutationPayload {
  @Field(() => LeadType, { nullable: true })
  readonly lead?: LeadType | null;
}

@ObjectType()
export class RecordLeadContactPayload extends MutationPayload {
  @Field(() => LeadType, { nullable: true })
  readonly lead?: LeadType | null;
}

@ObjectType()
export class AssignLeadsPayload extends MutationPayload {
  @Field(() => [LeadType], { nullable: true })
  readonly leads?: readonly LeadType[] | null;
}

@ObjectType()
export class ReassignLeadsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true })
  readonly moved?: number | null;

  @Field(() => Int, { nullable: true, description: 'Open leads that are still with him: repeat it' })
  readonly left?: number | null;
}

@ObjectType()
export class RevealContactPayload extends MutationPayload {
  @Field(() => RevealedContactType, { nullable: true })
  readonly contact?: RevealedContactType | null;
}

@ObjectType()
export class RecountLeadsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true })
  readonly counted?: number | null;

  @Field(() => ID, { nullable: true, description: 'Where to go on; null when all were counted' })
  readonly nextAfter?: string | null;
}

/** What is done with leads. */
@Resolver()
export class LeadActsResolver {
  constructor(
    private readonly leadLoader: LeadLoader,
    private readonly createLeadCase: CreateLead,
    private readonly recordLeadContactCase: RecordLeadContact,
    private readonly revealContactCase: RevealContact,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => CreateLeadPayload, { description: 'Registers a prospect with the source of its channel (登记线索)' })
  @Permit('sales.create-lead')
  createLead(@Args('input') input: CreateLeadInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      lead: await this.leadLoader.byId(context, await this.createLeadCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordLeadContactPayload, { description: 'Logs a call, a message or a visit (登记联系)' })
  @Permit('sales.record-lead-contact')
  recordLeadContact(@Args('input') input: RecordLeadContactInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      lead: await this.leadLoader.byId(context, await this.recordLeadContactCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RevealContactPayload, { description: 'Shows name and number in full; the look is kept (查看完整联系方式)' })
  @Permit('sales.reveal-contact')
  revealContact(@Args('input') input: RevealContactInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ contact: await this.revealContactCase.execute(context.actor, input) }));
  }
}

/** What becomes of leads. */
@Resolver()
export class LeadOutcomeResolver {
  constructor(
    private readonly leadLoader: LeadLoader,
    private readonly loseLeadCase: LoseLead,
    private readonly reopenLeadCase: ReopenLead,
    private readonly convertLeadCase: ConvertLead,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => LoseLeadPayload, { description: 'Closes a lead that leads to nothing (关闭线索)' })
  @Permit('sales.lose-lead')
  loseLead(@Args('input') input: LoseLeadInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      lead: await this.leadLoader.byId(context, await this.loseLeadCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ReopenLeadPayload, { description: 'Takes a lost lead up again, once (重新打开线索)' })
  @Permit('sales.reopen-lead')
  reopenLead(@Args('input') input: ReopenLeadInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      lead: await this.leadLoader.byId(context, await this.reopenLeadCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ConvertLeadPayload, { description: 'The prospect is a customer on file (线索转化)' })
  @Permit('sales.convert-lead')
  convertLead(@Args('input') input: ConvertLeadInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      lead: await this.leadLoader.byId(context, await this.convertLeadCase.execute(context.actor, input)),
    }));
  }
}

/** Who looks after leads, and what the funnel reads of them; the manager's. */
@Resolver()
export class AssignmentActsResolver {
  constructor(
    private readonly leadLoader: LeadLoader,
    private readonly assignLeadsCase: AssignLeads,
    private readonly reassignLeadCase: ReassignLead,
    private readonly reassignLeadsCase: ReassignLeads,
    private readonly recountLeadsCase: RecountLeads,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => AssignLeadsPayload, { description: 'Gives leads that nobody looks after to salespeople, all or none (分配线索)' })
  @Permit('sales.assign-leads')
  assignLeads(@Args('input') input: AssignLeadsInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const ids = await this.assignLeadsCase.execute(context.actor, input);
      return { leads: await Promise.all(ids.map((id) => this.leadLoader.byId(context, id))) };
    });
  }

  @Mutation(() => ReassignLeadPayload, { description: 'Gives a lead to a colleague, with the reason (改派线索)' })
  @Permit('sales.reassign-lead')
  reassignLead(@Args('input') input: ReassignLeadInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      lead: await this.leadLoader.byId(context, await this.reassignLeadCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ReassignLeadsPayload, {
    description: 'Gives the open leads of somebody who left or is away to colleagues (批量改派线索)',
  })
  @Permit('sales.reassign-leads')
  reassignLeads(@Args('input') input: ReassignLeadsInput, @Context() context: GraphContext) {
    return answer(this.texts, context, () => this.reassignLeadsCase.execute(context.actor, input));
  }

  @Mutation(() => RecountLeadsPayload, {
    description: 'Works out anew what the funnel reads of leads, some hundred at a time (重新统计线索)',
  })
  @Permit('sales.recount-leads')
  recountLeads(@Args('input') input: RecountLeadsInput, @Context() context: GraphContext) {
    return answer(this.texts, context, () => this.recountLeadsCase.execute(context.actor, input));
  }
}
