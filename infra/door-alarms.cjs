/** Errors and throttles of each door there is, so that no new door goes without. */
module.exports = async ({ resolveConfigurationProperty }) => {
  const doors = Object.entries(await resolveConfigurationProperty(['functions']));
  return { Resources: Object.fromEntries(doors.flatMap(([door, settings]) => alarmsOf(door, settings))) };
};

function alarmsOf(door, { reservedConcurrency }) {
  const name = door.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
  const functionName = {
    Ref: `${door[0].toUpperCase()}${door.slice(1).replaceAll('-', 'Dash')}LambdaFunction`,
  };
  const alarm = (metric, sentence, minutes) => ({
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmDescription: sentence,
      AlarmActions: [{ Ref: 'Alarms' }],
      Namespace: 'AWS/Lambda',
      MetricName: metric,
      Dimensions: [{ Name: 'FunctionName', Value: functionName }],
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: minutes,
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    },
  });
  // A door with a limit of its own may be throttled for a moment: its events wait and come again.
  const patience = reservedConcurrency === undefined ? 1 : 15;
  return [
    [`${name}Errors`, alarm('Errors', `The door "${door}" failed altogether.`, 1)],
    [
      `${name}Throttles`,
      alarm('Throttles', `The door "${door}" is asked more often than it may run.`, patience),
    ],
  ];
}
