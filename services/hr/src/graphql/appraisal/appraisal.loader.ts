import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { AppraisalFact, Figures } from '../../domain/appraisal/indicator.js';
import type { AppraisalQuarter } from '../../domain/appraisal/quarter-closing.js';
import type { AppraisalScheme } from '../../domain/appraisal/scheme.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { AppraisalQueries } from '../../queries/appraisal/appraisal.queries.js';

@Injectable()
export class AppraisalSheetLoader extends EntityLoader<AppraisalSheet> {
  readonly typeName = 'AppraisalSheet';

  constructor(private readonly appraisals: AppraisalQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly AppraisalSheet[]> {
    return this.appraisals.sheetsByIds(ids, actor);
  }
}

/** Facts of a sheet, by `<employee>|<quarter>`. */
@Injectable()
export class AppraisalFactLoader extends ListLoader<AppraisalFact> {
  constructor(private readonly appraisals: AppraisalQueries) {
    super();
  }

  protected load(pairs: readonly string[]): Promise<readonly (readonly [string, AppraisalFact])[]> {
    return this.appraisals.factsOf(pairs);
  }
}

/** Figures of an open sheet as they stand, by `<employee>|<quarter>`. */
@Injectable()
export class AppraisalFiguresLoader extends ListLoader<Figures> {
  constructor(private readonly appraisals: AppraisalQueries) {
    super();
  }

  protected load(pairs: readonly string[]): Promise<readonly (readonly [string, Figures])[]> {
    return this.appraisals.figuresOf(pairs);
  }
}

@Injectable()
export class AppraisalQuarterLoader extends EntityLoader<AppraisalQuarter> {
  readonly typeName = 'AppraisalQuarter';

  constructor(private readonly appraisals: AppraisalQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly AppraisalQuarter[]> {
    return this.appraisals.quartersByIds(ids);
  }
}

@Injectable()
export class AppraisalSchemeLoader extends EntityLoader<AppraisalScheme> {
  readonly typeName = 'AppraisalScheme';

  constructor(private readonly appraisals: AppraisalQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly AppraisalScheme[]> {
    return this.appraisals.schemesByIds(ids);
  }
}
