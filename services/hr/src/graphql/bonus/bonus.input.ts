import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@weilend/graphql';
import { BonusStatementType } from './bonus.type.js';

const KEY = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' } as const;

@InputType()
export class PrepareBonusesInput {
  @Field(() => String, KEY)
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'E.g. 2026-Q3' })
  readonly quarter!: string;

  @Field(() => ID, { nullable: true, description: 'One person alone; left out: everybody whose sheet is closed' })
  readonly employeeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'next of the answer before: goes on there; left out: from the first sheet of the quarter',
  })
  readonly after?: string | null;
}

@InputType()
export class ApproveBonusesInput {
  @Field(() => String, KEY)
  readonly requestKey?: string | null;

  @Field(() => [ID], { description: 'All of them or none' })
  readonly bonusIds!: string[];

  @Field(() => [Int], {
    nullable: true,
    description: 'Which preparation of each was read, in the order of bonusIds: one prepared again since is refused',
  })
  readonly preparations?: number[] | null;
}

@InputType()
export class RejectBonusInput {
  @Field(() => String, KEY)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly bonusId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class SendBonusAgainInput {
  @Field(() => String, KEY)
  readonly requestKey?: string | null;

  @Field(() => ID, { description: 'A statement or a deferred part that finance returned' })
  readonly bonusId!: string;
}

@ObjectType()
export class PrepareBonusesPayload extends MutationPayload {
  @Field(() => [BonusStatementType], { nullable: true })
  readonly bonuses?: unknown;

  @Field(() => Boolean, { nullable: true, description: 'There are closed sheets left: ask again' })
  readonly more?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'What to give as after when asking again; null when none is left' })
  readonly next?: string | null;
}

@ObjectType()
export class ApproveBonusesPayload extends MutationPayload {
  @Field(() => [BonusStatementType], { nullable: true })
  readonly bonuses?: unknown;
}

@ObjectType()
export class RejectBonusPayload extends MutationPayload {
  @Field(() => BonusStatementType, { nullable: true })
  readonly bonus?: unknown;
}

@ObjectType()
export class SendBonusAgainPayload extends MutationPayload {
  @Field(() => ID, { nullable: true })
  readonly bonusId?: string | null;
}
