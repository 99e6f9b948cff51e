/** A file to be written. */
export interface Job {
  /** Relative to the folder, with slashes. */
  path: string;
  data: Uint8Array;
  inputs: string;
}

/** What a worker is told when it starts. */
export interface WorkerSetting {
  folder: string;
  compress: boolean;
  /** Whether a file is on the disk itself before it has its name. */
  durable: boolean;
  /** Bytes from which a file is compressed. Missing: a thousand. */
  least?: number;
}

/** A file that was written. */
export interface Done {
  path: string;
  inputs: string;
  /** As in the ledger. */
  beside: number;
  /** Bytes of the file, and of all that was written. */
  bytes: number;
  allBytes: number;
}

/** While it is written, a file has this after its name. */
export const UNFINISHED = '.relais-tmp';
