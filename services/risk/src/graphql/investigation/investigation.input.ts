import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ isAbstract: true })
export abstract class OnInvestigation {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly investigationId!: string;
}

@InputType()
export class AssignInvestigatorsInput extends OnInvestigation {
  @Field(() => [ID], { description: 'Exactly two' })
  readonly investigatorIds!: string[];

  @Field(() => String, { nullable: true, description: 'Why, when the pair is changed' })
  readonly reason?: string | null;
}

@InputType()
export class ReturnInvestigationInput extends OnInvestigation {
  @Field(() => [String], { description: 'What is missing, one thing each' })
  readonly reasons!: string[];
}

@InputType()
export class RequestInformationInput extends OnInvestigation {
  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly question!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why the investigation can not go on without the answer: its clock stands still until then; left out: it goes on',
  })
  readonly pauseReason?: string | null;
}

@InputType()
export class RevealSitePhotoInput {
  @Field(() => ID)
  readonly investigationId!: string;

  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String, { description: 'Why it is looked at; written into the access log' })
  readonly reason!: string;
}

@InputType()
export class RevealBureauReportInput {
  @Field(() => ID)
  readonly inquiryId!: string;

  @Field(() => String, { description: 'Why it is looked at; written into the access log' })
  readonly reason!: string;
}
