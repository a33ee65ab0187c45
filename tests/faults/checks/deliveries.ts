// I3: what each department was sent is exactly what stands in its inbox, applied, once. Nothing lost, nothing doubled, nothing out of nowhere.
import type { DepartmentFacts, Verdict } from './facts.ts';
import { repeated } from './facts.ts';

export interface DeliveryVerdict extends Verdict {
  readonly lost: number;
  readonly doubled: number;
}

export function deliveredOnce(departments: readonly DepartmentFacts[]): DeliveryVerdict {
  const sent = departments.flatMap(({ outbox }) => outbox);
  const found = departments.map((department) => judge(department, new Set(idsFor(department.name, sent))));
  return {
    checked: sent.length,
    lost: found.reduce((sum, { lost }) => sum + lost.length, 0),
    doubled: found.reduce((sum, { doubled }) => sum + doubled.length, 0),
    problems: found.flatMap(({ lost, doubled, other }) => [...lost, ...doubled, ...other]),
  };
}

const idsFor = (name: string, sent: readonly DepartmentFacts['outbox'][number][]): string[] =>
  sent.filter(({ destination }) => destination === name).map(({ envelope }) => envelope.id);

function judge({ name, inbox, audit }: DepartmentFacts, sent: ReadonlySet<string>) {
  const received = new Map(inbox.map((row) => [row._id, row]));
  const receipts = audit.filter(({ operation, outcome }) => operation.startsWith('receive:') && outcome === 'accepted');
  return {
    lost: [...sent].filter((id) => !received.has(id)).map((id) => `${name} never got ${id}`),
    // The effect of a message and its audit row are one transaction: two rows are two effects.
    doubled: repeated(receipts, ({ causationId }) => causationId ?? '').map(([id, rows]) => `${name} did ${id} ${rows.length} times`),
    other: inbox.flatMap(({ _id, state }) => [
      ...(sent.has(_id) ? [] : [`${name} got ${_id}, which nobody sent`]),
      ...(state === 'applied' || state === 'discarded' ? [] : [`${_id} is ${state} at ${name}`]),
    ]),
  };
}
