import { Injectable } from '@nestjs/common';
import { employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { Fraction } from '../../domain/policy/fraction.js';
import { checkPolicy, policyHash, policyMachine } from '../../domain/policy/policy.js';
import type { AuthorityBand, ConditionChangeRule, CustomerRule, PolicyContent, ProductLimit, TieRule } from '../../domain/policy/policy.js';
import { CommitteePolicies, CommitteeRegisters } from '../../persistence/committee/committee.repository.js';
import { Committee } from './committee.js';

export interface BandRequest extends Omit<AuthorityBand, 'quorum' | 'majority' | 'tie' | 'validityDays'> {
  readonly quorum?: Fraction | null;
  readonly majority?: Fraction | null;
  /** REJECT when left out. */
  readonly tie?: TieRule | null;
  readonly validityDays?: number | null;
}

export interface PublishPolicyRequest {
  readonly requestKey?: string | null;
  readonly effectiveFrom?: LocalDate | null;
  readonly bands: readonly BandRequest[];
  readonly productLimits?: readonly ProductLimit[] | null;
  readonly customerRules?: readonly CustomerRule[] | null;
  readonly maxConsecutiveTerms?: number | null;
  /** VOTE when left out. */
  readonly conditionChange?: ConditionChangeRule | null;
}

const ALL: Fraction = { numerator: 1, denominator: 1 };

/** Drafts the next version of the committee's policy, which another person must approve; fractions left out are the company's parameters [4.12]. */
@Injectable()
export class PublishPolicy {
  constructor(
    private readonly work: UnitOfWork,
    private readonly policies: CommitteePolicies,
    private readonly registers: CommitteeRegisters,
    private readonly parameters: Parameters,
    private readonly committee: Committee,
  ) {}

  async execute(actor: Actor, input: PublishPolicyRequest): Promise<string> {
    const today = this.committee.today();
    const effectiveFrom = input.effectiveFrom ?? today;
    const quorum = await this.parameters.json<Fraction>('committee.quorum', effectiveFrom);
    const majority = await this.parameters.json<Fraction>('committee.majority', effectiveFrom);
    const bands = input.bands.map((band) => withFractions(band, { quorum, majority }));
    const content = contentOf(input, effectiveFrom, bands);
    return this.work.once({ operation: 'publish-policy', actor, input }, async (tx) => {
      checkPolicy(content, today);
      const policyVersion = await this.registers.nextPolicy(tx);
      const drafted = { publishedBy: employeeIdOf(actor), publishedAt: this.committee.now(), approvedBy: null, approvedAt: null };
      const published = { ...drafted, state: policyMachine.initial, contentHash: policyHash(content) };
      return (await this.policies.insert({ id: newId('pol'), version: 0, policyVersion, ...content, ...published }, tx)).id;
    });
  }
}

function contentOf(input: PublishPolicyRequest, effectiveFrom: LocalDate, bands: readonly AuthorityBand[]): PolicyContent {
  const { productLimits, customerRules, maxConsecutiveTerms, conditionChange } = input;
  return {
    ...{ effectiveFrom, bands, productLimits: productLimits ?? [], customerRules: customerRules ?? [] },
    ...{ maxConsecutiveTerms: maxConsecutiveTerms ?? null, conditionChange: conditionChange ?? 'VOTE' },
  };
}

function withFractions(band: BandRequest, company: { quorum: Fraction; majority: Fraction }): AuthorityBand {
  const usual = band.authority === 'INDIVIDUAL' ? { quorum: ALL, majority: ALL } : company;
  const { quorum = null, majority = null, tie = null, validityDays = null } = band;
  return { ...band, quorum: quorum ?? usual.quorum, majority: majority ?? usual.majority, tie: tie ?? 'REJECT', validityDays };
}
