import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import type { ContractTerms } from '../../domain/application/facts.js';
import { checkClauses, CLAUSE_KEYS, ownClause } from '../../domain/contract/clauses.js';
import type { ContractClause } from '../../domain/contract/clauses.js';
import { changedClauses } from '../../domain/contract/contract-review.js';
import type { LoanContract } from '../../domain/contract/contract.js';
import type { SigningFacts } from '../../domain/contract/signing.js';
import { mandatoryKeys, writeClauses } from '../../domain/contract/template-text.js';
import { ContractTemplates } from '../../persistence/contract/template.repository.js';
import { ClauseSource } from './clause-source.js';
import { ContractRules } from './contract-rules.js';

export interface WantedText {
  /** The whole text of the contract, clause by clause; the template when left out. */
  readonly clauses?: readonly { readonly key: string; readonly text: string }[] | null;
  /** Keys of optional sections of the template that come into the contract. */
  readonly optionalClauses?: readonly string[] | null;
}

export interface WrittenText {
  readonly templateVersion: string;
  readonly clauses: readonly ContractClause[];
  /** Keys of the clauses that differ from the template. */
  readonly changed: readonly string[];
}

/** The text of a contract: from the template in force, or by hand and then checked against it [2.12, 4.16]. */
@Injectable()
export class ContractText {
  constructor(
    private readonly templates: ContractTemplates,
    private readonly source: ClauseSource,
    private readonly rules: ContractRules,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws CLAUSE_MISSING, CLAUSE_CONTRADICTS, CLAUSE_UNKNOWN, all at once. */
  async compose(
    application: LoanApplication,
    contract: { terms: ContractTerms; startOn: LocalDate },
    wanted: WantedText,
    tx: Tx,
  ): Promise<WrittenText> {
    const { edition, sections } = await this.templates.inForce(this.clock.today(), tx);
    const facts = await this.source.of(application, contract, tx);
    const clauses = wanted.clauses
      ? wanted.clauses.map(({ key, text }) => ownClause(key, text, sections))
      : writeClauses(sections, facts, wanted.optionalClauses ?? []);
    checkClauses(clauses, facts, mandatoryKeys(sections));
    const optional = sections.filter(({ isOptional }) => isOptional).map(({ key }) => key);
    return { templateVersion: edition, clauses, changed: changedClauses(clauses, writeClauses(sections, facts, optional)) };
  }

  /** What the signing of a draft is measured by. */
  async signingFacts(application: LoanApplication, contract: LoanContract, tx: Tx): Promise<SigningFacts> {
    const today = this.clock.today();
    const inForce = await this.templates.inForce(today, tx);
    const oldest = await this.templates.inForce(addDays(today, -(await this.rules.templateGrace())), tx);
    const drafted = await this.templates.ofEdition(contract.templateVersion, tx);
    return {
      clauses: await this.source.of(application, contract, tx),
      mandatory: drafted ? mandatoryKeys(drafted.sections) : CLAUSE_KEYS,
      edition: { drafted, inForce, oldest },
      today,
    };
  }
}
