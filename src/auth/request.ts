import { type CollectionReader } from '../data/collection-reader';
import { type Language } from '../shared/language';
import { type Actor } from './actor';

/** What one request carries; a resolver names the services it needs as `Services`. */
export interface RequestContext<Services> {
  /** Present in every resolver: operations that need nobody are answered before. */
  readonly actor: Actor;
  readonly language: Language;
  readonly reads: CollectionReader;
  readonly services: Services;
  /** Present while a subscription is opened or an event is delivered to it; absent over HTTP. */
  readonly live?: Live | undefined;
}

/** The two moments of a subscription: somebody asks to watch topics; something has happened in one of them. */
export type Live =
  | { readonly moment: 'OPENED'; watch(topic: string): void }
  | { readonly moment: 'HAPPENED'; readonly event: LiveEvent | LiveNotice | LiveFinding };

/** What has happened: a step of a case, and its states before and after. */
export interface LiveEvent {
  readonly caseId: string;
  readonly number: number;
  readonly from?: string | undefined;
  readonly to: string;
}

/** That something was found at an inspection, or has another state: a step of its case, and where it was found. */
export interface LiveFinding {
  readonly finding: LiveEvent & {
    readonly inspection: string;
    readonly premises: string;
    readonly item: string;
  };
}

/** That an urgent notice has come out, or says something else. */
export interface LiveNotice {
  readonly notice: string;
}
