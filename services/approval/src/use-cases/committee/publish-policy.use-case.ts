import { Injectable } from '@nestjs/common';
import { employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { Fraction } from '../../domain/policy/fraction.js';
import { checkPolicy } from '../../domain/policy/policy.js';
import type { AuthorityBand, ProductLimit } from '../../domain/policy/policy.js';
import { CommitteePolicies, CommitteeRegisters } from '../../persistence/committee/committee.repository.js';
import { Committee } from './committee.js';

export interface BandRequest extends Omit<AuthorityBand, 'quorum' | 'majority'> {
  readonly quorum?: Fraction | null;
  readonly majority?: Fraction | null;
}

export interface PublishPolicyRequest {
  readonly requestKey?: string | null;
  readonly effectiveFrom?: LocalDate | null;
  readonly bands: readonly BandRequest[];
  readonly productLimits?: readonly ProductLimit[] | null;
}

const ALL: Fraction = { numerator: 1, denominator: 1 };

/** Publishes the next version of the committee's policy; fractions left out are the company's parameters [4.12]. */
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
    const content = { effectiveFrom, bands, productLimits: input.productLimits ?? [] };
    return this.work.once({ operation: 'publish-policy', actor, input }, async (tx) => {
      checkPolicy(content, today);
      const policyVersion = await this.registers.nextPolicy(tx);
      const published = { publishedBy: employeeIdOf(actor), publishedAt: this.committee.now() };
      return (await this.policies.insert({ id: newId('pol'), version: 0, policyVersion, ...content, ...published }, tx)).id;
    });
  }
}

function withFractions(band: BandRequest, company: { quorum: Fraction; majority: Fraction }): AuthorityBand {
  const usual = band.authority === 'INDIVIDUAL' ? { quorum: ALL, majority: ALL } : company;
  return { ...band, quorum: band.quorum ?? usual.quorum, majority: band.majority ?? usual.majority };
}
