/** Departments of the company; also the names of the services, of their databases and queues. */
export const DEPARTMENTS = ['sales', 'risk', 'approval', 'finance', 'training', 'hr', 'coordination', 'compliance'] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** A person of the company, as the verified token names him. */
export interface EmployeeActor {
  readonly kind: 'employee';
  readonly employeeId: string;
  /** Department the person works in; null for the administrator. */
  readonly department: Department | null;
  readonly roles: readonly string[];
}

/** A service acting by itself on a message or a timer; `onBehalfOf` is the person whose act set it off, when there is one. */
export interface ServiceActor {
  readonly kind: 'service';
  readonly service: Department;
  readonly onBehalfOf?: string;
}

export interface AnonymousActor {
  readonly kind: 'anonymous';
}

export type Actor = EmployeeActor | ServiceActor | AnonymousActor;

/** Stable text for audit rows, request keys and messages: `employee:emp_…`, `service:risk`, `anonymous`. */
export function actorRef(actor: Actor): string {
  if (actor.kind === 'employee') return `employee:${actor.employeeId}`;
  return actor.kind === 'service' ? `service:${actor.service}` : 'anonymous';
}

/** The person behind an act; throws when a machine or nobody acts. */
export function employeeIdOf(actor: Actor): string {
  if (actor.kind === 'employee') return actor.employeeId;
  throw new TypeError(`a person must act here, not ${actorRef(actor)}`);
}
