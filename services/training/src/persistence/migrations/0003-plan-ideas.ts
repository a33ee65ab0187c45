import type { Database, Migration } from '@weilend/mongo';

interface PlanRow {
  readonly _id: string;
  readonly adoptedImprovements: readonly string[];
  readonly ideas?: readonly string[];
}

/**
 * A plan says that it has adopted what was found in evaluations, and nothing else [6.9]: what managers had written there in words of their own
 * becomes an idea of the plan. Versions of before stay as they were read.
 */
export const planIdeas: Migration = {
  name: '0003-plan-ideas',
  async up(database: Database): Promise<void> {
    const plans = database.collection<PlanRow>('training_plans');
    const items = database.collection<{ _id: string; planId: string | null; text: string }>('training_improvements');
    for await (const { _id, adoptedImprovements, ideas = [] } of plans.find({ 'adoptedImprovements.0': { $exists: true } })) {
      const adopted = new Set((await items.find({ planId: _id }).toArray()).map(({ text }) => text));
      const free = adoptedImprovements.filter((text) => !adopted.has(text));
      const kept = adoptedImprovements.filter((text) => adopted.has(text));
      if (free.length > 0)
        await plans.updateOne({ _id }, { $set: { adoptedImprovements: kept, ideas: [...new Set([...ideas, ...free])] } });
    }
  },
};
