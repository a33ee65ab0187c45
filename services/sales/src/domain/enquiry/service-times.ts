// How fast customers are served (服务时限): the first answer to an enquiry, the first proposal once the needs are known, the word that papers
// are to be supplemented, and every other news. Each service has a promised moment; kept is what was done by then. What is open and past its
// moment counts as not kept, what is open and still in time counts for nothing yet.

export const SERVICE_KINDS = ['FIRST_RESPONSE', 'PROPOSAL', 'SUPPLEMENT_TOLD', 'CUSTOMER_INFORMED'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

export interface ServiceGiven {
  readonly kind: ServiceKind;
  /** The enquiry or the application. */
  readonly subjectId: string;
  readonly salespersonId: string;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
}

export interface ServiceFigures {
  readonly kind: ServiceKind;
  /** Null: of everybody. */
  readonly salespersonId: string | null;
  readonly count: number;
  readonly done: number;
  readonly kept: number;
  /** Of those that are done or past their moment; null when there are none. */
  readonly keptShare: number | null;
  /** Minutes on the clock from its opening until it was done; null when none is done. */
  readonly medianMinutes: number | null;
  readonly late: number;
}

/** Figures of each kind for everybody together and for each salesperson, in the order of the kinds [1.6]. */
export function serviceFigures(services: readonly ServiceGiven[], now: Date): readonly ServiceFigures[] {
  const people = [...new Set(services.map(({ salespersonId }) => salespersonId))].sort();
  return SERVICE_KINDS.flatMap((kind) => {
    const ofKind = services.filter((service) => service.kind === kind);
    const ofPeople = people.map((person) =>
      figuresOf(
        ofKind.filter(({ salespersonId }) => salespersonId === person),
        { kind, person, now },
      ),
    );
    return [figuresOf(ofKind, { kind, person: null, now }), ...ofPeople.filter(({ count }) => count > 0)];
  });
}

/** True when the promise was broken and the customer still waits. */
export function isLate({ dueAt, doneAt }: ServiceGiven, now: Date): boolean {
  return doneAt === null && now > dueAt;
}

function figuresOf(
  services: readonly ServiceGiven[],
  { kind, person, now }: { kind: ServiceKind; person: string | null; now: Date },
): ServiceFigures {
  const minutes = services.flatMap(({ openedAt, doneAt }) => (doneAt ? [(doneAt.getTime() - openedAt.getTime()) / MINUTE_MS] : []));
  const kept = services.filter(({ dueAt, doneAt }) => doneAt !== null && doneAt <= dueAt).length;
  const late = services.filter((service) => isLate(service, now)).length;
  const judged = minutes.length + late;
  return {
    ...{ kind, salespersonId: person, count: services.length, done: minutes.length, kept, late },
    ...{ keptShare: judged === 0 ? null : kept / judged, medianMinutes: median(minutes) },
  };
}

const MINUTE_MS = 60_000;

/** Whole minutes; of an even number the lower of the two in the middle, so that it is a time that was really taken. */
function median(minutes: readonly number[]): number | null {
  const sorted = [...minutes].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return middle === undefined ? null : Math.round(middle);
}
