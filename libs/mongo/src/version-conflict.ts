/** Somebody else saved the document since it was read; the unit of work reads and decides again. */
export class VersionConflict extends Error {
  constructor(collection: string, id: string) {
    super(`${collection}/${id} was changed meanwhile`);
    this.name = 'VersionConflict';
  }
}
