import { addMs, newId } from '@weilend/kernel';
import type { Database, Migration } from '@weilend/mongo';
import { firstRules } from '../../domain/early-warning/first-rules.js';
import { activateRule, draftRule } from '../../domain/early-warning/warning-rule.js';

const NEW_FIELDS = {
  ...{ customerId: null, loanId: null, openKey: null, rule: null, assessments: [], measureDueOn: null, escalations: [], escalationNo: 0 },
  ...{ closing: null, dueAt: null, notice: null, noticeAt: null },
};
const NEW_MEASURE = {
  ...{ state: 'PLANNED', target: { customerId: null, loanId: null, applicationId: null }, handoffId: null, handedOverAt: null },
  ...{ endedAt: null, outcome: null, check: null, lifted: null },
};
/** Alerts of before get this long for their next step, so that they are not all late at once. */
const FIRST_DUE_MS = 5 * 86_400_000;

interface OldAlert {
  readonly _id: string;
  readonly measures: readonly { readonly kind: string; readonly dueOn: string; readonly decidedAt: Date; readonly state?: string }[];
}

/** Alerts from before they were assessed, handed over and closed: each goes on from where it stands, its measures as planned ones [7.4]. */
export const alertLife: Migration = {
  name: '0006-alert-life',
  async up(database: Database): Promise<void> {
    const alerts = database.collection<OldAlert>('risk_alerts');
    const dueAt = addMs(await database.now(), FIRST_DUE_MS);
    for await (const { _id, measures } of alerts.find({ stepSince: { $exists: false } } as never)) {
      const carried = measures.map((one) => ({
        ...NEW_MEASURE,
        ...(one.kind === 'NONE' ? { state: 'APPLIED', endedAt: one.decidedAt } : {}),
        ...one,
      }));
      const days = carried.filter(({ state }) => state === 'PLANNED').map(({ dueOn }) => dueOn);
      const due = { dueAt, notice: 'LATE', noticeAt: dueAt, measureDueOn: days.sort()[0] ?? null };
      await alerts.updateOne({ _id }, [
        { $set: { ...literal({ ...NEW_FIELDS, ...due, measures: carried }), stepSince: '$raisedAt' } },
      ] as never);
    }
    const unknown = { firstDueOn: null, overdueSince: null, agesOn: null };
    await database.collection('loan_exposures').updateMany({ firstDueOn: { $exists: false } }, { $set: unknown });
    await putFirstRules(database);
  },
};

/** The rules that a company starts with, in force; one whose code is there already is left as it is. */
export async function putFirstRules(database: Database): Promise<void> {
  const rules = database.collection<{ _id: string; code: string }>('warning_rules');
  const at = await database.now();
  for (const content of firstRules) {
    const drafted = draftRule(newId('ewr'), content, { ruleVersion: 1, by: 'service:risk', at });
    const { id, ...rule } = activateRule(drafted, 'system:migration', at);
    await rules.updateOne({ code: content.code }, { $setOnInsert: { _id: id, ...rule, version: 1 } as never }, { upsert: true });
  }
}

/** Values as they are, none read as an expression. */
function literal(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { $literal: value }]));
}
