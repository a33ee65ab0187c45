import { canonicalHash, DomainError } from '@weilend/kernel';
import type { FactDraft } from './hearing.js';

/**
 * All facts of the appraisal can be made again from what was heard (重建投影). What comes out is compared with what is
 * kept, subject after subject; where it differs, what was made again takes its place, and is named. When the two
 * fingerprints are equal the rebuild has changed nothing.
 */
export interface FactRebuild {
  readonly id: string;
  readonly version: number;
  readonly state: 'RUNNING' | 'DONE';
  /** Everything up to this subject is compared. */
  readonly after: string;
  readonly subjects: number;
  readonly done: number;
  readonly facts: number;
  readonly differing: number;
  /** The first of those that differed. */
  readonly named: readonly string[];
  /** Fingerprint of the facts as they were kept, and as they were made again. */
  readonly keptHash: string;
  readonly rebuiltHash: string;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

const MOST_NAMED = 100;

export function startRebuild(start: Pick<FactRebuild, 'id' | 'subjects' | 'startedBy' | 'startedAt'>, running: boolean): FactRebuild {
  if (running) throw new DomainError('REBUILD_RUNNING');
  const nothing = { after: '', done: 0, facts: 0, differing: 0, named: [], keptHash: canonicalHash([]), rebuiltHash: canonicalHash([]) };
  return { ...start, ...nothing, version: 0, state: 'RUNNING', endedAt: null };
}

export interface Comparison {
  readonly aboutId: string;
  readonly kept: readonly FactDraft[];
  readonly rebuilt: readonly FactDraft[];
}

/** One more subject was compared. */
export function compared(rebuild: FactRebuild, { aboutId, kept, rebuilt }: Comparison): FactRebuild {
  const differs = isDifferent({ kept, rebuilt });
  const named = differs && rebuild.named.length < MOST_NAMED ? [...rebuild.named, aboutId] : rebuild.named;
  return {
    ...rebuild,
    ...{ after: aboutId, done: rebuild.done + 1, facts: rebuild.facts + rebuilt.length, named },
    differing: rebuild.differing + (differs ? 1 : 0),
    keptHash: canonicalHash([rebuild.keptHash, ...inOrder(kept)]),
    rebuiltHash: canonicalHash([rebuild.rebuiltHash, ...inOrder(rebuilt)]),
  };
}

export function isDifferent({ kept, rebuilt }: Pick<Comparison, 'kept' | 'rebuilt'>): boolean {
  return canonicalHash(inOrder(kept)) !== canonicalHash(inOrder(rebuilt));
}

export const endRebuild = (rebuild: FactRebuild, at: Date): FactRebuild => ({ ...rebuild, state: 'DONE', endedAt: at });

/** Facts as texts in one order, whatever order they were kept in. */
function inOrder(facts: readonly FactDraft[]): string[] {
  return facts
    .map(({ employeeId, quarter, kind, aboutId, value, marked, occurredOn, detail, belongsTo }) =>
      [employeeId, quarter, kind, aboutId, value, marked, occurredOn, detail ?? null, belongsTo ?? null].join('|'),
    )
    .sort();
}
