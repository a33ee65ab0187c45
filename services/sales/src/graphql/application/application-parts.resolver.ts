import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FalsificationNote, InformedNote, LoanCareType, LoanInspectionResult } from './application-progress.type.js';
import { ApplicationAsk } from './application.type.js';
import { DocumentJudgement } from './document.type.js';
import { EmployeeStub, LoanStub, ProductStub } from '../stub.type.js';
import { LoanWarning } from '../after-loan/warning.type.js';

/** People, products and loans that the parts of an application refer to. */
@Resolver(() => ApplicationAsk)
export class ApplicationAskResolver {
  @ResolveField(() => ProductStub, { nullable: true })
  product(@Parent() ask: ApplicationAsk) {
    return ask.productId && { id: ask.productId };
  }
}

@Resolver(() => DocumentJudgement)
export class DocumentJudgementResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  judgedBy(@Parent() judgement: DocumentJudgement) {
    return { id: judgement.by };
  }
}

@Resolver(() => InformedNote)
export class InformedNoteResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  informedBy(@Parent() note: InformedNote) {
    return { id: note.by };
  }
}

@Resolver(() => LoanCareType)
export class LoanOfCareResolver {
  @ResolveField(() => LoanStub, { nullable: true })
  loan(@Parent() care: LoanCareType) {
    return { id: care.loanId };
  }
}

@Resolver(() => LoanInspectionResult)
export class InspectionResultResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  inspector(@Parent() result: LoanInspectionResult) {
    return { id: result.by };
  }
}

@Resolver(() => LoanWarning)
export class LoanWarningResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  reporter(@Parent() warning: LoanWarning) {
    return { id: warning.reportedBy };
  }
}

@Resolver(() => FalsificationNote)
export class FalsificationNoteResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  reporter(@Parent() note: FalsificationNote) {
    return { id: note.reportedBy };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  suspect(@Parent() note: FalsificationNote) {
    return note.suspectId && { id: note.suspectId };
  }
}

export const applicationPartResolvers = [
  ...[ApplicationAskResolver, DocumentJudgementResolver, InformedNoteResolver, LoanOfCareResolver],
  ...[InspectionResultResolver, LoanWarningResolver, FalsificationNoteResolver],
];
