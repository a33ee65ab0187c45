import { Injectable } from '@nestjs/common';
import { newId } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { changeWarning, UNKNOWN_FIGURES, worsenedFigures } from '../../domain/after-loan/business-change.js';
import type { BusinessChange, BusinessFigures, ChangeLimits } from '../../domain/after-loan/business-change.js';
import type { LoanApplication } from '../../domain/application/application.js';
import { BusinessChanges } from '../../persistence/after-loan/business-change.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { WarningDesk } from './warning-desk.js';

type Observation = Omit<BusinessChange, 'id' | 'version' | 'worsened' | 'warningId'>;

const LIMITS = [
  'business-change.revenue-fall',
  'business-change.staff-fall',
  'business-change.stock-fall',
  'business-change.debt-rise',
  'business-change.collateral-fall',
] as const;

/** Knows what was known of a business, and warns by itself when it has become much worse [4.22]. */
@Injectable()
export class ChangeWatch {
  constructor(
    private readonly changes: BusinessChanges,
    private readonly customers: Customers,
    private readonly warnings: WarningDesk,
    private readonly parameters: Parameters,
    private readonly outbox: Outbox,
  ) {}

  /** From the last change, or from the customer's file when there is none. */
  async before(application: LoanApplication, tx: Tx): Promise<BusinessFigures> {
    const latest = await this.changes.latestOf(application.id, tx);
    if (latest) return latest.after;
    const { financial } = (await this.customers.get(application.customerId, tx)).profile;
    return { ...UNKNOWN_FIGURES, annualRevenueFen: financial.annualRevenueFen, debtFen: financial.liabilitiesFen };
  }

  /** Keeps the change and tells risk of it; the application comes back with its warning, for the caller to save. */
  async keep(application: LoanApplication, seen: Observation, tx: Tx): Promise<LoanApplication> {
    const worsened = worsenedFigures(seen.before, seen.after, await this.limits(seen.observedOn));
    const warning = changeWarning(worsened);
    // Risk works on exactly this already: the record is kept, the warning is not given twice.
    const known = application.warnings.some((one) => one.outcome === null && one.text === warning?.text);
    const given = warning && !known ? { id: newId('wrn'), category: 'CREDIT' as const, ...warning } : null;
    const { id: changeId } = await this.changes.insert(
      { id: newId('bch'), version: 0, ...seen, worsened, warningId: given?.id ?? null },
      tx,
    );
    const { applicationId, customerId, observedOn, before, after } = seen;
    const told = { changeId, applicationId, customerId, observedOn, before, after };
    await this.outbox.add(event('sales.business-change-recorded.v1', applicationId, told), tx);
    if (!given) return application;
    return this.warnings.give(application, { ...given, reportedBy: seen.recordedBy, reportedAt: seen.recordedAt }, tx);
  }

  private async limits(on: BusinessChange['observedOn']): Promise<ChangeLimits> {
    const values = await this.parameters.texts(LIMITS, on);
    return {
      annualRevenueFen: Number(values['business-change.revenue-fall']),
      staff: Number(values['business-change.staff-fall']),
      stockFen: Number(values['business-change.stock-fall']),
      debtFen: Number(values['business-change.debt-rise']),
      collateralFen: Number(values['business-change.collateral-fall']),
    };
  }
}
