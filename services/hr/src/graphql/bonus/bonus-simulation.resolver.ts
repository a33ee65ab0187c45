import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { SimulatedBonus } from '../../domain/bonus/simulate-bonus.js';
import { BonusFormulaQueries } from '../../queries/bonus/bonus-formula.queries.js';
import { inputsView, linesOf } from '../../queries/bonus/bonus-view.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { EmployeeType } from '../employee/employee.type.js';
import { SimulateBonusFormulaArgs } from './bonus-args.input.js';
import { ruleOf } from './bonus-formula.input.js';
import { BonusSimulationType, SimulatedBonusType } from './bonus-simulation.type.js';

/** A formula is tried before it is published; what is wrong with it is told field by field. */
@Resolver(() => BonusSimulationType)
export class BonusSimulationResolver {
  constructor(
    private readonly formulas: BonusFormulaQueries,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => BonusSimulationType, { description: 'Old and new bonus of each person with a closed sheet; changes nothing (奖金试算)' })
  @Permit('hr.simulate-bonus-formula')
  simulateBonusFormula(@Args() { formula, quarter, ...page }: SimulateBonusFormulaArgs, @Context() context: GraphContext) {
    return answer(this.texts, context, () => this.formulas.simulate(ruleOf(formula), quarter, page));
  }
}

@Resolver(() => SimulatedBonusType)
export class SimulatedBonusResolver {
  constructor(private readonly employees: EmployeeLoader) {}

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() bonus: SimulatedBonus, @Context() context: GraphContext) {
    return this.employees.byId(context, bonus.employeeId);
  }

  @ResolveField('differenceFen')
  difference(@Parent() { oldFen, newFen }: SimulatedBonus) {
    return oldFen === null ? null : newFen - oldFen;
  }

  @ResolveField('inputs')
  inputsOf(@Parent() { computation }: SimulatedBonus) {
    return inputsView(computation.inputs);
  }

  @ResolveField('lines')
  linesOf(@Parent() { computation }: SimulatedBonus) {
    return linesOf(computation.lines, computation.inputs);
  }
}
