import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ConfirmPower } from '../../use-cases/employee/confirm-power.use-case.js';
import { ConfirmPowerInput } from './employee.input.js';
import { EmployeeLoader } from './employee.loader.js';
import { ConfirmPowerPayload } from './employee.type.js';

@Resolver()
export class PowerResolver {
  constructor(
    private readonly loader: EmployeeLoader,
    private readonly confirmCase: ConfirmPower,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ConfirmPowerPayload, {
    description: 'Confirm, as a second person, the power or the new password that one person of hr gave (确认权限)',
  })
  @Permit('hr.confirm-power')
  confirmPower(@Args('input') input: ConfirmPowerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      employee: await this.loader.byId(context, await this.confirmCase.execute(context.actor, input)),
    }));
  }
}
