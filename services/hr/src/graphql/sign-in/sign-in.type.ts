import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, MutationPayload } from '@weilend/graphql';
import { SECURITY_EVENT_KINDS } from '../../domain/sign-in/security-event.js';
import type { SecurityEventKind } from '../../domain/sign-in/security-event.js';
import { SIGN_IN_ENDS } from '../../domain/sign-in/sign-in.js';
import { EmployeePageArgs } from '../employee/employee.input.js';
import { EmployeeType } from '../employee/employee.type.js';

const enumOf = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));

export const SignInEndEnum = enumOf(SIGN_IN_ENDS);
registerEnumType(SignInEndEnum, { name: 'SignInEnd', description: 'Why a sign-in ended before its time' });
export const SecurityEventKindEnum = enumOf(SECURITY_EVENT_KINDS);
registerEnumType(SecurityEventKindEnum, { name: 'SecurityEventKind', description: 'What happened to an account or a key (安全事件类型)' });

@ObjectType('DeviceSignIn', { description: 'A device at which a person is or was signed in (登录设备)' })
export class DeviceSignInType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'What the device called itself' })
  readonly device!: string | null;

  @Field(() => DateTime)
  readonly startedAt!: Date;

  @Field(() => DateTime, { description: 'The last refresh, or the start' })
  readonly lastUsedAt!: Date;

  @Field(() => DateTime)
  readonly expiresAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly revokedAt!: Date | null;

  @Field(() => SignInEndEnum, { nullable: true })
  readonly endedBecause!: string | null;

  @Field(() => Boolean, { description: 'Still good' })
  readonly open!: boolean;
}

export const DeviceSignInConnection = connectionOf(DeviceSignInType, 'DeviceSignIn');

@ArgsType()
export class SignInsArgs extends EmployeePageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only those that are still good' })
  readonly open?: boolean | null;
}

@ObjectType('SecurityEvent', { description: 'A row of the security log; never changed (安全日志)' })
export class SecurityEventType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => SecurityEventKindEnum)
  readonly kind!: string;

  @Field(() => ID, { nullable: true })
  readonly signInId!: string | null;

  @Field(() => String, { description: '`employee:<id>`, `service:hr`, or `anonymous` for who was not signed in' })
  readonly by!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly employeeId!: string | null;
}

export const SecurityEventConnection = connectionOf(SecurityEventType, 'SecurityEvent');

@ArgsType()
export class SecurityLogArgs extends EmployeePageArgs {
  @Field(() => SecurityEventKindEnum, { nullable: true })
  readonly kind?: SecurityEventKind | null;

  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what somebody should look at: locked accounts, used refresh tokens' })
  readonly alarming?: boolean | null;
}

@ObjectType('SigningKey', { description: 'A key whose tokens are good (签名密钥)' })
export class SigningKeyType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DateTime)
  readonly createdAt!: Date;

  @Field(() => DateTime, { description: 'It is published before' })
  readonly signsFrom!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When its last token has run out; null while none follows it' })
  readonly retiredAt!: Date | null;

  @Field(() => Boolean, { description: 'New tokens are signed with it' })
  readonly signs!: boolean;
}

@ObjectType({ isAbstract: true })
abstract class TokensPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'Send it as `Authorization: Bearer <token>`' })
  readonly accessToken?: string | null;

  @Field(() => String, { nullable: true, description: 'Good once: a refresh gives the next one' })
  readonly refreshToken?: string | null;

  @Field(() => Int, { nullable: true, description: 'Seconds that the access token lives' })
  readonly expiresIn?: number | null;

  @Field(() => EmployeeType, { nullable: true })
  readonly employee?: EmployeeType | null;
}

@ObjectType()
export class SignInPayload extends TokensPayload {}

@ObjectType()
export class RefreshSignInPayload extends TokensPayload {}

@ObjectType()
export class ReplacePasswordPayload extends TokensPayload {}

@ObjectType()
export class SignOutPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true })
  readonly signedOut?: boolean | null;
}

@ObjectType({ isAbstract: true })
abstract class EndedPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'Devices that were signed out' })
  readonly endedSignIns?: number | null;
}

@ObjectType()
export class ChangePasswordPayload extends EndedPayload {}

@ObjectType()
export class EndSignInsPayload extends EndedPayload {}

@ObjectType()
export class EndSignInPayload extends MutationPayload {
  @Field(() => DeviceSignInType, { nullable: true })
  readonly signIn?: DeviceSignInType | null;
}

@ObjectType()
export class ResetPasswordPayload extends MutationPayload {
  @Field(() => EmployeeType, { nullable: true })
  readonly employee?: EmployeeType | null;
}

@ObjectType()
export class RotateSigningKeyPayload extends MutationPayload {
  @Field(() => ID, { nullable: true })
  readonly keyId?: string | null;
}
