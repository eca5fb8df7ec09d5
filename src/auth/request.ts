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
}
