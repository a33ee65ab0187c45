import { addDays, businessDateOf } from '@weilend/kernel';
import type { Database, Migration } from '@weilend/mongo';
import { FIRST_TEMPLATES } from '../../domain/contract/first-templates.js';
import { missingForSigning } from '../../domain/contract/signing.js';
import type { LoanContract } from '../../domain/contract/contract.js';
import { textHashOf } from '../../domain/contract/template.js';

/** As the parameter `contract.sign-within` begins. */
const SIGN_WITHIN_DAYS = 30;

/**
 * The texts that the company starts with, and what contracts from before have not got. Where contracts exist, the whole text begins today
 * and not in the past: drafts on the old one have the days of grace that a change of text leaves them. Running again changes nothing.
 */
export const contractTemplates: Migration = {
  name: '0005-contract-templates',
  async up(database: Database): Promise<void> {
    await seedTemplates(database);
    await completeContracts(database);
  },
};

async function seedTemplates(database: Database): Promise<void> {
  const hasContracts = (await database.collection('contracts').findOne({})) !== null;
  const at = new Date();
  for (const [place, { id, edition, effectiveFrom, sections }] of FIRST_TEMPLATES.entries()) {
    const row = {
      ...{ version: 1, edition, state: 'approved', sections, textHash: textHashOf(edition, sections), note: '' },
      ...{ effectiveFrom: place > 0 && hasContracts ? businessDateOf(at) : effectiveFrom },
      ...{ proposedBy: null, proposedAt: at, decidedBy: null, decidedAt: at, refusedBecause: null },
    };
    await database.collection<{ _id: string }>('contract_templates').updateOne({ _id: id }, { $setOnInsert: row }, { upsert: true });
  }
}

type ContractRow = Omit<LoanContract, 'id'> & { readonly _id: string };

async function completeContracts(database: Database): Promise<void> {
  const contracts = database.collection<ContractRow>('contracts');
  for await (const row of contracts.find({ missingForSigning: { $exists: false } } as never)) {
    const { _id, ...rest } = row as ContractRow;
    // Nobody was told of a last day: a draft from before has its days from today on.
    const signDueOn = rest.state === 'draft' ? addDays(businessDateOf(new Date()), SIGN_WITHIN_DAYS) : null;
    const explanation = rest.explanation && { ...{ contractHash: null }, ...rest.explanation };
    const recordings = rest.recordings.map((one) => ({ ...{ contentType: null, deletion: null }, ...one }));
    const added = { signDueOn, amended: null, explanation, recordings, missingForSigning: missingForSigning({ id: _id, ...rest }) };
    await contracts.updateOne({ _id, missingForSigning: { $exists: false } } as never, { $set: added } as never);
  }
}
