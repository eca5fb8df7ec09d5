import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageInto } from '../support/package';
import { actionsOf, circleIn, ofType, referencesIn, statementsOf, stringsIn } from '../support/template';
import { type Resource, type Template } from '../support/template';

const DOORS = readdirSync('src/handlers').map((file) => file.replace(/\.ts$/, ''));

const folder = mkdtempSync(join(tmpdir(), 'wangge-package-'));
let template: Template;
let zips: string[];

function door(name: string): Resource {
  const all = ofType(template, 'AWS::Lambda::Function');
  const found = all.find(([, { Properties }]) => Properties.FunctionName === `wangge-dev-${name}`);
  return found?.[1] ?? fail(`There is no function for ${name}.`);
}

function idOf(name: string): string {
  return Object.entries(template.Resources).find(([, resource]) => resource === door(name))?.[0] ?? '';
}

function fail(sentence: string): never {
  throw new Error(sentence);
}

beforeAll(() => {
  const packed = join(folder, 'package');
  packageInto(packed);
  const text = readFileSync(join(packed, 'cloudformation-template-update-stack.json'), 'utf8');
  template = JSON.parse(text) as Template;
  zips = readdirSync(packed).filter((file) => file.endsWith('.zip'));
}, 240_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the doors', () => {
  test('each file in src/handlers is a function, and each function a file there', () => {
    const functions = ofType(template, 'AWS::Lambda::Function').map(
      ([, { Properties }]) => Properties.Handler,
    );
    expect(functions.sort()).toEqual(DOORS.map((name) => `dist/${name}/index.handler`).sort());
    expect(zips.sort()).toEqual(DOORS.map((name) => `${name}.zip`).sort());
  });

  test('run on Node 22 or newer and Arm, and the HTTP door answers before the gateway gives up', () => {
    for (const name of DOORS) {
      const { Properties } = door(name);
      expect(Properties).toMatchObject({ Architectures: ['arm64'] });
      expect(Number(/^nodejs(\d+)\.x$/.exec(String(Properties.Runtime))?.[1])).toBeGreaterThanOrEqual(22);
    }
    expect(door('graphql').Properties.Timeout).toBeLessThan(29);
  });

  test('are reached by the routes of the two APIs, by nothing else', () => {
    const routes = ofType(template, 'AWS::ApiGatewayV2::Route').map(
      ([, { Properties }]) => Properties.RouteKey,
    );
    expect(routes.sort()).toEqual(['$connect', '$default', '$disconnect', 'GET /graphql', 'POST /graphql']);
    for (const [, { Properties }] of ofType(template, 'AWS::Lambda::Permission')) {
      expect(Properties).toHaveProperty('SourceArn');
    }
  });
});

describe('the table', () => {
  test('is billed on demand, encrypted, recoverable, streamed, protected, and forgets what has expired', () => {
    const [[, table] = fail('There is no table.'), ...others] = ofType(template, 'AWS::DynamoDB::Table');
    expect(others).toEqual([]);
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });
});

describe('the bucket of evidence', () => {
  const bucket = (): Resource => template.Resources.EvidenceBucket ?? fail('There is no bucket.');

  test('is private, encrypted, versioned and locked, and kept when the stack goes', () => {
    expect(bucket()).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(bucket().Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        ...{ BlockPublicAcls: true, BlockPublicPolicy: true },
        ...{ IgnorePublicAcls: true, RestrictPublicBuckets: true },
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE' } } },
      LifecycleConfiguration: { Rules: [{ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }] },
    });
  });

  test('refuses plain HTTP and old TLS, from everybody and for everything', () => {
    const policies = ofType(template, 'AWS::S3::BucketPolicy').map(([, { Properties }]) => Properties);
    const policy = policies.find(({ Bucket }) => referencesIn(Bucket).includes('EvidenceBucket'));
    const refusal = { Effect: 'Deny', Principal: '*', Action: 's3:*' };
    const Resource = [{ 'Fn::GetAtt': ['EvidenceBucket', 'Arn'] }, { 'Fn::Sub': '${EvidenceBucket.Arn}/*' }];
    expect(policy?.PolicyDocument).toMatchObject({
      Statement: [
        { ...refusal, Resource, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        { ...refusal, Resource, Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } },
      ],
    });
  });

  test('takes uploads from the front ends, from nowhere by default', () => {
    expect(bucket().Properties.CorsConfiguration).toMatchObject({
      CorsRules: [{ AllowedOrigins: ['https://front-end.invalid'], ExposedHeaders: ['ETag'] }],
    });
  });

  test('tells the evidence door of each original, without a function of the framework in between', () => {
    expect(bucket().Properties.NotificationConfiguration).toEqual({
      LambdaConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Function: { 'Fn::GetAtt': [idOf('evidence-uploaded'), 'Arn'] },
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'evidence/original/' }] } },
        },
      ],
    });
    expect(Object.values(template.Resources).filter(({ Type }) => Type.startsWith('Custom'))).toEqual([]);
  });
});

describe('the bucket of imports and exports', () => {
  test('is private, forgets after thirty days what nothing locks or versions, and tells its door of uploads', () => {
    const { Properties = fail('There is no bucket.') } = template.Resources.TransferBucket ?? {};
    expect(Properties).toMatchObject({
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ BucketKeyEnabled: true }] },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 30 }] },
    });
    expect(Object.keys(Properties).filter((name) => /Lock|Versioning/.test(name))).toEqual([]);
    expect(referencesIn(Properties.NotificationConfiguration)).toEqual([idOf('jobs')]);
    expect(stringsIn(Properties.NotificationConfiguration)).toContain('imports/upload/');
  });
});

describe('what fails', () => {
  const queues = (): string[] => ofType(template, 'AWS::SQS::Queue').map(([id]) => id);

  test('is tried a limited number of times and then kept in an encrypted queue', () => {
    const [[, stream] = fail('Nothing reads the stream.')] = ofType(
      template,
      'AWS::Lambda::EventSourceMapping',
    );
    expect(stream.Properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
    });
    expect(stream.Properties.MaximumRetryAttempts).toBeGreaterThanOrEqual(1);
    const invoked = ofType(template, 'AWS::Lambda::EventInvokeConfig').map(
      ([, { Properties }]) => Properties,
    );
    for (const { MaximumRetryAttempts } of invoked) expect(MaximumRetryAttempts).toEqual(expect.any(Number));
    expect(invoked.flatMap(({ FunctionName }) => referencesIn(FunctionName)).sort()).toEqual(
      [idOf('clock'), idOf('evidence-uploaded'), idOf('jobs')].sort(),
    );
    const destinations = [stream.Properties, ...invoked].map(({ DestinationConfig }) => DestinationConfig);
    expect(destinations.flatMap(referencesIn).sort()).toEqual(queues().sort());
    for (const [, { Properties }] of ofType(template, 'AWS::SQS::Queue')) {
      expect(Properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 });
    }
  });

  test('raises an alarm: errors, throttles, dead letters, the age of the stream, answers 5xx', () => {
    const watched = ofType(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => {
      expect(referencesIn(Properties.AlarmActions)).toEqual(['Alarms']);
      return [Properties.MetricName, ...referencesIn(Properties.Dimensions)].join(' of ');
    });
    const wanted = [
      ...DOORS.flatMap((name) => [`Errors of ${idOf(name)}`, `Throttles of ${idOf(name)}`]),
      ...queues().map((queue) => `ApproximateNumberOfMessagesVisible of ${queue}`),
      `IteratorAge of ${idOf('table-stream')}`,
      '5xx of HttpApi',
    ];
    expect(watched).toEqual(expect.arrayContaining(wanted));
  });

  test('is logged as JSON, in logs that are kept for six months at least and not for ever', () => {
    const logs = ofType(template, 'AWS::Logs::LogGroup').map(([, { Properties }]) => Properties);
    for (const { RetentionInDays } of logs) expect(RetentionInDays).toBeGreaterThanOrEqual(184);
    expect(logs.map(({ LogGroupName }) => LogGroupName)).toEqual(
      expect.arrayContaining(DOORS.map((name) => `/aws/lambda/wangge-dev-${name}`)),
    );
    for (const name of DOORS)
      expect(door(name).Properties.LoggingConfig).toMatchObject({ LogFormat: 'JSON' });
  });
});

describe('rights', () => {
  const roleOf = (name: string) => template.Resources[referencesIn(door(name).Properties.Role)[0] ?? ''];
  const byDoor = <Value>(of: (name: string) => Value) =>
    Object.fromEntries(DOORS.map((name) => [name, of(name)]));

  test('are given to each door by a role of its own', () => {
    const roles = DOORS.map((name) => referencesIn(door(name).Properties.Role)[0]);
    expect(new Set(roles).size).toBe(DOORS.length);
    expect(
      ofType(template, 'AWS::IAM::Role')
        .map(([id]) => id)
        .sort(),
    ).toEqual([...roles].sort());
    for (const [, { Properties }] of ofType(template, 'AWS::IAM::Role')) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
    }
  });

  test('name each action and each resource, and nobody may scan the table', () => {
    const statements = ofType(template, 'AWS::IAM::Role').flatMap(([, role]) => statementsOf(role));
    expect(statements.length).toBeGreaterThan(DOORS.length);
    for (const { Action, Resource } of statements) {
      for (const action of [Action].flat()) {
        expect(action).toMatch(/^[a-z0-9-]+:[A-Za-z]+$/);
        expect(action).not.toMatch(/^dynamodb:(Scan|PartiQL)|^iam:/);
      }
      for (const { 'Fn::Sub': named } of [Resource].flat() as { 'Fn::Sub'?: string }[]) {
        // At the end stands what is below: log streams, objects under a prefix, connections.
        if (named !== undefined)
          expect(named).toMatch(/^(arn:\$\{AWS::Partition\}|\$\{Table\.Arn\})[^*]*[/:]\*$|^[^*]+$/);
      }
      expect(stringsIn(Resource)).not.toContain('*');
    }
  });

  test('to remove files are the clock’s alone, version by version, and nobody may pass over a lock', () => {
    const removing = /^s3:(Delete|Bypass|PutBucket|PutLifecycle)/;
    const rights = { ...byDoor(() => []), clock: ['s3:DeleteObjectVersion'] };
    expect(byDoor((name) => actionsOf(roleOf(name), removing))).toEqual(rights);
  });

  test('to the table are what each door does there, and no more', () => {
    const toTable = (name: string) =>
      actionsOf(roleOf(name), /^dynamodb:.*(Item|Query)$/).map((action) => action.replace('dynamodb:', ''));
    expect(byDoor(toTable)).toEqual({
      graphql: ['BatchGetItem', 'GetItem', 'PutItem', 'Query'],
      socket: ['DeleteItem', 'GetItem', 'PutItem', 'Query'],
      'table-stream': ['BatchGetItem', 'BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'],
      'evidence-uploaded': ['GetItem', 'PutItem'],
      jobs: ['BatchGetItem', 'BatchWriteItem', 'GetItem', 'PutItem', 'Query'],
      clock: ['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'],
    });
  });

  test('to files are for the doors that need them, under the prefix they need', () => {
    const files = (name: string) =>
      statementsOf(roleOf(name))
        .filter(({ Action }) => [Action].flat().includes('s3:PutObject'))
        .flatMap(({ Resource }) => stringsIn(Resource))
        .map((text) => text.replace(/^.*?\/(?=evidence|imports|exports)/, ''));
    expect(files('graphql')).toContain('evidence/original/*');
    expect(files('graphql')).toContain('imports/upload/*');
    expect(files('jobs')).toEqual(expect.arrayContaining(['imports/report/*', 'exports/*']));
    expect(files('jobs')).not.toContain('imports/upload/*');
    const made = ['thumbnail', 'picture', 'copy'].map((kind) => `evidence/${kind}/*`);
    expect(files('evidence-uploaded')).toEqual(expect.arrayContaining(made));
    expect(files('evidence-uploaded')).not.toContain('evidence/original/*');
    expect(files('socket')).toEqual([]);
  });
});

describe('the template', () => {
  test('works in every partition: no ARN and no address names one', () => {
    const strings = stringsIn(template);
    expect(strings.filter((text) => text.includes('arn:aws'))).toEqual([]);
    const named = strings.filter((text) => text.includes('amazonaws'));
    // Names of services are the same in China; only addresses differ.
    expect(named.filter((text) => !/^(apigateway|events|lambda|s3)\.amazonaws\.com$/.test(text))).toEqual([]);
  });

  test('refers only to what there is, and nothing waits for itself', () => {
    const missing = referencesIn(template).filter(
      (name) => !(name in template.Resources) && !name.startsWith('AWS::'),
    );
    expect(missing).toEqual([]);
    expect(circleIn(template)).toBeUndefined();
  });

  test('is not made for the stage of the laptop, which is open to strangers', () => {
    expect(() => {
      packageInto(join(folder, 'laptop'), '--stage', 'laptop');
    }).toThrow(/npm start/);
  }, 60_000);
});
