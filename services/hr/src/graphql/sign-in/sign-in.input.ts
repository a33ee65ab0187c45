import { Field, ID, InputType } from '@nestjs/graphql';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };
const device = { nullable: true, description: 'What the device calls itself, for the list of devices, e.g. `front desk, Firefox`' };

@InputType()
export class SignInInput {
  @Field(() => String)
  readonly employeeNo!: string;

  @Field(() => String)
  readonly password!: string;

  @Field(() => String, device)
  readonly device?: string | null;
}

@InputType()
export class ReplacePasswordInput extends SignInInput {
  @Field(() => String)
  readonly newPassword!: string;
}

@InputType()
export class RefreshSignInInput {
  @Field(() => String)
  readonly refreshToken!: string;
}

@InputType()
export class SignOutInput {
  @Field(() => String)
  readonly refreshToken!: string;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String, { description: 'The present one' })
  readonly password!: string;

  @Field(() => String)
  readonly newPassword!: string;

  @Field(() => String, { nullable: true, description: 'Of this device: it stays signed in, all others are signed out' })
  readonly refreshToken?: string | null;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => String, { description: 'Good for choosing an own one at the next sign-in only' })
  readonly newPassword!: string;
}

@InputType()
export class EndSignInInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly signInId!: string;
}

@InputType()
export class EndSignInsInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'Oneself when left out; hr may name others' })
  readonly employeeId?: string | null;
}
