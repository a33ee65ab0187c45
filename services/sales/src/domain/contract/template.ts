import { canonicalHash, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { checkSections } from './template-text.js';
import type { TemplateSection } from './template-text.js';
import { templateMachine } from './template.machine.js';
import type { TemplateState } from './template.machine.js';

// The editions of the contract text (合同范本版本). The sales manager proposes an edition, a compliance officer who is somebody else puts it in
// force from a day on. A contract keeps the edition it was drafted on; it is signed only while that edition is in force, or within the days
// of grace that policy leaves to drafts which are with the customer already.

export interface ContractTemplate {
  readonly id: string;
  readonly version: number;
  /** Name of the edition as it stands in the contract, e.g. `2026-2`. */
  readonly edition: string;
  readonly state: TemplateState;
  readonly sections: readonly TemplateSection[];
  readonly textHash: string;
  /** First day on which contracts are drafted on it. */
  readonly effectiveFrom: LocalDate;
  readonly note: string;
  /** Employee; null for the editions that came with the system. */
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly refusedBecause: string | null;
}

export interface TemplateProposal {
  readonly id: string;
  readonly edition: string;
  readonly sections: readonly TemplateSection[];
  readonly effectiveFrom: LocalDate;
  readonly note: string;
}

const EDITION = /^[0-9A-Za-z][0-9A-Za-z.-]{0,29}$/;

/** A proposal of whole text. Throws every refusal of its sections, INPUT_INVALID for its name, TEMPLATE_BACKDATED. */
export function proposeTemplate(proposal: TemplateProposal, word: { by: string; at: Date; today: LocalDate }): ContractTemplate {
  const { id, edition, effectiveFrom, note } = proposal;
  const sections = proposal.sections.map(({ key, title, text, isOptional }) => ({
    key,
    title: title.trim(),
    text: text.trim(),
    isOptional,
  }));
  if (!EDITION.test(edition))
    throw new DomainError('INPUT_INVALID', { problem: 'an edition is named by letters, digits, - and ., e.g. 2027-1' }, 'edition');
  if (effectiveFrom < word.today) throw new DomainError('TEMPLATE_BACKDATED', { effectiveFrom, today: word.today }, 'effectiveFrom');
  checkSections(sections);
  return {
    ...{ id, version: 0, edition, state: templateMachine.initial, sections, textHash: textHashOf(edition, sections), effectiveFrom },
    ...{ note: note.trim(), proposedBy: word.by, proposedAt: word.at, decidedBy: null, decidedAt: null, refusedBecause: null },
  };
}

export function textHashOf(edition: string, sections: readonly TemplateSection[]): string {
  return canonicalHash({ edition, sections });
}

export interface TemplateWord {
  readonly by: string;
  readonly at: Date;
  readonly today: LocalDate;
}

/** Puts a proposal in force, not before today: what was signed meanwhile stays right. Throws TEMPLATE_OWN_PROPOSAL, ILLEGAL_TRANSITION. */
export function approveTemplate(template: ContractTemplate, { by, at, today }: TemplateWord): ContractTemplate {
  const state = templateMachine.next(template.state, 'approve');
  requireAnother(template, by);
  const effectiveFrom = template.effectiveFrom < today ? today : template.effectiveFrom;
  return { ...template, state, effectiveFrom, decidedBy: by, decidedAt: at };
}

/** Sends a proposal back for a reason. Throws TEMPLATE_OWN_PROPOSAL, INPUT_INVALID without one, ILLEGAL_TRANSITION. */
export function refuseTemplate(template: ContractTemplate, reason: string, { by, at }: Omit<TemplateWord, 'today'>): ContractTemplate {
  const state = templateMachine.next(template.state, 'refuse');
  requireAnother(template, by);
  if (reason.trim() === '') throw new DomainError('INPUT_INVALID', { problem: 'say why the template is refused' }, 'reason');
  return { ...template, state, refusedBecause: reason.trim(), decidedBy: by, decidedAt: at };
}

/** What the signing of a draft asks of its text. */
export interface EditionRule {
  /** The edition of the draft; null for one that is not kept. */
  readonly drafted: ContractTemplate | null;
  readonly inForce: ContractTemplate;
  /** In force when the days of grace began; older ones were replaced before. */
  readonly oldest: ContractTemplate;
}

/**
 * A draft is signed on the text that is in force that day: whoever signs an older one signs what the company has replaced, mostly because it
 * was found wanting. Policy (`contract.template-grace`) may leave days of grace after the change, so that a customer who has just read his
 * contract need not read another one. Throws TEMPLATE_OUTDATED: draft again [2.12].
 */
export function requireEdition(edition: string, { drafted, inForce, oldest }: EditionRule): void {
  if (drafted?.state === 'approved' && orderOf(drafted) >= orderOf(oldest)) return;
  throw new DomainError('TEMPLATE_OUTDATED', { drafted: edition, inForce: inForce.edition });
}

/** Of two that begin on the same day the one that was put in force later counts. */
const orderOf = ({ effectiveFrom, decidedAt }: ContractTemplate): string => `${effectiveFrom} ${decidedAt?.toISOString() ?? ''}`;

function requireAnother({ proposedBy }: ContractTemplate, by: string): void {
  if (proposedBy === by) throw new DomainError('TEMPLATE_OWN_PROPOSAL');
}
