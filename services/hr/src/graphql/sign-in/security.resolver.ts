import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { SignInQueries } from '../../queries/sign-in/sign-in.queries.js';
import { ChangePassword } from '../../use-cases/sign-in/change-password.use-case.js';
import { ResetPassword } from '../../use-cases/sign-in/reset-password.use-case.js';
import { RotateSigningKey } from '../../use-cases/sign-in/rotate-signing-key.use-case.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { EmployeeType } from '../employee/employee.type.js';
import { ChangePasswordInput, ResetPasswordInput } from './sign-in.input.js';
import {
  ChangePasswordPayload,
  ResetPasswordPayload,
  RotateSigningKeyPayload,
  SecurityEventConnection,
  SecurityEventType,
  SecurityLogArgs,
  SigningKeyType,
} from './sign-in.type.js';

@Resolver(() => SecurityEventType)
export class SecurityResolver {
  constructor(
    private readonly signIns: SignInQueries,
    private readonly loader: EmployeeLoader,
    private readonly changeCase: ChangePassword,
    private readonly resetCase: ResetPassword,
    private readonly rotateCase: RotateSigningKey,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => SecurityEventConnection, { description: 'What happened to accounts and keys, newest first (安全日志)' })
  @Permit('hr.read-security-log')
  securityLog(@Args() filter: SecurityLogArgs) {
    return this.signIns.log(filter);
  }

  @Query(() => [SigningKeyType], { description: 'The keys whose tokens are good, oldest first' })
  @Permit('hr.read-signing-key')
  signingKeys() {
    return this.signIns.signingKeys();
  }

  @Mutation(() => ChangePasswordPayload, { description: 'Change one’s own password; other devices are signed out (修改密码)' })
  @Permit('hr.change-password')
  changePassword(@Args('input') input: ChangePasswordInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ endedSignIns: await this.changeCase.execute(context.actor, input) }));
  }

  @Mutation(() => ResetPasswordPayload, { description: 'Give somebody a new first password; he is signed out everywhere (重置密码)' })
  @Permit('hr.reset-password')
  resetPassword(@Args('input') input: ResetPasswordInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      employee: await this.loader.byId(context, await this.resetCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RotateSigningKeyPayload, {
    description: 'Make the next signing key: published at once, signing two minutes later (轮换签名密钥)',
  })
  @Permit('hr.rotate-signing-key')
  rotateSigningKey(@Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ keyId: await this.rotateCase.execute(context.actor) }));
  }

  @ResolveField(() => EmployeeType, { nullable: true, description: 'Whose account; null for the keys of the company' })
  employee(@Parent() event: SecurityEventType, @Context() context: GraphContext) {
    return event.employeeId ? this.loader.byId(context, event.employeeId) : null;
  }
}
