// Which kinds of message a person may read in the company's event log: a department reads what it says and what is said to it, and everything
// that coordination tells; auditors, compliance and the coordinator read all. Messages carry ids and figures, never personal data.
import type { Department } from '@weilend/kernel';

export interface LoggedType {
  readonly type: string;
  readonly from: Department;
  readonly to: readonly Department[];
  /** True for messages about single customers, applications, loans or people's work. */
  readonly scoped: boolean;
}

export interface EventReader {
  readonly department: Department | null;
  /** True for the roles that read every type. */
  readonly readsAll: boolean;
}

/** Types the reader may see, or null for all. Types asked for that he may not see are silently left out. */
export function visibleTypes(types: readonly LoggedType[], reader: EventReader, asked: readonly string[] | null): readonly string[] | null {
  const wanted = asked && asked.length > 0 ? asked : null;
  if (reader.readsAll) return wanted;
  const allowed = types.filter((entry) => maySee(entry, reader.department)).map((entry) => entry.type);
  return wanted ? allowed.filter((type) => wanted.includes(type)) : allowed;
}

function maySee(entry: LoggedType, department: Department | null): boolean {
  if (entry.from === 'coordination') return true;
  return department !== null && (entry.from === department || entry.to.includes(department));
}

/** Types that a salesperson reads whoever they are about; of every other type he reads what names him, as on the board and in the lists. */
export function unscopedTypes(types: readonly LoggedType[]): readonly string[] {
  return types.filter((entry) => !entry.scoped).map((entry) => entry.type);
}
