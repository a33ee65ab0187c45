/** A file that is made of stored facts when somebody reads it. */
export interface MadeFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Files that a department makes when they are read instead of keeping them: the same id gives the same content every time, so there is nothing to lose. */
export abstract class MadeFiles {
  /** The file of an id that was given out by `Files.madeTicket`; null when there is none. */
  abstract make(fileId: string): Promise<MadeFile | null>;
}
