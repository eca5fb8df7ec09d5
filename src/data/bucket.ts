import { once } from '../shared/once';

/** What an upload must be, to the byte. */
export interface UploadTerms {
  readonly key: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, base64. */
  readonly sha256: string;
  readonly expiresInSeconds: number;
}

/** A signed form: its fields go before the file. */
export interface SignedForm {
  readonly url: string;
  readonly fields: { name: string; value: string }[];
  readonly expiresAt: Date;
}

/** A file that was read, or so much of it that one sees it is too large. */
export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly versionId?: string | undefined;
  readonly tooLarge: boolean;
}

/** A file as it comes: how long it is, and its bytes, which are read once or left. */
export interface OpenFile {
  readonly size: number;
  readonly versionId?: string | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Ends the connection, whether or not all has been read. */
  close(): void;
}

/** A part of an upload as the store has it. */
export interface StoredPart {
  readonly number: number;
  readonly size: number;
  readonly etag: string;
  /** Of stores that keep it. */
  readonly sha256?: string | undefined;
}

/** Uploads in parts: what has arrived stays until the upload is put together or given up. */
export interface Multipart {
  /** Begins one; returns its id. */
  begin(key: string, contentType: string): Promise<string>;
  /** The parts that are there; GONE when there is no such upload (any more), UNSUPPORTED by a store that cannot tell. */
  partsOf(key: string, uploadId: string): Promise<readonly StoredPart[] | 'GONE' | 'UNSUPPORTED'>;
  /** Signs a PUT of one part with its SHA-256; no request is made. */
  signPart(part: {
    readonly key: string;
    readonly uploadId: string;
    readonly number: number;
    readonly sha256: string;
    readonly expiresInSeconds: number;
  }): Promise<string>;
  /** Makes one object of the parts. */
  complete(key: string, uploadId: string, parts: readonly StoredPart[]): Promise<void>;
  /** Throws away what has arrived; one that is gone is fine. */
  abort(key: string, uploadId: string): Promise<void>;
}

/** The one bucket. */
export interface Bucket {
  /** Signs a POST of exactly this file; no request is made. Stores differ in what they hold: check after upload. */
  presignUpload(terms: UploadTerms, now: Date): Promise<SignedForm>;
  /** Signs a link to an object, or to one version of it; no request is made. */
  presignDownload(what: {
    readonly key: string;
    readonly versionId?: string | undefined;
    /** Content type to say, whatever was said at upload; a browser then saves the file and never shows it. */
    readonly saveAs?: string | undefined;
    readonly expiresInSeconds: number;
  }): Promise<string>;
  /** Reads an object, at most `maxBytes` and one more; undefined when there is none. */
  read(key: string, options: { readonly maxBytes: number }): Promise<StoredFile | undefined>;
  /** Opens an object, or one version of it, to be read as it comes; undefined when there is none. */
  open(key: string, versionId?: string): Promise<OpenFile | undefined>;
  readonly multipart: Multipart;
  /** Keeps a version from being removed by anybody until this is lifted, or lifts it; nothing in a store that has no locks. */
  setLegalHold(key: string, versionId: string | undefined, on: boolean): Promise<void>;
  /** Locks a version until then, if it is not locked longer; does nothing in a store that has no locks. */
  keepUntil(key: string, versionId: string | undefined, until: Date): Promise<void>;
  /** Removes an object with all its versions. False where the store keeps one of them: it is locked, or held. */
  remove(key: string): Promise<boolean>;
  /** Writes an object. */
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
}

/**
 * Opens the bucket; nothing is loaded before the first use. With an endpoint of its own a store is addressed by path, as
 * S3-compatible servers want it.
 */
export function openBucket(options: { name: string; endpoint?: string | undefined }): Bucket {
  const s3 = once(async () => (await import('./s3.lazy')).openS3(options));
  return {
    presignUpload: async (terms, now) => (await s3()).presignUpload(terms, now),
    presignDownload: async (what) => (await s3()).presignDownload(what),
    read: async (key, limits) => (await s3()).read(key, limits),
    open: async (key, versionId) => (await s3()).open(key, versionId),
    setLegalHold: async (key, versionId, on) => (await s3()).setLegalHold(key, versionId, on),
    keepUntil: async (key, versionId, until) => (await s3()).keepUntil(key, versionId, until),
    multipart: {
      begin: async (key, contentType) => (await s3()).multipart.begin(key, contentType),
      partsOf: async (key, uploadId) => (await s3()).multipart.partsOf(key, uploadId),
      signPart: async (part) => (await s3()).multipart.signPart(part),
      complete: async (key, uploadId, parts) => (await s3()).multipart.complete(key, uploadId, parts),
      abort: async (key, uploadId) => (await s3()).multipart.abort(key, uploadId),
    },
    remove: async (key) => (await s3()).remove(key),
    write: async (key, bytes, contentType) => (await s3()).write(key, bytes, contentType),
  };
}
