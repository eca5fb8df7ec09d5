import { FileProblem } from './job.rules';
import { type Cell, type FileLine } from './table.rules';

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: unknown;
}

/** The features of a GeoJSON FeatureCollection (RFC 7946) as lines: their properties, and the geometry last. */
export function* readGeoJson(bytes: Uint8Array): Generator<FileLine> {
  const features = featuresIn(bytes);
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  yield { line: 1, cells: [...names, 'boundary'] };
  for (const [index, { properties, geometry }] of features.entries()) {
    const values = names.map((name) => cellFrom(properties?.[name]));
    yield { line: index + 2, cells: [...values, geometry ? JSON.stringify(geometry) : undefined] };
  }
}

function featuresIn(bytes: Uint8Array): readonly Feature[] {
  const { type, features } = JSON.parse(new TextDecoder().decode(bytes)) as {
    type?: unknown;
    features?: unknown;
  };
  const isCollection = type === 'FeatureCollection' && Array.isArray(features);
  if (!isCollection || !features.every((each) => typeof each === 'object' && each !== null))
    throw new FileProblem('FILE_UNREADABLE');
  return features as Feature[];
}

function cellFrom(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value === undefined || value === null ? undefined : JSON.stringify(value);
}
