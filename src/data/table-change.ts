import { type AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** A record as the table's stream tells of it. */
export type Image = Readonly<Record<string, unknown>>;

/** A record of the table before and after a change; one is missing where it was made or removed. */
export interface TableChange {
  readonly before: Image | undefined;
  readonly after: Image | undefined;
}

/** A change as an event of the stream brings it. */
interface StreamRecord {
  readonly dynamodb?:
    { readonly OldImage?: object | undefined; readonly NewImage?: object | undefined } | undefined;
}

/** The change that an event of the stream tells of. */
export function changeOf({ dynamodb }: StreamRecord): TableChange {
  return { before: imageOf(dynamodb?.OldImage), after: imageOf(dynamodb?.NewImage) };
}

function imageOf(image: object | undefined): Image | undefined {
  return image && unmarshall(image as Record<string, AttributeValue>);
}
