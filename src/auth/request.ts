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

/** The two moments of a subscription: somebody asks to watch areas; a case in one of them has moved. */
export type Live =
  | { readonly moment: 'OPENED'; watch(area: string): void }
  | { readonly moment: 'MOVED'; readonly caseId: string };
