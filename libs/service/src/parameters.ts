import type { ParameterKey } from '@weilend/contracts';
import { AskedTogether, DomainError, parseWorkingDuration } from '@weilend/kernel';
import type { LocalDate, WorkingCalendar, WorkingDuration } from '@weilend/kernel';
import type { Database, Tx } from '@weilend/mongo';

/** A published value as this service has seen it. */
export interface ParameterRow {
  readonly _id: string;
  readonly key: string;
  readonly value: string;
  readonly effectiveFrom: string;
}

/** Local projection of the dated parameters that compliance publishes: every decision uses the value in force on its date [1.2]. */
export class Parameters {
  /** Nearly every answer needs some of these: those who ask at one moment share the question. */
  private readonly found = new AskedTogether((asked) => this.find(JSON.parse(asked) as { key: ParameterKey; on: LocalDate }));

  constructor(private readonly database: Database) {}

  /** Raw value in force on a date. Throws DomainError PARAMETER_UNKNOWN. */
  async text(key: ParameterKey, on: LocalDate): Promise<string> {
    return (await this.inForce(key, on)).value;
  }

  /** The value in force on a date with the day since when it is. Throws DomainError PARAMETER_UNKNOWN. */
  inForce(key: ParameterKey, on: LocalDate): Promise<ParameterRow> {
    return this.found.ask(JSON.stringify({ key, on }));
  }

  /** True when one of these takes effect on a date: what was decided by the value of before has to be looked at again. */
  async takeEffect(keys: readonly ParameterKey[], on: LocalDate): Promise<boolean> {
    return (await this.rows().countDocuments({ key: { $in: [...keys] }, effectiveFrom: on }, { limit: 1 })) > 0;
  }

  /** Raw values of several keys in one question. Throws DomainError PARAMETER_UNKNOWN. */
  async texts<K extends ParameterKey>(keys: readonly K[], on: LocalDate): Promise<Readonly<Record<K, string>>> {
    const filter = { key: { $in: [...keys] }, effectiveFrom: { $lte: on } };
    const rows = await this.rows().find(filter).sort({ effectiveFrom: 1, _id: 1 }).toArray();
    const inForce = new Map(rows.map((row) => [row.key, row.value]));
    const missing = keys.find((key) => !inForce.has(key));
    if (missing !== undefined) throw new DomainError('PARAMETER_UNKNOWN', { key: missing, on });
    return Object.fromEntries(inForce) as Record<K, string>;
  }

  async number(key: ParameterKey, on: LocalDate): Promise<number> {
    return Number(await this.text(key, on));
  }

  async json<T>(key: ParameterKey, on: LocalDate): Promise<T> {
    return JSON.parse(await this.text(key, on)) as T;
  }

  async duration(key: ParameterKey, on: LocalDate): Promise<WorkingDuration> {
    return parseWorkingDuration(await this.text(key, on));
  }

  /** The company calendar in force on a date. */
  async calendar(on: LocalDate): Promise<WorkingCalendar> {
    const [hours, holidays, makeUpDays] = await Promise.all([
      this.json<WorkingCalendar['hours']>('calendar.hours', on),
      this.json<string[]>('calendar.holidays', on),
      this.json<string[]>('calendar.make-up-days', on),
    ]);
    return { hours, holidays: new Set(holidays), makeUpDays: new Set(makeUpDays) };
  }

  async apply(row: ParameterRow, tx: Tx): Promise<void> {
    const { _id, ...rest } = row;
    await this.rows().updateOne({ _id }, { $set: rest }, { upsert: true, session: tx.session });
  }

  private async find({ key, on }: { key: ParameterKey; on: LocalDate }): Promise<ParameterRow> {
    const [row] = await this.rows()
      .find({ key, effectiveFrom: { $lte: on } })
      .sort({ effectiveFrom: -1, _id: -1 })
      .limit(1)
      .toArray();
    if (!row) throw new DomainError('PARAMETER_UNKNOWN', { key, on });
    return row;
  }

  private rows() {
    return this.database.collection<ParameterRow>('parameters');
  }
}
