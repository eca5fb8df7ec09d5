import { Field, Float, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Datum, DATUMS, type Point } from './geo';
import { enumOf } from './graphql-enum';

export const DatumEnum = enumOf(DATUMS);
registerEnumType(DatumEnum, {
  name: 'Datum',
  description: 'Coordinate system (坐标系) of a point.',
  valuesConfig: {
    WGS84: { description: 'WGS 84, as satellites and EXIF give it.' },
    GCJ02: { description: 'GCJ-02 (国测局坐标、火星坐标), as phones and map services in China give it.' },
  },
});

@ObjectType('GeoPoint', { simpleResolvers: true, description: 'A place on earth (坐标点) in WGS 84.' })
export class GeoPoint implements Point {
  @Field(() => Float, { description: 'Latitude (纬度) in degrees north.' })
  latitude: number;

  @Field(() => Float, { description: 'Longitude (经度) in degrees east.' })
  longitude: number;
}

@InputType('GeoPointInput', {
  description: 'A place on earth (坐标点), in the coordinate system that is named.',
})
export class GeoPointInput implements Point {
  @Field(() => Float, { description: 'Latitude (纬度) in degrees north, -90 to 90.' })
  latitude: number;

  @Field(() => Float, { description: 'Longitude (经度) in degrees east, -180 to 180.' })
  longitude: number;

  @Field(() => DatumEnum, {
    description: 'Coordinate system (坐标系); say GCJ02 for what a phone in China delivers.',
    defaultValue: 'WGS84',
  })
  datum: Datum;
}
