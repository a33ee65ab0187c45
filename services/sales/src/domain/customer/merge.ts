import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { joinCards } from './bank-card.js';
import type { Customer } from './customer-file.js';
import { identityNumberOf } from './customer.js';
import { emptyProfile } from './profile.js';
import type { Profile } from './profile.js';

// Two files of one customer become one (客户合并). One file survives; what hangs on the other moves to it, and the other stays readable for
// ever as merged into the survivor. Two files with two valid identity numbers are two customers, unless the number of the one that
// goes was accepted by override or is shown, by a paper, to be an entry error.

export interface Merging {
  readonly by: string;
  readonly at: Date;
  readonly on: LocalDate;
  readonly reason: string;
  /** The paper that shows that the number of the merged file was entered wrongly. */
  readonly entryErrorFileId: string | null;
}

/** Throws MERGE_WITH_ITSELF, CUSTOMER_MERGED, MERGE_TYPE_DIFFERS or MERGE_IDENTITY_DIFFERS. */
export function requireMergeable(survivor: Customer, merged: Customer, isEntryError: boolean): void {
  if (survivor.id === merged.id) throw new DomainError('MERGE_WITH_ITSELF', {}, 'mergedId');
  requireUnmerged(survivor, 'survivorId');
  requireUnmerged(merged, 'mergedId');
  if (survivor.type !== merged.type)
    throw new DomainError('MERGE_TYPE_DIFFERS', { mergedType: merged.type, survivorType: survivor.type }, 'mergedId');
  if (identityNumberOf(survivor) === identityNumberOf(merged) || isEntryError || hasOddIdentity(merged)) return;
  throw new DomainError('MERGE_IDENTITY_DIFFERS', {}, 'entryErrorFileId');
}

/** Nothing is done on a file that was merged. Throws CUSTOMER_MERGED with the file to go on with. */
export function requireUnmerged(customer: Customer, field: string | null = null): void {
  if (customer.merged) throw new DomainError('CUSTOMER_MERGED', { intoId: customer.merged.intoId }, field);
}

/** Both files as they stand afterwards: consents, cards and grades go over, the gaps of the surviving profile are filled. */
export function mergeFiles(survivor: Customer, merged: Customer, how: Merging): { survivor: Customer; merged: Customer } {
  const { by, at, reason, entryErrorFileId } = how;
  const since = (one: { readonly ownerId: string }): boolean => one.ownerId === survivor.ownerId;
  return {
    survivor: {
      ...survivor,
      profile: filled(survivor.profile, merged.profile),
      leadId: survivor.leadId ?? merged.leadId,
      registeredOn: merged.registeredOn < survivor.registeredOn ? merged.registeredOn : survivor.registeredOn,
      consents: [...survivor.consents, ...merged.consents],
      cards: joinCards(survivor.cards, merged.cards),
      grades: [...survivor.grades, ...merged.grades].sort((a, b) => a.gradedOn.localeCompare(b.gradedOn)),
      nextVisitOn: merged.nextVisitOn < survivor.nextVisitOn ? merged.nextVisitOn : survivor.nextVisitOn,
      lateLoans: [...survivor.lateLoans, ...merged.lateLoans],
      merges: [...survivor.merges, { customerId: merged.id, by, at, reason, entryErrorFileId }],
    },
    merged: {
      ...merged,
      ownerId: survivor.ownerId,
      owners: since(merged) ? merged.owners : [...merged.owners, { ownerId: survivor.ownerId, since: how.on, reason }],
      merged: { intoId: survivor.id, by, at, reason },
      regradeDueOn: null,
    },
  };
}

function hasOddIdentity({ type, residentId, creditCode, overrides }: Customer): boolean {
  const number = type === 'MICRO_ENTERPRISE' && creditCode ? creditCode : residentId;
  return overrides.some((override) => override.value === number);
}

/** What the survivor does not know is taken from the other; what he knows stays. */
function filled(kept: Profile, other: Profile): Profile {
  const section = <S extends keyof Profile>(name: S): Profile[S] =>
    Object.fromEntries(
      Object.entries(emptyProfile[name]).map(([part]) => [
        part,
        (kept[name] as unknown as Record<string, unknown>)[part] ?? (other[name] as unknown as Record<string, unknown>)[part] ?? null,
      ]),
    ) as unknown as Profile[S];
  return {
    basic: section('basic'),
    employment: section('employment'),
    family: section('family'),
    business: section('business'),
    financial: section('financial'),
    debts: section('debts'),
    needs: section('needs'),
  };
}
