import type { ParameterKey } from '@weilend/contracts';
import { DomainError, parseWorkingDuration } from '@weilend/kernel';
import type { LocalDate, WorkingCalendar, WorkingDuration } from '@weilend/kernel';
import type { Database, Tx } from '@weilend/mongo';
import DataLoader from 'dataloader';

/** A published value as this service has seen it. */
export interface ParameterRow {
  readonly _id: string;
  readonly key: string;
  readonly value: string;
  readonly effectiveFrom: string;
}

interface Asked {
  readonly key: ParameterKey;
  readonly on: LocalDate;
}

/** Local projection of the dated parameters that compliance publishes: every decision uses the value in force on its date [1.2]. */
export class Parameters {
  /** Nearly every answer needs some of these: what is asked for at one moment is one question. Nothing is kept: a new value counts at once. */
  private readonly found = new DataLoader<Asked, ParameterRow>((asked) => this.find(asked), { cache: false });

  constructor(private readonly database: Database) {}

  /** Raw value in force on a date. Throws DomainError PARAMETER_UNKNOWN. */
  async text(key: ParameterKey, on: LocalDate): Promise<string> {
    return (await this.inForce(key, on)).value;
  }

  /** The value in force on a date with the day since when it is. Throws DomainError PARAMETER_UNKNOWN. */
  inForce(key: ParameterKey, on: LocalDate): Promise<ParameterRow> {
    return this.found.load({ key, on });
  }

  /** True when one of these takes effect on a date: what was decided by the value of before has to be looked at again. */
  async takeEffect(keys: readonly ParameterKey[], on: LocalDate): Promise<boolean> {
    return (await this.rows().countDocuments({ key: { $in: [...keys] }, effectiveFrom: on }, { limit: 1 })) > 0;
  }

  /** Raw values of several keys. Throws DomainError PARAMETER_UNKNOWN. */
  async texts<K extends ParameterKey>(keys: readonly K[], on: LocalDate): Promise<Readonly<Record<K, string>>> {
    const rows = await Promise.all(keys.map((key) => this.inForce(key, on)));
    return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Record<K, string>;
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

  private async find(asked: readonly Asked[]): Promise<(ParameterRow | DomainError)[]> {
    const days = [...Map.groupBy(asked, ({ on }) => on)];
    const found = new Map(await Promise.all(days.map(async ([on, ofDay]) => [on, await this.inForceOn(on, ofDay)] as const)));
    return asked.map(({ key, on }) => found.get(on)?.get(key) ?? new DomainError('PARAMETER_UNKNOWN', { key, on }));
  }

  private async inForceOn(on: LocalDate, asked: readonly Asked[]): Promise<ReadonlyMap<string, ParameterRow>> {
    const keys = [...new Set(asked.map(({ key }) => key))];
    const rows = this.rows().find({ key: { $in: keys }, effectiveFrom: { $lte: on } });
    return new Map((await rows.sort({ effectiveFrom: 1, _id: 1 }).toArray()).map((row) => [row.key, row]));
  }

  private rows() {
    return this.database.collection<ParameterRow>('parameters');
  }
}
