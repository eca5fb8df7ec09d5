const { join } = require('node:path');

const endTypeScript = require('tsx/cjs/api').register();
const { doorsInDist, doorsToDeploy } = require('./doors.ts');
const { zipDoor } = require('./zip-doors.ts');
endTypeScript();

/** Bundles the doors before `serverless package`, `deploy` and `offline`, and hands osls one zip for each. */
module.exports = class ServerlessBuild {
  constructor(serverless) {
    const bundle = () => inOneSentence(serverless, () => doorsInDist());
    const pack = () => inOneSentence(serverless, () => packDoors(serverless));
    this.hooks = {
      'before:offline:start': bundle,
      'before:offline:start:init': bundle,
      'before:package:createDeploymentArtifacts': pack,
      'before:package:function:package': pack,
    };
  }
};

async function packDoors(serverless) {
  const { service, serviceDir } = serverless;
  if (serverless.getProvider('aws').getStage() === 'laptop') {
    throw new Error(
      'The stage "laptop" is for npm start: its API tells strangers its schema. Take another --stage.',
    );
  }
  const doors = await doorsToDeploy();
  for (const name of service.getAllFunctions()) {
    const door = doors.find((built) => built.name === name);
    if (!door) throw new Error(`infra/functions.yml has "${name}", but there is no src/handlers/${name}.ts.`);
    service.getFunction(name).package = { artifact: zipDoor(door, join(serviceDir, '.serverless')) };
  }
}

async function inOneSentence({ classes }, work) {
  try {
    await work();
  } catch (error) {
    throw new classes.Error(error.message);
  }
}
