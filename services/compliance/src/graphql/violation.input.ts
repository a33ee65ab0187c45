import { Field, ID, InputType } from '@nestjs/graphql';
import type { Severity, ViolationKind } from '../domain/violation/violation.js';
import { ViolationKindEnum, ViolationSeverityEnum } from './enum.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType()
export class ReportViolationInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ViolationKindEnum)
  readonly kind!: ViolationKind;

  @Field(() => ViolationSeverityEnum)
  readonly severity!: Severity;

  @Field(() => ID, { nullable: true, description: 'Who is accused, when it is known' })
  readonly aboutEmployeeId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly applicationId?: string | null;

  @Field(() => String)
  readonly description!: string;
}

@InputType({ isAbstract: true })
abstract class ViolationAct {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly violationId!: string;
}

@InputType()
export class InvestigateViolationInput extends ViolationAct {}

@InputType()
export class ConfirmViolationInput extends ViolationAct {
  @Field(() => String)
  readonly findings!: string;

  @Field(() => ID, { nullable: true, description: 'When the investigation found who it was' })
  readonly aboutEmployeeId?: string | null;

  @Field(() => ViolationSeverityEnum, { nullable: true, description: 'When the investigation corrected it' })
  readonly severity?: Severity | null;
}

@InputType()
export class DismissViolationInput extends ViolationAct {
  @Field(() => String)
  readonly findings!: string;
}
