import { type AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** A record as the table's stream tells of it. */
export type Image = Readonly<Record<string, unknown>>;

/** A record of the table before and after a change; one is missing where it was made or removed. */
export interface TableChange {
  readonly before: Image | undefined;
  readonly after: Image | undefined;
  /** When it happened, to the second; absent where that is not known. */
  readonly at?: Date | undefined;
}

/** A change as an event of the stream brings it: the service tells the time in seconds, its client as a date. */
interface StreamRecord {
  readonly dynamodb?:
    | {
        readonly OldImage?: object | undefined;
        readonly NewImage?: object | undefined;
        readonly ApproximateCreationDateTime?: number | string | Date | undefined;
      }
    | undefined;
}

/** The change that an event of the stream tells of. */
export function changeOf({ dynamodb }: StreamRecord): TableChange {
  const { OldImage, NewImage, ApproximateCreationDateTime: at } = dynamodb ?? {};
  return { before: imageOf(OldImage), after: imageOf(NewImage), at: at === undefined ? at : dateOf(at) };
}

function dateOf(at: number | string | Date): Date {
  return new Date(typeof at === 'number' ? at * 1000 : at);
}

function imageOf(image: object | undefined): Image | undefined {
  return image && unmarshall(image as Record<string, AttributeValue>);
}
