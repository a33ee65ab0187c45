import { DomainError, invariant } from './errors.js';

/** A state machine as data: state -> event -> next state. */
export interface MachineDefinition<State extends string, Event extends string> {
  readonly name: string;
  readonly initial: State;
  readonly states: Readonly<Record<State, Partial<Readonly<Record<Event, State>>>>>;
}

export interface Machine<State extends string, Event extends string> extends MachineDefinition<State, Event> {
  /** Next state; throws DomainError ILLEGAL_TRANSITION naming the allowed events [7.12]. */
  next(state: State, event: Event): State;
  can(state: State, event: Event): boolean;
  allowed(state: State): readonly Event[];
  isFinal(state: State): boolean;
}

/** Checks that every target exists and every state can be reached, then returns the machine. */
export function defineMachine<State extends string, Event extends string>(
  definition: MachineDefinition<State, Event>,
): Machine<State, Event> {
  checkReachable(definition);
  const allowed = (state: State): readonly Event[] => Object.keys(definition.states[state]) as Event[];
  const can = (state: State, event: Event): boolean => definition.states[state][event] !== undefined;
  return {
    ...definition,
    allowed,
    can,
    isFinal: (state) => allowed(state).length === 0,
    next(state, event) {
      const target = definition.states[state]?.[event];
      if (target === undefined) {
        throw new DomainError('ILLEGAL_TRANSITION', { machine: definition.name, state, event, allowed: allowed(state) });
      }
      return target;
    },
  };
}

function checkReachable<State extends string, Event extends string>(definition: MachineDefinition<State, Event>): void {
  const reached = new Set<State>([definition.initial]);
  const open: State[] = [definition.initial];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const row = definition.states[state];
    invariant(row, `${definition.name}: unknown state ${state}`);
    for (const target of Object.values<State | undefined>(row)) {
      if (target !== undefined && !reached.has(target)) {
        reached.add(target);
        open.push(target);
      }
    }
  }
  const lost = Object.keys(definition.states).filter((state) => !reached.has(state as State));
  invariant(lost.length === 0, `${definition.name}: states that nothing leads to: ${lost.join(', ')}`);
}
